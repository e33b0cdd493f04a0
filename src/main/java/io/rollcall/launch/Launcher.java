package io.rollcall.launch;

import java.io.IOException;
import java.util.List;

/**
 * The jar's first class. Where the jar lies prepared beside itself (see {@link Prepared})
 * the program runs from there, in a second process; otherwise in this one.
 */
public final class Launcher {

	private static final String IN_THIS_PROCESS = "org.springframework.boot.loader.launch.JarLauncher";

	private Launcher() {
	}

	/**
	 * Runs the program.
	 * @param arguments the command and its options
	 * @throws ReflectiveOperationException when the jar is broken
	 */
	public static void main(String[] arguments) throws ReflectiveOperationException {
		List<String> command = Prepared.command(arguments);
		if (command != null) {
			try {
				System.exit(SecondProcess.run(command));
			}
			catch (IOException ex) {
				// It runs in this process as well, only later.
			}
		}
		Class.forName(IN_THIS_PROCESS).getMethod("main", String[].class).invoke(null, (Object) arguments);
	}

}
