package io.rollcall.benchmark;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import io.rollcall.database.Database;
import io.rollcall.database.TestDatabase;

/**
 * The same campaign with one, two and four workers, each of which gets a small share of
 * one processor, so that a machine with two holds them all as if each had its own; the
 * manager and the database have the rest.
 */
final class LimitedWorkers {

	/** Of one processor, to each worker. */
	private static final double SHARE = 0.2;

	private static final List<Integer> WORKERS = List.of(1, 2, 4);

	/** The first is for warming up. */
	private static final int ROUNDS = 4;

	/**
	 * What is asked of the model: four machines, of which one has manager and database.
	 */
	private static final int MACHINES = 4;

	private static final int PROCESSORS = 8;

	private static final int NIGHT_HOURS = 6;

	/** So much of the processors is counted on. */
	private static final double COUNTED_ON = 0.5;

	private final MarkedTable table = new MarkedTable("ScaleBenchmark workers");

	private final Path folder;

	private final int students;

	private final Database database = TestDatabase.fresh();

	private final Program manager;

	private final List<Process> workers = new ArrayList<>();

	private int date;

	LimitedWorkers(Path folder, int students) {
		this.folder = folder;
		this.students = students;
		this.manager = new Program(folder, environment(folder.resolve("home")), List.of());
	}

	/**
	 * What a run took.
	 *
	 * @param seconds all of it, without the start of the program
	 * @param parts seconds in which parts were asked for
	 * @param work processor seconds of the workers
	 */
	private record Took(double seconds, double parts, double work) {
	}

	void measure() throws Exception {
		Path campaign = this.folder.resolve("campaign");
		this.manager
			.start("generate", "--students", String.valueOf(this.students), "--seed", "1", "--output",
					campaign.toString())
			.waitFor();
		this.manager.run(arguments());
		List<Took> took = new ArrayList<>();
		for (int count : WORKERS) {
			took.add(with(count));
		}
		tell(took);
		this.table.write();
	}

	private Map<String, String> environment(Path home) {
		return Map.of("ROLLCALL_HOME", home.toString(), "SPRING_DATASOURCE_URL", this.database.jdbcUrl(),
				"SPRING_DATASOURCE_USERNAME", this.database.user(), "SPRING_DATASOURCE_PASSWORD",
				this.database.password());
	}

	private String[] arguments(String... more) throws IOException {
		try (Stream<Path> jobs = Files.list(this.folder.resolve("campaign/jobs"))) {
			List<String> all = new ArrayList<>(List.of("run", jobs.findFirst().orElseThrow().toString(), "--input",
					"campaign/input", "--output", "output", "--date", "2020-11-" + (10 + this.date++)));
			all.addAll(List.of(more));
			return all.toArray(String[]::new);
		}
	}

	private Took with(int count) throws Exception {
		List<ProcessorShare> shares = new ArrayList<>();
		try {
			for (int i = 0; i < count; i++) {
				Path home = Files.createDirectories(this.folder.resolve("worker" + i));
				Files.copy(this.folder.resolve("home/reference.key"), home.resolve("reference.key"),
						StandardCopyOption.REPLACE_EXISTING);
				ProcessorShare share = new ProcessorShare("rollcall-worker-" + i, SHARE);
				shares.add(share);
				this.workers.add(new Program(home, environment(home), share.prefix()).start("worker", "--input",
						this.folder.resolve("campaign/input").toString(), "--output",
						this.folder.resolve("output").toString(), "--threads", "1"));
			}
			while (number(
					"select count(*) from worker where seen_at > clock_timestamp() - interval '5 seconds'") < count) {
				TimeUnit.SECONDS.sleep(1);
			}
			List<Took> rounds = new ArrayList<>();
			for (int i = 0; i < ROUNDS; i++) {
				rounds.add(round());
			}
			return rounds.stream()
				.skip(1)
				.sorted(Comparator.comparingDouble(Took::seconds))
				.toList()
				.get((ROUNDS - 1) / 2);
		}
		finally {
			for (Process worker : this.workers) {
				worker.destroy();
				worker.waitFor();
			}
			this.workers.clear();
			for (ProcessorShare share : shares) {
				share.close();
			}
		}
	}

