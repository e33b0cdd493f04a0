package io.rollcall.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import io.rollcall.Patience;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The zip as somebody without Maven unpacks it, and its launcher. */
class LauncherIT {

	private static final Path TARGET = Path.of(System.getProperty("rollcall.jar")).getParent();

	@TempDir
	private Path folder;

	private Path unpacked;

	@BeforeEach
	void unpack() throws IOException {
		Path zip;
		try (Stream<Path> files = Files.list(TARGET)) {
			zip = files.filter((file) -> file.getFileName().toString().matches("rollcall-.*\\.zip"))
				.findFirst()
				.orElseThrow();
		}
		Path into = Files.createDirectory(this.folder.resolve("学籍 核对"));
		try (ZipFile archive = ZipFile.builder().setPath(zip).get()) {
			for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
				Path file = into.resolve(entry.getName());
				if (entry.isDirectory()) {
					Files.createDirectories(file);
					continue;
				}
				Files.createDirectories(file.getParent());
				try (InputStream content = archive.getInputStream(entry)) {
					Files.copy(content, file);
				}
				file.toFile().setExecutable((entry.getUnixMode() & 0100) != 0);
			}
		}
		this.unpacked = into.resolve(zip.getFileName().toString().replace(".zip", ""));
	}

	private Packaged.Ended call(ProcessBuilder builder) throws Exception {
		Path said = this.folder.resolve("said.txt");
		Process process = builder.directory(this.unpacked.toFile())
			.redirectErrorStream(true)
			.redirectOutput(said.toFile())
			.start();
		return new Packaged.Ended(Patience.await(process, () -> Files.readString(said)), Files.readString(said));
	}

	private ProcessBuilder launcher(String... words) {
		List<String> command = new ArrayList<>(List.of(this.unpacked.resolve("rollcall").toString()));
		Collections.addAll(command, words);
		ProcessBuilder builder = new ProcessBuilder(command);
		builder.environment().keySet().removeAll(List.of("ROLLCALL_HOME", "LC_ALL", "LANG", "JAVA_OPTS"));
		builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
		return builder;
	}

	@Test
	void theSampleRunsWhereItIsUnpacked() throws Exception {
		Packaged.Ended run = call(launcher("run", "--reason", "试 \"一\" 下", "--output", "报告"));
		assertThat(run.code()).as(run.text()).isEqualTo(ExitCode.REFUSED);
		assertThat(this.unpacked.resolve("报告/freshman-2020/latest/registrar.xlsx")).isRegularFile();
		assertThat(Files.readString(this.unpacked.resolve("报告/freshman-2020/latest/manifest.json"))).contains("一");
		assertThat(this.unpacked.resolve(".rollcall")).isDirectory();
	}

	@Test
	void exitCodesAndFlagsArePassedOn() throws Exception {
		assertThat(call(launcher("nonsense")).code()).isEqualTo(ExitCode.USAGE);
		ProcessBuilder flags = launcher("--version");
		flags.environment().put("JAVA_OPTS", "-XX:+PrintFlagsFinal -Xmx320m");
		assertThat(call(flags).text()).containsPattern("MaxHeapSize\\s*= 335544320");
	}

	@Test
	void aJavaThatIsMissingOrTooOldIsToldInOneSentence() throws Exception {
		Path old = Files.createDirectories(this.folder.resolve("java-8"));
		Files.writeString(old.resolve("release"), "JAVA_VERSION=\"1.8.0_392\"\n");
		Path program = Files.writeString(Files.createDirectory(old.resolve("bin")).resolve("java"), "#!/bin/sh\n");
		assertThat(program.toFile().setExecutable(true)).isTrue();
		ProcessBuilder builder = launcher("runs");
		builder.environment().put("JAVA_HOME", old.toString());
		Packaged.Ended other = call(builder);
		assertThat(other.code()).as("another is found on the path: " + other.text()).isZero();
		assertThat(told(old.toString(), "runs"))
			.isEqualTo("%s (8) 的 Java 太旧；Rollcall 需要 Java 17 或更高版本，请安装后再试，或用 JAVA_HOME 指明所在文件夹。", old);
		assertThat(told("", "--lang", "en", "runs")).isEqualTo(
				"No Java was found; Rollcall needs Java 17 or newer: install one, or name its folder by JAVA_HOME.");
	}

	/** What is said where no other Java is to be found, and with exit code 1. */
	private String told(String javaHome, String... words) throws Exception {
		Path script = this.unpacked.resolve("rollcall");
		String shipped = Files.readString(script);
		Path elsewhere = Files.writeString(this.unpacked.resolve("without-others"),
				shipped.replaceAll("(?m)^program=.*$", "").replace("/usr/lib/jvm/* /opt/java/*", ""));
		assertThat(elsewhere.toFile().setExecutable(true)).isTrue();
		ProcessBuilder builder = launcher(words);
		builder.command().set(0, elsewhere.toString());
		builder.environment().put("JAVA_HOME", javaHome);
		Packaged.Ended ended = call(builder);
		assertThat(ended.code()).isEqualTo(ExitCode.FAILED);
		return ended.text().strip();
	}

	@Test
	void theLauncherOfWindowsHasItsLineEnds() throws Exception {
		assertThat(Files.readString(this.unpacked.resolve("rollcall.cmd"))).contains("\r\n")
			.doesNotContainPattern("[^\r]\n");
	}

}
