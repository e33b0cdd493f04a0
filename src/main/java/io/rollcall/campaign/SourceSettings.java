package io.rollcall.campaign;

import java.nio.charset.Charset;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * How the files of one role are found and read.
 *
 * @param role the role
 * @param folder the folder below the input folder
 * @param files a glob pattern for the paths below that folder; case does not matter
 * @param encoding the encoding of text and DBF files, empty to find it out
 * @param sheet the only sheet to read, empty for every visible one
 * @param pick which of several files are read
 * @param headers further headers of this source, by canonical field name; they come
 * before the catalogue's
 * @param values what this source's values mean, by canonical field name: from the
 * source's value to the canonical one
 */
public record SourceSettings(SourceRole role, String folder, String files, Optional<Charset> encoding,
		Optional<String> sheet, Pick pick, Map<String, List<String>> headers, Map<String, Map<String, String>> values) {

	public SourceSettings {
		if (folder.startsWith("/") || folder.contains("\\") || folder.contains(":") || hasDots(folder)) {
			throw new SettingException("folder", "FOLDER", JobSection.shorten(folder));
		}
		try {
			FileSystems.getDefault().getPathMatcher("glob:" + files);
		}
		catch (PatternSyntaxException ex) {
			throw new SettingException("files", "PATTERN", JobSection.shorten(files));
		}
		headers = Map.copyOf(headers);
		values = Map.copyOf(values);
	}

	/** Which of several files are read. */
	public enum Pick {

		/** Every file. */
		ALL,
		/** The newest file only. */
		NEWEST

	}

	/**
	 * The settings of a role that the job file does not mention.
	 * @param role the role
	 * @return every file in the role's folder
	 */
	public static SourceSettings standard(SourceRole role) {
		return new SourceSettings(role, role.word(), "**", Optional.empty(), Optional.empty(), Pick.ALL, Map.of(),
				Map.of());
	}

	/**
	 * The same with its folder below a campaign's own.
	 * @param input the campaign's folder below the input folder
	 * @return the settings
	 */
	SourceSettings below(String input) {
		return at(input + "/" + this.folder);
	}

	/** The same with a folder that begins later in its path. */
	SourceSettings from(int place) {
		return at(this.folder.substring(place));
	}

	private SourceSettings at(String place) {
		return new SourceSettings(this.role, place, this.files, this.encoding, this.sheet, this.pick, this.headers,
				this.values);
	}

	/**
	 * Whether a file belongs to this source.
	 * @param path the file's path below the source's folder
	 * @return true when the pattern takes it
	 */
	public boolean takes(Path path) {
		String name = path.toString().replace('\\', '/').toLowerCase(Locale.ROOT);
		String pattern = this.files.toLowerCase(Locale.ROOT);
		// "**/" would ask for at least one folder, which nobody expects
		return matches(pattern, name) || pattern.startsWith("**/") && matches(pattern.substring(3), name);
	}

	/** Whether the pattern may take files in folders below the source's. */
	boolean readsBelow() {
		return this.files.contains("**") || this.files.contains("/");
	}

	private static boolean matches(String pattern, String name) {
		return FileSystems.getDefault().getPathMatcher("glob:" + pattern).matches(Path.of(name));
	}

	private static boolean hasDots(String folder) {
		return List.of(folder.split("/")).contains("..");
	}

}
