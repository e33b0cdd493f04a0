package io.rollcall.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Every file below a folder, links followed. Whatever cannot be entered or opened is
 * found by its name like a file, so that one bad entry costs itself only.
 */
final class FolderWalk {

	/** Deeper folders are no delivery of anybody. */
	private static final int MAX_DEPTH = 64;

	private final List<Found> found = new ArrayList<>();

	private final Path root;

	private FolderWalk(Path root) {
		this.root = root;
	}

	/**
	 * A file, or what is in its place.
	 *
	 * @param path the path below the folder for people, with {@code /}
	 * @param file the file
	 * @param trouble why it cannot be opened, or empty
	 */
	record Found(String path, Path file, Optional<Trouble> trouble) {

		/** The name without folders. */
		String name() {
			return this.path.substring(this.path.lastIndexOf('/') + 1);
		}

	}

	/** Why an entry of a folder cannot be opened. */
	enum Trouble {

		/** A folder that cannot be listed. */
		FOLDER_UNREADABLE,
		/** A link to a folder in which it lies itself. */
		LOOP,
		/** A link to nothing. */
		DEAD_LINK,
		/** A pipe, a device or the like, which may never end. */
		NO_FILE,
		/** It went away while the folder was looked through. */
		GONE;

		/** Whether the entry stands for a whole folder. */
		boolean isOfFolder() {
			return this == FOLDER_UNREADABLE || this == LOOP;
		}

	}

	/**
	 * Lists what is below a folder.
	 * @param root the folder
	 * @return the files, by path; nothing where there is no folder
	 */
	static List<Found> of(Path root) {
		FolderWalk walk = new FolderWalk(root);
		if (Files.exists(root, LinkOption.NOFOLLOW_LINKS)) {
			walk.look(root, ".", List.of());
		}
		walk.found.sort(Comparator.comparing(Found::path));
		return walk.found;
	}

	private void look(Path entry, String path, List<Path> above) {
		if (Files.isDirectory(entry)) {
			enter(entry, path, above);
		}
		else if (Files.isRegularFile(entry) && above.size() > 0) {
			add(entry, path, null);
		}
		else if (above.isEmpty()) {
			add(entry, path, Trouble.FOLDER_UNREADABLE);
		}
		else if (Files.isSymbolicLink(entry)) {
			add(entry, path, Files.exists(entry) ? Trouble.NO_FILE : Trouble.DEAD_LINK);
		}
		else {
			add(entry, path, Files.exists(entry) ? Trouble.NO_FILE : Trouble.GONE);
		}
	}

	private void enter(Path folder, String path, List<Path> above) {
		try {
			Path real = folder.toRealPath();
			boolean around = !above.isEmpty() && (above.contains(real) || this.root.toRealPath().startsWith(real));
			if (around || above.size() > MAX_DEPTH) {
				add(folder, path, Trouble.LOOP);
				return;
			}
			List<Path> inside = new ArrayList<>(above);
			inside.add(real);
			for (InputPaths.Entry entry : InputPaths.entries(folder)) {
				look(entry.file(), above.isEmpty() ? entry.name() : path + "/" + entry.name(), inside);
			}
		}
		catch (NoSuchFileException ex) {
			add(folder, path, Trouble.GONE);
		}
		catch (IOException ex) {
			add(folder, path, Trouble.FOLDER_UNREADABLE);
		}
	}

	private void add(Path file, String path, @Nullable Trouble trouble) {
		this.found.add(new Found(path, file, Optional.ofNullable(trouble)));
	}

}
