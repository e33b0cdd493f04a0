package io.rollcall.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import io.rollcall.Patience;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** The unit that is shipped. */
class SystemdUnitTest {

	private static final Path ANALYZE = Path.of("/usr/bin/systemd-analyze");

	@TempDir
	private Path folder;

	@Test
	void systemdFindsNothingWrongWithIt() throws Exception {
		assumeTrue(Files.isExecutable(ANALYZE), "there is no systemd-analyze");
		String java = ProcessHandle.current().info().command().orElseThrow();
		Path unit = this.folder.resolve("rollcall.service");
		Files.writeString(unit, Files.readString(Path.of("docs/rollcall.service")).replace("/usr/bin/java", java));
		Path said = this.folder.resolve("said");
		Process verify = new ProcessBuilder(ANALYZE.toString(), "verify", "--man=no", unit.toString())
			.redirectErrorStream(true)
			.redirectOutput(said.toFile())
			.start();
		int status = Patience.await(verify, () -> Files.readString(said));
		assertThat(Files.readString(said)).doesNotContain("rollcall.service");
		assertThat(status).isZero();
	}

}
