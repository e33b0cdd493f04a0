package io.rollcall.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Many schools in one night, and several workers whose processor time is limited. Each
 * writes its own table into docs/benchmarks.md.
 */
public final class ScaleBenchmark {

	private ScaleBenchmark() {
	}

	/**
	 * Runs the benchmark.
	 * @param arguments {@code schools N} or {@code workers STUDENTS}
	 * @throws Exception when anything fails; what was written then stays
	 */
	public static void main(String[] arguments) throws Exception {
		Path folder = Files.createTempDirectory("rollcall-scale");
		int size = Integer.parseInt(arguments[1]);
		switch (arguments[0]) {
			case "schools" -> new ManySchoolsNight(folder, size).measure();
			case "workers" -> new LimitedWorkers(folder, size).measure();
			default -> throw new IllegalArgumentException("schools N or workers STUDENTS");
		}
		delete(folder);
	}

	private static void delete(Path folder) throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
				Files.delete(path);
			}
		}
	}

}
