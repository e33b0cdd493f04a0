package io.rollcall.files;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Feature;
import com.google.common.jimfs.Jimfs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Where links are allowed, and where they are not. */
class LatestLinkTest {

	@Test
	void aLinkLeadsToTheNewest(@TempDir Path folder) throws Exception {
		Files.createDirectory(folder.resolve("1"));
		Files.writeString(folder.resolve("latest.txt"), "of a system without links");
		new LatestLink(folder).leadTo("1");
		new LatestLink(folder).leadTo("2");
		assertThat(Files.readSymbolicLink(folder.resolve("latest"))).hasToString("2");
		assertThat(folder.resolve("latest.txt")).doesNotExist();
		assertThat(folder).isDirectoryNotContaining("glob:**/.latest.part");
	}

	@Test
	void withoutLinksAFileNamesTheNewest() throws Exception {
		try (FileSystem windows = Jimfs
			.newFileSystem(Configuration.windows().toBuilder().setSupportedFeatures(Feature.FILE_CHANNEL).build())) {
			Path folder = Files.createDirectories(windows.getPath("C:\\output\\任务"));
			new LatestLink(folder).leadTo("2020-11-12-1");
			new LatestLink(folder).leadTo("2020-11-12-2");
			assertThat(Files.readString(folder.resolve("latest.txt")).strip()).isEqualTo("2020-11-12-2");
			assertThat(folder.resolve("latest")).doesNotExist();
		}
	}

	@Test
	void withoutLinksAFolderMayBeJoinedAndIsReplacedNextTime() throws Exception {
		try (FileSystem windows = Jimfs
			.newFileSystem(Configuration.windows().toBuilder().setSupportedFeatures(Feature.FILE_CHANNEL).build())) {
			Path folder = Files.createDirectories(windows.getPath("C:\\output\\任务"));
			new LatestLink(folder, LatestLinkTest::join).leadTo("2020-11-12-1");
			new LatestLink(folder, LatestLinkTest::join).leadTo("2020-11-12-2");
			assertThat(Files.readString(folder.resolve("latest"))).isEqualTo("C:\\output\\任务\\2020-11-12-2");
		}
	}

	/** A junction is removed like a file, and never replaced by itself. */
	private static void join(Path link, Path target) throws IOException {
		Files.writeString(Files.createFile(link), target.toString());
	}

	@Test
	void whatIsReachedByTheLinkIsToldFromWhatIsThere(@TempDir Path folder) {
		LatestLink link = new LatestLink(folder);
		assertThat(link.isBehind(folder.resolve("latest").resolve("findings.csv"))).isTrue();
		assertThat(link.isBehind(folder.resolve("2020-11-12-1").resolve("latest"))).isFalse();
	}

}
