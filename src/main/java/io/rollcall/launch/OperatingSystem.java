package io.rollcall.launch;

import java.util.Locale;

/** The kinds of system that differ for this program. */
public enum OperatingSystem {

	/** With {@code /proc}, user namespaces and {@code setsid}. */
	LINUX,

	/** With signals and file modes, without {@code /proc}. */
	MAC,

	/** Without signals, file modes, and mostly without the right to make links. */
	WINDOWS,

	/** Any other; taken for a Unix. */
	OTHER;

	/**
	 * The system of this process.
	 * @return its kind
	 */
	public static OperatingSystem current() {
		return of(System.getProperty("os.name"));
	}

	/**
	 * The system of a name.
	 * @param name the value of {@code os.name}
	 * @return its kind
	 */
	public static OperatingSystem of(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		if (lower.startsWith("linux")) {
			return LINUX;
		}
		if (lower.startsWith("mac") || lower.startsWith("darwin")) {
			return MAC;
		}
		return lower.startsWith("windows") ? WINDOWS : OTHER;
	}

	/**
	 * What a program's file is called here.
	 * @param name the program
	 * @return its file name
	 */
	public String program(String name) {
		return (this == WINDOWS) ? name + ".exe" : name;
	}

}
