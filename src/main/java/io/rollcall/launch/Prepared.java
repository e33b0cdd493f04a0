package io.rollcall.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import java.util.jar.Manifest;

/**
 * A folder beside {@code rollcall.jar} with the same build laid out in plain jars, the
 * programs of the embedded database, and its classes as Java maps them into memory, which
 * {@link Prepare} makes. A command starts from there in a fraction of the time, but only
 * in a Java that is told so by flags.
 */
final class Prepared {

	/** The entry of a manifest that tells one build from another. */
	private static final String BUILD = "Rollcall-Build";

	private static final String JAR = ".jar";

	private final Path jar;

	private final Path folder;

	private Prepared(Path jar, Path folder) {
		this.jar = jar;
		this.folder = folder;
	}

	/**
	 * The folder of a jar, whether it is there or not.
	 * @throws IOException when the jar itself is not there, or is no jar
	 */
	static Prepared of(Path jar) throws IOException {
		Path real = jar.toRealPath();
		String name = real.getFileName().toString();
		if (!name.endsWith(JAR)) {
			throw new NoSuchFileException(name);
		}
		return new Prepared(real, real.resolveSibling(name.substring(0, name.length() - JAR.length())));
	}

	Path folder() {
		return this.folder;
	}

	/** The program's own classes; their manifest names the other jars. */
	Path code() {
		return this.folder.resolve(this.jar.getFileName());
	}

	/**
	 * The classes as Java maps them into memory; comes last, so it tells that all is
	 * there.
	 */
	Path classes() {
		return this.folder.resolve("classes.jsa");
	}

	/**
	 * How to start the program from such a folder.
	 * @param arguments the program's arguments
	 * @return the command, or null where this process has to do
	 */
	static List<String> command(String... arguments) {
		List<String> flags = JavaFlags.given(arguments.length);
		if (flags == null || JavaFlags.decideThemselves(flags) || !SecondProcess.isPossible(arguments)) {
			return null;
		}
		try {
			Prepared prepared = of(Path.of(System.getProperty("java.class.path")));
			if (!Files.isRegularFile(prepared.classes()) || !SecondProcess.canBeTold(prepared.code())
					|| !prepared.isSameBuild()) {
				return null;
			}
			List<String> command = new ArrayList<>();
			command.add(JavaFlags.program());
			command.addAll(sharing(prepared.classes()));
			command.addAll(Tuning.of(flags, arguments));
			command.addAll(flags);
			Collections.addAll(command, "-jar", prepared.code().toString());
			Collections.addAll(command, arguments);
			return command;
		}
		catch (IOException ex) {
			return null;
		}
	}

	/**
	 * Another Java than the one that made the file goes on without it, and without a
	 * word.
	 */
	private static List<String> sharing(Path classes) {
		return List.of("-XX:SharedArchiveFile=" + classes, "-Xshare:auto", "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
	}

	private boolean isSameBuild() throws IOException {
		String build = build(this.jar);
		return build != null && build.equals(build(code()));
	}

	private static String build(Path jar) throws IOException {
		try (JarFile file = new JarFile(jar.toFile(), false)) {
			Manifest manifest = file.getManifest();
			return (manifest != null) ? manifest.getMainAttributes().getValue(BUILD) : null;
		}
	}

}