	private static double median(List<Took> took, ToDoubleFunction<Took> what) {
		return took.stream().mapToDouble(what).sorted().toArray()[took.size() / 2];
	}

	private Took round() throws Exception {
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			statement.execute("update run_file set reading = null");
		}
		double before = work();
		this.manager.run(arguments("--remote"));
		return new Took(number("select seconds from run order by run_id desc limit 1"), number("""
				select extract(epoch from sum(end_time - start_time)) from batch_step_execution
				 where step_name in ('load', 'report')
				   and job_execution_id = (select max(job_execution_id) from batch_job_execution)
				"""), work() - before);
	}

	private double work() throws IOException {
		double seconds = 0;
		for (Process worker : this.workers) {
			seconds += Program.processor(worker);
		}
		return seconds;
	}

	private double number(String sql) throws SQLException {
		try (Connection connection = this.database.connect();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getDouble(1);
		}
	}

	/**
	 * Fits the seconds in which parts are asked for = left + shared / workers, by least
	 * squares; what a run takes outside of them has nothing to do with workers.
	 */
	private void tell(List<Took> took) {
		double n = WORKERS.size();
		double x = WORKERS.stream().mapToDouble((count) -> 1.0 / count).sum();
		double xx = WORKERS.stream().mapToDouble((count) -> 1.0 / count / count).sum();
		double y = took.stream().mapToDouble(Took::parts).sum();
		double xy = 0;
		for (int i = 0; i < n; i++) {
			xy += took.get(i).parts() / WORKERS.get(i);
		}
		double outside = median(took, (one) -> one.seconds() - one.parts());
		double shared = (n * xy - x * y) / (n * xx - x * x);
		double fixed = outside + (y - shared * x) / n;
		this.table.line("");
		this.table.line(
				"%,d students in the real formats; each worker has one thread and %.0f %% of one processor, the manager and the database"
						+ " share what is left of %d; medians of %d after one for warming up:",
				this.students, SHARE * 100, Runtime.getRuntime().availableProcessors(), ROUNDS - 1);
		this.table.line("");
		this.table.line(
				"| workers | seconds | of these while parts were asked for | speed-up | model | CPU s of the workers |");
		this.table.line("|---|---|---|---|---|---|");
		for (int i = 0; i < n; i++) {
			Took one = took.get(i);
			this.table.line("| %d | %.1f | %.1f | %.2f | %.1f | %.1f |", WORKERS.get(i), one.seconds(), one.parts(),
					took.get(0).seconds() / one.seconds(), fixed + shared / WORKERS.get(i), one.work());
		}
		this.table.line("");
		this.table.line(
				"Fitted: seconds = %.1f + %.1f / workers; the share that is not parallel is %.0f %% at this speed.",
				fixed, shared, 100 * fixed / (fixed + shared));
		night(took, outside);
	}

	/**
	 * What a night holds: campaigns side by side, as many as the database's processors
	 * judge and as the workers' processors read and write, whichever is less.
	 */
	private void night(List<Took> took, double outside) {
		double work = median(took, Took::work);
		double seconds = NIGHT_HOURS * 3600 * COUNTED_ON;
		double byDatabase = seconds * PROCESSORS / outside;
		double byWorkers = seconds * PROCESSORS * (MACHINES - 1) / work;
		double campaigns = Math.min(byDatabase, byWorkers);
		this.table.line("");
		this.table
			.line("Computed from it for %d machines of %d processors, one for the manager and the database and %d for workers, %d hours, %.0f %% of the"
					+ " processors counted on: outside of parts a run has the database for %.1f s, inside the workers work %.1f s, so the machines hold"
					+ " some %,d schools of %,d students by the database and %,d by the workers; that is %,d students a night, limited by the %s.",
					MACHINES, PROCESSORS, MACHINES - 1, NIGHT_HOURS, COUNTED_ON * 100, outside, work,
					rounded(byDatabase), this.students, rounded(byWorkers), rounded(campaigns * this.students),
					(byDatabase < byWorkers) ? "database" : "workers");
	}

	/** Two digits: more would say what a model cannot know. */
	private static long rounded(double number) {
		return new BigDecimal(number).round(new MathContext(2)).longValue();
	}

}
