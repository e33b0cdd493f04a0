package io.rollcall.account;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Looks at the two photos of an upload in the folder where they lie: how many, their
 * extension, first bytes and size. Reads nothing else, opens no picture, keeps and names
 * nothing: the names of such files tend to hold names and ID numbers.
 */
public final class PhotoCheck {

	private static final int FIRST_BYTES = 8;

	/** How the content of each type begins, in hexadecimal. */
	private static final Map<String, String> BEGINNINGS = Map.of("jpg", "ffd8ff", "jpeg", "ffd8ff", "png", "89504e47",
			"gif", "47494638");

	private PhotoCheck() {
	}

	/**
	 * Looks at a folder. Files whose name begins with a dot, folders and symbolic links
	 * in it do not count.
	 * @param folder the folder that the user named for this check
	 * @return the first of COUNT, TYPE and SIZE that applies, else PASS
	 * @throws IOException when the folder or a photo cannot be read; its message names
	 * neither
	 */
	public static Result check(Path folder) throws IOException {
		try {
			List<Path> photos = photos(folder);
			if (photos.size() != AccountLimits.PHOTO_COUNT) {
				return Result.COUNT;
			}
			for (Path photo : photos) {
				if (!isAllowedType(photo)) {
					return Result.TYPE;
				}
			}
			for (Path photo : photos) {
				if (Files.size(photo) > AccountLimits.PHOTO_BYTES) {
					return Result.SIZE;
				}
			}
			return Result.PASS;
		}
		catch (IOException | DirectoryIteratorException ex) {
			// The words of the cause quote the name of the file.
			throw new IOException("the folder cannot be read");
		}
	}

	/** Three are enough to know that there are not two. */
	private static List<Path> photos(Path folder) throws IOException {
		List<Path> photos = new ArrayList<>();
		try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
			for (Path entry : entries) {
				if (!entry.getFileName().toString().startsWith(".")
						&& Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS)) {
					photos.add(entry);
				}
				if (photos.size() > AccountLimits.PHOTO_COUNT) {
					break;
				}
			}
		}
		return photos;
	}

	private static boolean isAllowedType(Path photo) throws IOException {
		String name = photo.getFileName().toString();
		String beginning = BEGINNINGS.get(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
		if (name.indexOf('.') < 0 || beginning == null) {
			return false;
		}
		try (InputStream in = Files.newInputStream(photo, LinkOption.NOFOLLOW_LINKS)) {
			return HexFormat.of().formatHex(in.readNBytes(FIRST_BYTES)).startsWith(beginning);
		}
	}

	/** What is said about a folder. */
	public enum Result {

		/** Two photos of an allowed type and size. */
		PASS,
		/** A photo's type is not allowed, or its content is of another type. */
		TYPE,
		/** A photo is larger than {@link AccountLimits#PHOTO_BYTES}. */
		SIZE,
		/** There are not exactly two photos. */
		COUNT

	}

}
