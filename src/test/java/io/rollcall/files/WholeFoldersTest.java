package io.rollcall.files;

import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

class WholeFoldersTest {

	@TempDir
	private Path folder;

	private Path from;

	@BeforeEach
	void fill() throws Exception {
		this.from = Files.createDirectories(this.folder.resolve("from"));
		Files.writeString(Files.createDirectories(this.from.resolve("bin")).resolve("program"), "program")
			.toFile()
			.setExecutable(true);
		Files.createDirectories(this.from.resolve("empty"));
	}

	private static void assertFilled(Path to) {
		assertThat(to.resolve("bin/program")).hasContent("program").isExecutable();
		assertThat(to.resolve("empty")).isEmptyDirectory();
	}

	@Test
	void whatWasLinkedStaysWhenTheOtherFolderGoes() throws Exception {
		Path to = Files.createDirectory(this.folder.resolve("to"));
		WholeFolders.link(this.from, to);
		WholeFolders.delete(this.from);
		assertFilled(to);
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void linksInItAreMadeAnew() throws Exception {
		Files.createSymbolicLink(this.from.resolve("lib.so"), Path.of("bin/program"));
		Path to = Files.createDirectory(this.folder.resolve("to"));
		WholeFolders.link(this.from, to);
		assertThat(Files.readSymbolicLink(to.resolve("lib.so"))).isEqualTo(Path.of("bin/program"));
	}

	@Test
	@EnabledOnOs(OS.LINUX)
	void ontoAnotherDiskItIsCopied() throws Exception {
		Path memory = Path.of("/dev/shm");
		assumeThat(Files.isWritable(memory)).isTrue();
		FileStore here = Files.getFileStore(this.folder);
		assumeThat(Files.getFileStore(memory)).isNotEqualTo(here);
		Path to = Files.createTempDirectory(memory, "rollcall");
		try {
			WholeFolders.link(this.from, to);
			assertFilled(to);
		}
		finally {
			WholeFolders.delete(to);
		}
	}

}
