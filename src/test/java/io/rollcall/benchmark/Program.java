package io.rollcall.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The program as people start it: its jar, in a process and a home of its own. */
final class Program {

	private static final Path JAR = Path.of("target/rollcall.jar").toAbsolutePath();

	private static final Path JOB = Path.of("jobs/freshman-2020.yml").toAbsolutePath();

	/** What Linux counts processor time in: USER_HZ. */
	private static final double TICKS = 100;

	/** Exit codes of a run that was published, whatever it found. */
	private static final List<Integer> PUBLISHED = List.of(0, 3);

	private final Path home;

	private final Map<String, String> environment;

	private final List<String> prefix;

	Program(Path home) {
		this(home, Map.of(), List.of());
	}

	/**
	 * A program that is told more.
	 * @param environment variables of its own
	 * @param prefix what stands before the command
	 */
	Program(Path home, Map<String, String> environment, List<String> prefix) {
		this.home = home;
		this.environment = environment;
		this.prefix = prefix;
	}

	/**
	 * What a process cost.
	 *
	 * @param seconds from start to end
	 * @param processor seconds of processor time, of all processes that it started and
	 * waited for; not a number where the system does not tell
	 * @param peak the most memory that one of its Javas held, in MiB; not a number where
	 * the system does not tell
	 */
	record Cost(double seconds, double processor, double peak) implements Comparable<Cost> {

		@Override
		public int compareTo(Cost other) {
			return Double.compare(this.seconds, other.seconds);
		}

	}

	/**
	 * One night.
	 * @param input the input folder
	 * @param date the business date
	 * @return what it cost
	 * @throws Exception when it was not published
	 */
	Cost run(Path input, String date) throws Exception {
		return run("run", JOB.toString(), "--input", input.toString(), "--output", "output", "--date", date);
	}

	/**
	 * A command that carries a run through.
	 * @param arguments the command and its options
	 * @return what it cost
	 * @throws Exception when it was not published
	 */
	Cost run(String... arguments) throws Exception {
		double before = childrensTicks();
		long start = System.nanoTime();
		Process process = start(arguments);
		double peak = Double.NaN;
		while (!process.waitFor(100, TimeUnit.MILLISECONDS)) {
			double now = peak(process);
			peak = (now > peak || Double.isNaN(peak)) ? now : peak;
		}
		double seconds = (System.nanoTime() - start) / 1e9;
		if (!PUBLISHED.contains(process.exitValue())) {
			throw new IllegalStateException(Files.readString(this.home.resolve("log")));
		}
		return new Cost(seconds, (childrensTicks() - before) / TICKS, peak);
	}

	/**
	 * Starts a command; what it prints goes into {@code log} of its home.
	 * @param arguments the command and its options
	 * @return the process
	 * @throws IOException when it cannot be started
	 */
	Process start(String... arguments) throws IOException {
		Files.createDirectories(this.home);
		List<String> command = new ArrayList<>(this.prefix);
		command.addAll(List.of("java", "-Xmx512m", "-jar", JAR.toString()));
		command.addAll(Arrays.asList(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.home.toFile())
			.redirectErrorStream(true)
			.redirectOutput(this.home.resolve("log").toFile());
		builder.environment().putAll(this.environment);
		return builder.start();
	}

	/** Processor seconds of a process and of those that it started and that live. */
	static double processor(Process process) throws IOException {
		double seconds = ticks(Path.of("/proc/" + process.pid() + "/stat"), 11) / TICKS;
		for (ProcessHandle child : process.descendants().toList()) {
			seconds += ticks(Path.of("/proc/" + child.pid() + "/stat"), 11) / TICKS;
		}
		return seconds;
	}

	/** MiB that the largest Java of a process holds now. */
	static double resident(Process process) {
		return largest(process, "VmRSS:");
	}

	private static double childrensTicks() throws IOException {
		return ticks(Path.of("/proc/self/stat"), 13);
	}

	/** User and system time, the one after the other from a field on. */
	private static double ticks(Path stat, int field) throws IOException {
		if (!Files.exists(stat)) {
			return Double.NaN;
		}
		String text = Files.readString(stat);
		String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
		return Double.parseDouble(fields[field]) + Double.parseDouble(fields[field + 1]);
	}

	private static double peak(Process process) {
		return largest(process, "VmHWM:");
	}

	private static double largest(Process process, String line) {
		return Stream.concat(Stream.of(process.toHandle()), process.descendants())
			.filter((child) -> child.info().command().orElse("").endsWith("java"))
			.mapToDouble((child) -> mebibytes(child.pid(), line))
			.max()
			.orElse(Double.NaN);
	}

	private static double mebibytes(long pid, String begin) {
		try {
			return Files.readAllLines(Path.of("/proc/" + pid + "/status"))
				.stream()
				.filter((line) -> line.startsWith(begin))
				.mapToDouble((line) -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
				.findFirst()
				.orElse(Double.NaN);
		}
		catch (IOException ex) {
			return Double.NaN;
		}
	}

}
