package io.rollcall.launch;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Flags for the second process. */
class TuningTest {

	private static final String ONE_COMPILER = "-XX:TieredStopAtLevel=1";

	private static final String SERIAL = "-XX:+UseSerialGC";

	@TempDir
	private Path input;

	private List<String> run() {
		return Tuning.of(List.of(), "run", "--input", this.input.toString());
	}

	private void file(long bytes) throws Exception {
		try (RandomAccessFile file = new RandomAccessFile(this.input.resolve("roster.csv").toFile(), "rw")) {
			file.setLength(bytes);
		}
	}

	@Test
	void shortCommandsCompileOnce() {
		assertThat(Tuning.of(List.of(), "runs")).containsExactly(ONE_COMPILER, SERIAL);
	}

	@Test
	void aRunIsJudgedByWhatItReads() throws Exception {
		file(1_000);
		assertThat(run()).containsExactly(ONE_COMPILER, SERIAL)
			.isEqualTo(Tuning.of(List.of(), "run", "--input=" + this.input));
		file(200_000_000);
		assertThat(run()).doesNotContain(ONE_COMPILER).anyMatch((flag) -> flag.startsWith("-XX:Tier4"));
		assertThat(Tuning.of(List.of(), "run", "--input=" + this.input)).isEqualTo(run());
		assertThat(Tuning.of(List.of(), "run", "--input", "not-there")).doesNotContain(ONE_COMPILER);
	}

	@Test
	void whatServesForMonthsRunsAsJavaThinksBest() {
		assertThat(Tuning.of(List.of(), "serve")).isEmpty();
	}

	@Test
	void peoplesOwnFlagsAreNotContradicted() {
		assertThat(Tuning.of(List.of("-XX:+UseG1GC"), "runs")).containsExactly(ONE_COMPILER);
		assertThat(Tuning.of(List.of("-XX:TieredStopAtLevel=3"), "runs")).containsExactly(SERIAL);
		assertThat(JavaFlags.decideThemselves(List.of("-Xmx1g", "-Dname=value"))).isFalse();
		for (String flag : List.of("-XX:SharedArchiveFile=other.jsa", "-Xshare:off", "-javaagent:a.jar", "@flags")) {
			assertThat(JavaFlags.decideThemselves(List.of("-Xmx1g", flag))).as(flag).isTrue();
		}
	}

}
