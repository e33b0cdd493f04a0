package io.rollcall.launch;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The flags that people give to Java itself. */
final class JavaFlags {

	/** Java adds the contents of these to every command line by itself. */
	private static final List<String> ENVIRONMENT = List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

	/**
	 * Who names one of these has his own way to start Java, or looks into this very
	 * process: archives of classes, recorders, agents, debuggers, files of flags.
	 */
	private static final String[] OWN_WAY = { "-Xshare", "SharedArchive", "ArchiveClasses", "SharedClassList",
			"-XX:AOT", "FlightRecord", "agent", "jdwp", "jmxremote", "@" };

	private JavaFlags() {
	}

	/** The java program of this process. */
	static String program() {
		return Path.of(System.getProperty("java.home"), "bin", "java").toString();
	}

	/**
	 * The flags on the command line.
	 * @param arguments how many arguments the program has
	 * @return what stands before {@code -jar}, or null where Java was started without it
	 * or the system does not keep command lines
	 */
	static List<String> given(int arguments) {
		String[] line = RawArguments.commandLine("self");
		int jar = line.length - arguments - 2;
		return (jar > 0 && line[jar].equals("-jar")) ? Arrays.asList(line).subList(1, jar) : null;
	}

	/** Whether flags leave nothing to add to them. */
	static boolean decideThemselves(List<String> flags) {
		return System.getProperty("jarmode") != null || name(flags, OWN_WAY);
	}

	/**
	 * Whether flags name something, those of the environment included.
	 * @param flags the flags on the command line
	 * @param words parts of flags
	 */
	static boolean name(List<String> flags, String... words) {
		List<String> all = new ArrayList<>(flags);
		for (String variable : ENVIRONMENT) {
			String more = System.getenv(variable);
			if (more != null) {
				all.add(more);
			}
		}
		for (String flag : all) {
			for (String word : words) {
				if (flag.contains(word)) {
					return true;
				}
			}
		}
		return false;
	}

}
