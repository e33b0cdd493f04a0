package io.rollcall.campaign;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A campaign's own folder below the input folder: the folders of its roles lie in it, so
 * that the files of two schools never lie in one folder.
 *
 * @param folder the path below the input folder, with {@code /}
 */
public record InputPlace(String folder) {

	public InputPlace {
		String path = folder.strip().replaceAll("/+$", "");
		if (folder.startsWith("/") || !isBelow(path)) {
			throw new SettingException("input", "FOLDER", JobSection.shorten(folder));
		}
		folder = path;
	}

	private static boolean isBelow(String path) {
		try {
			return !path.contains("\\") && !path.contains(":") && !Path.of(path).isAbsolute()
					&& Stream.of(path.split("/", -1))
						.noneMatch((name) -> name.isBlank() || name.equals(".") || name.equals(".."));
		}
		catch (InvalidPathException ex) {
			return false;
		}
	}

	/**
	 * Whether a folder is another one, or lies in it, or it in the other.
	 * @param one a path below the input folder, with {@code /}
	 * @param other another
	 * @return true when a file of one may be a file of the other
	 */
	public static boolean isNested(String one, String other) {
		return isNested(Path.of(one).normalize(), Path.of(other).normalize());
	}

	/** Whether a folder is another one, or the other lies in it; both normalized. */
	static boolean isAbove(Path one, Path other) {
		return one.toString().isEmpty() || !other.toString().isEmpty() && other.startsWith(one);
	}

	/** As of texts; both normalized. */
	static boolean isNested(Path one, Path other) {
		return isAbove(one, other) || isAbove(other, one);
	}

}
