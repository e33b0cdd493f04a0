package io.rollcall.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryFlag;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Files and folders that only their owner may read: by their mode where the file system
 * has modes, by an access list where it has those (Windows). A file system with neither,
 * such as that of a memory stick, protects nothing, and nothing is said of it.
 */
public final class PrivateFiles {

	private static final FileAttribute<?>[] NONE = {};

	private PrivateFiles() {
	}

	/**
	 * Makes a folder, and those above it that are missing, that nobody else may enter.
	 * @param folder the folder
	 * @throws IOException when it cannot be made
	 */
	public static void createFolder(Path folder) throws IOException {
		Files.createDirectories(folder, owners(folder, "rwx------"));
	}

	/**
	 * Makes an empty file that nobody else may read.
	 * @param file the file
	 * @throws java.nio.file.FileAlreadyExistsException when it is there
	 * @throws IOException when it cannot be made
	 */
	public static void createFile(Path file) throws IOException {
		Files.createFile(file, owners(file, "rw-------"));
	}

	/**
	 * Makes a file that nobody else may read, to be written.
	 * @param file the file
	 * @return the open file
	 * @throws java.nio.file.FileAlreadyExistsException when it is there
	 * @throws IOException when it cannot be made
	 */
	public static FileChannel create(Path file) throws IOException {
		return FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
				owners(file, "rw-------"));
	}

	/**
	 * Lets the owner's group read a file too. Where rights are not a file's own, those of
	 * its folder hold.
	 * @param file the file
	 */
	public static void shareWithGroup(Path file) {
		try {
			Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
		}
		catch (UnsupportedOperationException | IOException ex) {
			// A file system without modes, or one that fixes them when it is mounted.
		}
	}

	static FileAttribute<?>[] owners(Path path, String mode) throws IOException {
		FileSystem system = path.getFileSystem();
		if (system.supportedFileAttributeViews().contains("posix")) {
			return new FileAttribute<?>[] {
					PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)) };
		}
		if (system.supportedFileAttributeViews().contains("acl")) {
			return new FileAttribute<?>[] { new OwnersList(List.of(everythingFor(user(system)))) };
		}
		return NONE;
	}

	private static UserPrincipal user(FileSystem system) throws IOException {
		return system.getUserPrincipalLookupService().lookupPrincipalByName(System.getProperty("user.name"));
	}

	/** What is made in such a folder later inherits the list. */
	private static AclEntry everythingFor(UserPrincipal user) {
		return AclEntry.newBuilder()
			.setType(AclEntryType.ALLOW)
			.setPrincipal(user)
			.setPermissions(EnumSet.allOf(AclEntryPermission.class))
			.setFlags(AclEntryFlag.FILE_INHERIT, AclEntryFlag.DIRECTORY_INHERIT)
			.build();
	}

	/**
	 * An access list.
	 *
	 * @param value its entries
	 */
	private record OwnersList(List<AclEntry> value) implements FileAttribute<List<AclEntry>> {

		@Override
		public String name() {
			return "acl:acl";
		}

	}

}
