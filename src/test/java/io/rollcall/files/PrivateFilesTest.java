package io.rollcall.files;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** On this system, and on file systems that it does not have. */
class PrivateFilesTest {

	private static FileSystem windows(String... views) {
		return Jimfs.newFileSystem(Configuration.windows().toBuilder().setAttributeViews("basic", views).build());
	}

	private static void createEverything(Path folder) throws Exception {
		PrivateFiles.createFolder(folder.resolve("a").resolve("b"));
		PrivateFiles.createFile(folder.resolve("a").resolve("empty"));
		assertThatExceptionOfType(FileAlreadyExistsException.class)
			.isThrownBy(() -> PrivateFiles.createFile(folder.resolve("a").resolve("empty")));
		try (FileChannel channel = PrivateFiles.create(folder.resolve("a").resolve("written"))) {
			channel.write(ByteBuffer.wrap(new byte[] { 1 }));
		}
		PrivateFiles.shareWithGroup(folder.resolve("a").resolve("written"));
		Durable.move(folder.resolve("a"), folder.resolve("c"));
		assertThat(Files.size(folder.resolve("c").resolve("written"))).isEqualTo(1);
		assertThat(folder.resolve("c").resolve("b")).isDirectory();
	}

	@Test
	void modesKeepOthersOut(@TempDir Path folder) throws Exception {
		createEverything(folder);
		Path made = folder.resolve("c");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made))).isEqualTo("rwx------");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.resolve("empty"))))
			.isEqualTo("rw-------");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made.resolve("written"))))
			.isEqualTo("rw-r-----");
	}

	@Test
	void aFileSystemWithoutRightsTakesThemAll() throws Exception {
		try (FileSystem stick = windows("dos")) {
			createEverything(stick.getPath("C:\\"));
		}
	}

	@Test
	void anAccessListNamesTheUserAlone() throws Exception {
		try (FileSystem system = windows("dos", "owner", "acl")) {
			FileAttribute<?>[] attributes = PrivateFiles.owners(system.getPath("C:\\"), "rw-------");
			assertThat(attributes).singleElement().satisfies((list) -> {
				assertThat(list.name()).isEqualTo("acl:acl");
				AclEntry entry = (AclEntry) ((List<?>) list.value()).get(0);
				assertThat(entry.principal().getName()).isEqualTo(System.getProperty("user.name"));
				assertThat(entry.permissions()).contains(AclEntryPermission.READ_DATA, AclEntryPermission.WRITE_DATA);
			});
		}
	}

}
