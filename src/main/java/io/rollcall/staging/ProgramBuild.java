package io.rollcall.staging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

import io.rollcall.launch.RunningJar;
import org.jspecify.annotations.Nullable;

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
		return RunningJar.find().map(ProgramBuild::entry).orElseGet(() -> UUID.randomUUID().toString());
	}

	private static @Nullable String entry(Path path) {
		try (JarFile jar = new JarFile(path.toFile(), false)) {
			Manifest manifest = jar.getManifest();
			return (manifest != null) ? manifest.getMainAttributes().getValue(ENTRY) : null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
