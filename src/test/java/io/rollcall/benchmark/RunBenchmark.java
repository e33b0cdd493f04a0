package io.rollcall.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import io.rollcall.benchmark.Program.Cost;
import io.rollcall.source.ReadOptions;
import io.rollcall.source.Sources;

/**
 * The whole program beside the least that anybody has to do, in one sitting: data is
 * made, a bare {@code COPY} and join, DuckDB, other people's readers and nights of the
 * packaged program are timed, and the table goes into docs/benchmarks.md.
 */
public final class RunBenchmark {

	private static final int LARGE = 1_000_000;

	private static final int NIGHTS = 30;

	private static final int OF_NIGHTS = 10_000;

	private final MarkedTable table = new MarkedTable("RunBenchmark");

	private final Path folder;

	private RunBenchmark(Path folder) {
		this.folder = folder;
	}

	/**
	 * Runs the benchmark.
	 * @param arguments how many students, one table each; {@code nights} for thirty
	 * nights one after the other
	 * @throws Exception when anything fails
	 */
	public static void main(String[] arguments) throws Exception {
		Path folder = Files.createTempDirectory("rollcall-benchmark");
		RunBenchmark benchmark = new RunBenchmark(folder);
		for (String argument : arguments) {
			if (argument.equals("nights")) {
				benchmark.nights();
			}
			else {
				benchmark.campaign(Integer.parseInt(argument));
			}
			delete(folder);
		}
		benchmark.table.write();
	}

	private void campaign(int students) throws Exception {
		int rounds = (students >= LARGE) ? 1 : 3;
		Path input = this.folder.resolve("input");
		new PlainCampaign(input, students).write(false);
		line("");
		line("%,d students in each of three CSV files, medians of %d:", students, rounds);
		line("");
		line("| what | seconds | ratio | CPU s | peak MiB |");
		line("|---|---|---|---|---|");
		double floor = median(rounds, () -> Floor.postgres(input));
		line("| `COPY`, `ANALYZE`, bare join | %.2f | 1 | | |", floor);
		double duck = median(rounds, () -> Floor.duckDb(input));
		line("| DuckDB, the same join from the files | %.2f | %.2f | | |", duck, duck / floor);
		List<Cost> first = new ArrayList<>();
		List<Cost> second = new ArrayList<>();
		for (int i = 0; i < rounds; i++) {
			Path home = this.folder.resolve("home" + i);
			first.add(new Program(home).run(input, "2020-11-12"));
			Path changed = input.resolve("platform/platform.csv");
			String before = Files.readString(changed);
			Files.writeString(changed, before.replaceFirst("注册学籍", "暂缓注册"));
			second.add(new Program(home).run(input, "2020-11-13"));
			Files.writeString(changed, before);
		}
		Cost night = median(first);
		cost("Rollcall, command to reports, first night", night, night.seconds() / floor, "of the join");
		cost("second night, one source changed", median(second), median(second).seconds() / night.seconds(),
				"of the first");
		delete(input);
		workbook(students, rounds);
	}

	private void workbook(int students, int rounds) throws Exception {
		Path input = this.folder.resolve("input");
		new PlainCampaign(input, students).write(true);
		Path roster = input.resolve("roster/roster.xlsx");
		Path csv = input.resolve("platform/platform.csv");
		double events = median(rounds, () -> timed(() -> ReadingAlone.poiEvents(roster)));
		line("| the roster as `.xlsx`, only read: POI's event API | %.2f | 1 | | |", events);
		double fast = median(rounds, () -> timed(() -> ReadingAlone.fastExcel(roster)));
		line("| the same by fastexcel-reader | %.2f | %.2f | | |", fast, fast / events);
		double own = median(rounds, () -> timed(() -> ours(roster)));
		line("| the same by our reader | %.2f | %.2f | | |", own, own / events);
		double fastCsv = median(rounds, () -> timed(() -> ReadingAlone.fastCsv(csv)));
		line("| a CSV only read: FastCSV | %.2f | 1 | | |", fastCsv);
		double ownCsv = median(rounds, () -> timed(() -> ours(csv)));
		line("| the same by our reader | %.2f | %.2f | | |", ownCsv, ownCsv / fastCsv);
		List<Cost> costs = new ArrayList<>();
		for (int i = 0; i < rounds; i++) {
			costs.add(new Program(this.folder.resolve("book" + i)).run(input, "2020-11-12"));
		}
		cost("Rollcall with that roster, command to reports", median(costs), median(costs).seconds() / events,
				"of POI reading it");
	}

	/** Thirty nights on one database, with the same files. */
	private void nights() throws Exception {
		Path input = this.folder.resolve("input");
		new PlainCampaign(input, OF_NIGHTS).write(false);
		Program program = new Program(this.folder.resolve("home"));
		List<Cost> costs = new ArrayList<>();
		for (int i = 0; i < NIGHTS; i++) {
			costs.add(program.run(input, "2020-10-" + String.format(Locale.ROOT, "%02d", i + 1)));
		}
		Cost second = median(costs.subList(1, 4));
		Cost last = median(costs.subList(NIGHTS - 3, NIGHTS));
		line("");
		line("%d nights of %,d students one after the other, the same files: nights 2 to 4 %.1f s and %.1f CPU s, nights %d to %d"
				+ " %.1f s and %.1f CPU s (medians), ratio %.2f by time and %.2f by CPU.", NIGHTS, OF_NIGHTS,
				second.seconds(), second.processor(), NIGHTS - 2, NIGHTS, last.seconds(), last.processor(),
				last.seconds() / second.seconds(), last.processor() / second.processor());
	}

	private static long ours(Path file) throws Exception {
		Sources.read(file, ReadOptions.DEFAULT, new ReadingBenchmark.Nothing());
		return 0;
	}

	private void cost(String what, Cost cost, double ratio, String of) {
		line("| %s | %.1f | %.2f %s | %.0f | %.0f |", what, cost.seconds(), ratio, of, cost.processor(), cost.peak());
	}

	private void line(String text, Object... values) {
		this.table.line(text, values);
	}

	private static double timed(Callable<?> work) throws Exception {
		long start = System.nanoTime();
		work.call();
		return (System.nanoTime() - start) / 1e9;
	}

	private static double median(int rounds, Callable<Double> work) throws Exception {
		double[] seconds = new double[rounds];
		for (int i = 0; i < rounds; i++) {
			seconds[i] = work.call();
		}
		Arrays.sort(seconds);
		return seconds[rounds / 2];
	}

	private static Cost median(List<Cost> costs) {
		return costs.stream().sorted().toList().get(costs.size() / 2);
	}

	private static void delete(Path folder) throws IOException {
		try (Stream<Path> all = Files.walk(folder)) {
			for (Path path : all.sorted((a, b) -> b.compareTo(a)).toList()) {
				Files.delete(path);
			}
		}
	}

}
