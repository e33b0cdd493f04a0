package io.rollcall.setup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.rollcall.campaign.SourceRole;
import io.rollcall.campaign.SourceSettings;

/**
 * Where a source's files lie: the settings by which a run finds them, and no others.
 *
 * @param folder the folder below the input folder
 * @param files the pattern below that folder
 */
record Place(String folder, String files) {

	private static final String ALL = "**";

	private static final String HERE = ".";

	/** What means something in a pattern. */
	private static final String SIGNS = "\\*?[]{},";

	/**
	 * The place of a role's files.
	 * @param own the paths of its files, with {@code /}
	 * @param others the paths of all other files
	 * @return the place: a folder of its own if there is one, else the files by name
	 */
	static Place of(Collection<String> own, Collection<String> others) {
		String free = "";
		for (String folder = own.stream().map(Place::folderOf).reduce(Place::common).orElse(""); !folder
			.isEmpty(); folder = folderOf(folder)) {
			free = others.stream().noneMatch(isBelow(folder)) ? folder : free;
		}
		if (!free.isEmpty()) {
			return new Place(free, ALL);
		}
		SortedSet<String> patterns = new TreeSet<>();
		own.forEach((path) -> patterns.add(pattern(path, others)));
		String files = (patterns.size() == 1) ? patterns.first()
				: patterns.stream().collect(Collectors.joining(",", "{", "}"));
		return new Place(HERE, files);
	}

	/** The highest folder that holds no other files, else the file itself. */
	private static String pattern(String path, Collection<String> others) {
		List<String> above = new ArrayList<>();
		for (String folder = folderOf(path); !folder.isEmpty(); folder = folderOf(folder)) {
			above.add(0, folder);
		}
		return above.stream()
			.filter((folder) -> others.stream().noneMatch(isBelow(folder)))
			.findFirst()
			.map((folder) -> escaped(folder) + "/**")
			.orElse(escaped(path));
	}

	private static Predicate<String> isBelow(String folder) {
		return (path) -> path.startsWith(folder + "/");
	}

	private static String folderOf(String path) {
		return path.substring(0, Math.max(path.lastIndexOf('/'), 0));
	}

	private static String common(String one, String other) {
		String folder = one;
		while (!folder.isEmpty() && !other.equals(folder) && !isBelow(folder).test(other)) {
			folder = folderOf(folder);
		}
		return folder;
	}

	private static String escaped(String path) {
		StringBuilder escaped = new StringBuilder();
		path.chars().forEach((c) -> {
			if (SIGNS.indexOf(c) >= 0) {
				escaped.append('\\');
			}
			escaped.append((char) c);
		});
		return escaped.toString();
	}

	/** Whether a run looks there without any setting. */
	boolean isStandard(SourceRole role) {
		return this.folder.equals(role.word()) && this.files.equals(ALL);
	}

	/** Whether only files that are named are read, and no later ones. */
	boolean isByName() {
		return this.folder.equals(HERE);
	}

	/** Whether settings already take a file. */
	static boolean takes(SourceSettings settings, String path) {
		String folder = settings.folder().replaceAll("^(\\./)+|/+$", "");
		if (folder.equals(HERE) || folder.isEmpty()) {
			return settings.takes(Path.of(path));
		}
		return isBelow(folder).test(path) && settings.takes(Path.of(path.substring(folder.length() + 1)));
	}

	/** The places of all roles. */
	static Map<SourceRole, Place> of(Map<SourceRole, ? extends Collection<String>> paths) {
		Map<SourceRole, Place> places = new EnumMap<>(SourceRole.class);
		paths.forEach((role, own) -> {
			List<String> others = paths.entrySet()
				.stream()
				.filter((entry) -> entry.getKey() != role)
				.flatMap((entry) -> entry.getValue().stream())
				.toList();
			places.put(role, of(own, others));
		});
		return places;
	}

}
