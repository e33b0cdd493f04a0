package io.rollcall.launch;

import java.io.File;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RunningJarTest {

	@Test
	void aSingleJarIsTheProgram() {
		assertThat(RunningJar.in("rollcall.jar")).contains(Path.of("rollcall.jar").toAbsolutePath());
	}

	@Test
	void classesAndSeveralJarsAreNot() {
		assertThat(RunningJar.in("target/classes")).isEmpty();
		assertThat(RunningJar.in("target/classes" + File.pathSeparator + "one.jar")).isEmpty();
		assertThat(RunningJar.in("")).isEmpty();
	}

}
