package io.rollcall.launch;

import java.io.File;
import java.util.Optional;

/** How people started this program, so that they can be told what to type next. */
public final class Invocation {

	/** The launcher scripts tell by it how they were typed. */
	static final String TYPED = "ROLLCALL_COMMAND";

	/** The first process tells the second one by it what {@link #words()} are. */
	static final String WORDS = "ROLLCALL_WORDS";

	private Invocation() {
	}

	/**
	 * What stands before a command.
	 * @return such as {@code ./rollcall}, or {@code java -jar target/rollcall.jar}
	 */
	public static String words() {
		return Optional.ofNullable(System.getenv(WORDS))
			.orElseGet(() -> words(System.getenv(TYPED), System.getProperty("java.class.path")));
	}

	static String words(String typed, String classPath) {
		if (typed != null && !typed.isBlank()) {
			return quoted(typed);
		}
		boolean jar = classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator);
		return jar ? "java -jar " + quoted(classPath) : "rollcall";
	}

	private static String quoted(String word) {
		return word.contains(" ") ? '"' + word + '"' : word;
	}

}
