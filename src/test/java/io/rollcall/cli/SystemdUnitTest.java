package io.rollcall.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import io.rollcall.Patience;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The units that are shipped. */
class SystemdUnitTest {

	private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "rollcall.service", "rollcall-worker.service" })
	void systemdFindsNothingWrongWithIt(String name) throws Exception {
		assumeTrue(Files.isExecutable(ANALYZE), "there is no systemd-analyze");
		String java = ProcessHandle.current().info().command().orElseThrow();
		Path unit = this.folder.resolve(name);
		Files.writeString(unit, Files.readString(Path.of("docs", name)).replace("/usr/bin/java", java));
		Path said = this.folder.resolve("said");
		Process verify = new ProcessBuilder(ANALYZE.toString(), "verify", "--man=no", unit.toString())
			.redirectErrorStream(true)
			.redirectOutput(said.toFile())
			.start();
		int status = Patience.await(verify, () -> Files.readString(said));
		assertThat(Files.readString(said)).doesNotContain(name);
		assertThat(status).isZero();
	}

}
