package io.rollcall.desk;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class UploadFolderTest {

	@TempDir
	private Path home;

	private Path waiting(String text) throws IOException {
		return Files.writeString(this.home.resolve("waiting"), text);
	}

	@Test
	void noFileIsEverReplacedNorATurnGivenTwice() throws Exception {
		Path target = this.home.resolve("input/roster/portal/registrar");
		Files.createDirectories(target);
		Files.writeString(target.resolve("20201110-0001.xlsx"), "a person's own");
		assertThat(UploadFolder.moveIn(waiting("one"), target, "20201110", Set.of(), "csv"))
			.isEqualTo("20201110-0002.csv");
		assertThat(UploadFolder.moveIn(waiting("two"), target, "20201110", Set.of("20201110-0003"), "csv"))
			.isEqualTo("20201110-0004.csv");
		assertThat(Files.readString(target.resolve("20201110-0001.xlsx"))).isEqualTo("a person's own");
		assertThat(Files.readString(target.resolve("20201110-0002.csv"))).isEqualTo("one");
		try (Stream<Path> there = Files.list(target)) {
			assertThat(there).as("nothing half written").hasSize(3);
		}
	}

	@Test
	void whatIsTooLongLeavesNothing() {
		UploadFolder folder = new UploadFolder(this.home);
		assertThatExceptionOfType(UploadFolder.TooLarge.class)
			.isThrownBy(() -> folder.store("a", "csv", new ByteArrayInputStream(new byte[11]), 10));
		assertThat(this.home.resolve("uploads")).isEmptyDirectory();
	}

	@Test
	void asMuchAsAllowedIsStoredWithItsHash() throws Exception {
		UploadFolder.Stored stored = new UploadFolder(this.home).store("a", "csv",
				new ByteArrayInputStream("abc".getBytes()), 3);
		assertThat(stored.size()).isEqualTo(3);
		assertThat(stored.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
	}

}
