package io.rollcall.launch;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;

/** The jar that the program is running from. */
public final class RunningJar {

	private RunningJar() {
	}

	/**
	 * The jar that holds the program's own classes.
	 * @return its absolute path; empty where the program runs from several jars or from
	 * classes that are in none
	 */
	public static Optional<Path> find() {
		return in(System.getProperty("java.class.path"));
	}

	static Optional<Path> in(String classPath) {
		boolean single = classPath.endsWith(".jar") && !classPath.contains(File.pathSeparator);
		return single ? Optional.of(Path.of(classPath).toAbsolutePath()) : Optional.empty();
	}

}
