package io.rollcall.campaign;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;

import io.rollcall.linkage.Edits;

/**
 * A setting that is not valid. The records of this package throw it with a path below
 * themselves; reading the job file puts the path of the section in front and turns it
 * into a {@link JobFileException} with file and line.
 */
final class SettingException extends IllegalArgumentException {

	private final String path;

	private final String reason;

	private final transient Object[] arguments;

	/**
	 * A setting that is not valid.
	 * @param path the path of the setting, such as {@code school.code}
	 * @param reason the key of the text below {@code campaign.}
	 * @param arguments the values that the text names
	 */
	SettingException(String path, String reason, Object... arguments) {
		super(path + ": " + reason);
		this.path = path;
		this.reason = reason;
		this.arguments = arguments;
	}

	/**
	 * A setting whose name nobody knows, with the one that is probably meant.
	 * @param path the path of the setting
	 * @param name its name as written
	 * @param known the names that could stand there, in the order in which they are told
	 * @return what to tell
	 */
	static SettingException unknown(String path, String name, Collection<String> known) {
		String all = String.join(", ", known);
		return known.stream()
			.filter((one) -> typingErrors(name, one) <= Math.min(2, name.length() / 3))
			.min(Comparator.comparingInt((one) -> typingErrors(name, one)))
			.map((one) -> new SettingException(path, "MISTYPED_SETTING", one, all))
			.orElseGet(() -> new SettingException(path, "UNKNOWN_SETTING", all));
	}

	/**
	 * Other programs write the words of a name together, or with another sign between.
	 */
	private static int typingErrors(String name, String other) {
		return Edits.between(plain(name), plain(other));
	}

	private static String plain(String name) {
		return name.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
	}

	SettingException below(String section) {
		String joined = (section.isEmpty() || this.path.isEmpty()) ? section + this.path : section + "." + this.path;
		return new SettingException(joined, this.reason, this.arguments);
	}

	String path() {
		return this.path;
	}

	String reason() {
		return this.reason;
	}

	Object[] arguments() {
		return this.arguments.clone();
	}

}
