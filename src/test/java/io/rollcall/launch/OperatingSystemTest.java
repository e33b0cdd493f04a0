package io.rollcall.launch;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class OperatingSystemTest {

	@ParameterizedTest
	@CsvSource({ "Linux, LINUX", "Mac OS X, MAC", "Darwin, MAC", "Windows 11, WINDOWS", "Windows Server 2022, WINDOWS",
			"FreeBSD, OTHER" })
	void aSystemIsToldByItsName(String name, OperatingSystem system) {
		assertThat(OperatingSystem.of(name)).isEqualTo(system);
	}

	@Test
	void programsOfWindowsHaveAnEnding() {
		assertThat(OperatingSystem.WINDOWS.program("java")).isEqualTo("java.exe");
		assertThat(OperatingSystem.MAC.program("java")).isEqualTo("java");
	}

}
