package io.rollcall.campaign;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
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
	 * Whether two campaigns share an input folder: the folder that their job files name,
	 * or one in the other, or the folder of any role lies where a role of the other
	 * reads.
	 */
	static boolean isShared(Campaign one, Campaign other) {
		Optional<InputPlace> first = one.input();
		Optional<InputPlace> second = other.input();
		if (first.equals(second)) {
			return true;
		}
		if (first.isPresent() && second.isPresent() && isNested(first.get().folder(), second.get().folder())) {
			return true;
		}
		return Stream.of(SourceRole.values())
			.anyMatch((role) -> Stream.of(SourceRole.values())
				.anyMatch((another) -> isRead(one.source(role), other.source(another))));
	}

	private static boolean isRead(SourceSettings one, SourceSettings other) {
		Path first = Path.of(one.folder()).normalize();
		Path second = Path.of(other.folder()).normalize();
		return first.equals(second)
				|| isNested(one.folder(), other.folder()) && ((isAbove(first, second) ? one : other).readsBelow());
	}

	private static boolean isAbove(Path one, Path other) {
		return one.toString().isEmpty() || !other.toString().isEmpty() && other.startsWith(one);
	}

	/**
	 * Whether a folder is another one, or lies in it, or it in the other.
	 * @param one a path below the input folder, with {@code /}
	 * @param other another
	 * @return true when a file of one may be a file of the other
	 */
	public static boolean isNested(String one, String other) {
		Path first = Path.of(one).normalize();
		Path second = Path.of(other).normalize();
		return isAbove(first, second) || isAbove(second, first);
	}

}
