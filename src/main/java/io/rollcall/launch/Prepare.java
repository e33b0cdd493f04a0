package io.rollcall.launch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Makes the folder from which commands start quickly ({@link Prepared}): lays the jar and
 * the programs of the database out and has a small invented campaign run, at whose end
 * Java writes down the classes it has loaded. The build does so; where the jar is moved
 * to, or Java changes, it is done again by
 * {@code java -cp rollcall.jar io.rollcall.launch.Prepare}.
 */
public final class Prepare {

	/** The program's class that runs what a command usually needs. */
	private static final String TRAINING = "io.rollcall.cli.Training";

	private static final int MINUTES = 10;

	/** Without these, programs do not start at all; most are needed on Windows. */
	private static final Set<String> NEEDED = Set.of("PATH", "SYSTEMROOT", "WINDIR", "COMSPEC", "PATHEXT", "TEMP",
			"TMP", "TMPDIR", "USERNAME", "USERDOMAIN", "COMPUTERNAME");

	private Prepare() {
	}

	/**
	 * Makes the folder anew.
	 * @param arguments none
	 * @throws IOException when the folder cannot be written
	 * @throws InterruptedException never
	 */
	public static void main(String[] arguments) throws IOException, InterruptedException {
		Path jar = Path.of(System.getProperty("java.class.path")).toRealPath();
		Prepared prepared = Prepared.of(jar);
		Path scratch = prepared.folder().resolve("training");
		delete(prepared.folder());
		Files.createDirectories(scratch);
		Path log = scratch.resolve("log.txt");
		Path classes = scratch.resolve("classes.jsa");
		boolean done = call(scratch, log, "-Djarmode=tools", "-jar", jar.toString(), "extract", "--force",
				"--destination", prepared.folder().toString())
				&& call(scratch, log, "-Xlog:cds=off", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
						"-XX:ArchiveClassesAtExit=" + classes, "-cp", prepared.code().toString(), TRAINING,
						scratch.toString())
				&& Files.exists(classes);
		if (!done) {
			System.err.println(Files.readString(log));
			System.err.println("Commands start slowly: the program cannot run here.");
			System.exit(1);
		}
		Files.move(classes, prepared.classes());
		delete(scratch);
	}

	/** Nothing from outside may lead it to a database or folder that counts. */
	private static boolean call(Path folder, Path log, String... words) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>();
		command.add(JavaFlags.program());
		Collections.addAll(command, words);
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
		builder.environment().keySet().removeIf((name) -> !NEEDED.contains(name.toUpperCase(Locale.ROOT)));
		builder.environment().put("LC_ALL", "C.UTF-8");
		builder.environment().put("ROLLCALL_HOME", folder.resolve("home").toString());
		Process process = builder.start();
		process.getOutputStream().close();
		try {
			return process.waitFor(MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
		}
		finally {
			process.destroy();
		}
	}

	private static void delete(Path folder) throws IOException {
		if (Files.exists(folder)) {
			Files.walkFileTree(folder, new SimpleFileVisitor<>() {

				@Override
				public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
					Files.delete(file);
					return FileVisitResult.CONTINUE;
				}

				@Override
				public FileVisitResult postVisitDirectory(Path emptied, IOException ex) throws IOException {
					Files.delete(emptied);
					return FileVisitResult.CONTINUE;
				}

			});
		}
	}

}
