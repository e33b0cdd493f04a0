package io.rollcall.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program as people start it: its jar, in a process and a home of its own. */
final class Program {

	private static final Path JAR = Path.of("target/rollcall.jar").toAbsolutePath();

	private static final Path JOB = Path.of("jobs/freshman-2020.yml").toAbsolutePath();

	/** What Linux counts processor time in: USER_HZ. */
	private static final double TICKS = 100;

	/** Exit codes of a run that was published, whatever it found. */
	private static final List<Integer> PUBLISHED = List.of(0, 3);

	private final Path home;

	Program(Path home) {
		this.home = home;
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
		Files.createDirectories(this.home);
		List<String> command = new ArrayList<>(List.of("java", "-Xmx512m", "-jar", JAR.toString(), "run",
				JOB.toString(), "--input", input.toString(), "--output", "output", "--date", date));
		double before = childrensTicks();
		long start = System.nanoTime();
		Process process = new ProcessBuilder(command).directory(this.home.toFile())
			.redirectErrorStream(true)
			.redirectOutput(this.home.resolve("log").toFile())
			.start();
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

	private static double childrensTicks() throws IOException {
		Path stat = Path.of("/proc/self/stat");
		if (!Files.exists(stat)) {
			return Double.NaN;
		}
		String text = Files.readString(stat);
		String[] fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
		return Double.parseDouble(fields[13]) + Double.parseDouble(fields[14]);
	}

	private static double peak(Process process) {
		return process.descendants()
			.filter((child) -> child.info().command().orElse("").endsWith("java"))
			.mapToDouble((child) -> highWater(child.pid()))
			.max()
			.orElse(Double.NaN);
	}

	private static double highWater(long pid) {
		try {
			return Files.readAllLines(Path.of("/proc/" + pid + "/status"))
				.stream()
				.filter((line) -> line.startsWith("VmHWM:"))
				.mapToDouble((line) -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
				.findFirst()
				.orElse(Double.NaN);
		}
		catch (IOException ex) {
			return Double.NaN;
		}
	}

}
