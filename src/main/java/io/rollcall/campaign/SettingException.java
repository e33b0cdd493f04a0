package io.rollcall.campaign;

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
