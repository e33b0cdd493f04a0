package io.rollcall.launch;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Flags that make Java do less work beside the program's own. As Java comes, its second
 * compiler takes more processor time than a small campaign, and a third of a large one;
 * docs/benchmarks.md has the figures.
 */
final class Tuning {

	/** Goes on for months. */
	private static final String SERVE = "serve";

	/** Commands that may read, judge or write as much as a campaign has. */
	private static final Set<String> LARGE = Set.of("run", "resume", "rerun", "check", "explain", "generate");

	/** Above this the second compiler earns what it takes. */
	private static final long SMALL_INPUT_BYTES = 128 << 20;

	/** Sixteen times what Java takes to be worth its second compiler. */
	private static final List<String> TRULY_HOT = List.of("-XX:Tier4InvocationThreshold=80000",
			"-XX:Tier4MinInvocationThreshold=9600", "-XX:Tier4CompileThreshold=240000",
			"-XX:Tier4BackEdgeThreshold=640000");

	private static final String INPUT = "--input";

	private static final int FEW_PROCESSORS = 2;

	private Tuning() {
	}

	/**
	 * The flags for a command.
	 * @param given people's own flags, which are never contradicted
	 * @param arguments the command and its options
	 */
	static List<String> of(List<String> given, String... arguments) {
		List<String> words = Arrays.asList(arguments);
		List<String> flags = new ArrayList<>();
		if (words.contains(SERVE)) {
			return flags;
		}
		boolean large = isLarge(words);
		if (!JavaFlags.name(given, "Tier", "Compil", "-Xint", "-Xcomp")) {
			flags.addAll(large ? TRULY_HOT : List.of("-XX:TieredStopAtLevel=1"));
		}
		if (!JavaFlags.name(given, "GC") && (!large || Runtime.getRuntime().availableProcessors() <= FEW_PROCESSORS)) {
			flags.add("-XX:+UseSerialGC");
		}
		return flags;
	}

	private static boolean isLarge(List<String> words) {
		for (String word : words) {
			if (LARGE.contains(word)) {
				return !isSmall(input(words));
			}
		}
		return false;
	}

	private static String input(List<String> words) {
		String input = "input";
		for (int i = 0; i < words.size(); i++) {
			if (words.get(i).startsWith(INPUT + "=")) {
				input = words.get(i).substring(INPUT.length() + 1);
			}
			else if (words.get(i).equals(INPUT) && i + 1 < words.size()) {
				input = words.get(i + 1);
			}
		}
		return input;
	}

	/** A folder that is not there, or that this process cannot name, tells nothing. */
	private static boolean isSmall(String folder) {
		long[] bytes = { 0 };
		try {
			Files.walkFileTree(Path.of(folder), new SimpleFileVisitor<>() {

				@Override
				public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
					bytes[0] += attributes.size();
					return (bytes[0] > SMALL_INPUT_BYTES) ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
				}

			});
			return bytes[0] <= SMALL_INPUT_BYTES;
		}
		catch (IOException | InvalidPathException ex) {
			return false;
		}
	}

}
