package io.rollcall.staging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/** Tells one build of the program from every other. */
public final class ProgramBuild {

	private static final String ENTRY = "Rollcall-Build";

	private static final String MARK = mark();

	private ProgramBuild() {
	}

	/**
	 * The mark of the build that is running.
	 * @return what the jar's manifest says; of classes that are in no such jar, something
	 * that no other process has
	 */
	public static String current() {
		return MARK;
	}

	private static String mark() {
		String path = System.getProperty("java.class.path");
		String build = path.endsWith(".jar") ? entry(path) : null;
		return (build != null) ? build : UUID.randomUUID().toString();
	}

	private static String entry(String path) {
		try (JarFile jar = new JarFile(path, false)) {
			Manifest manifest = jar.getManifest();
			return (manifest != null) ? manifest.getMainAttributes().getValue(ENTRY) : null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
