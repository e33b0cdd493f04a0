package io.rollcall.benchmark;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

/**
 * Many campaigns of a thousand students in one night of one {@code serve}, two at once;
 * and one campaign's night beside ever more others.
 */
final class ManySchoolsNight {

	private static final int STUDENTS = 1_000;

	/** Of so many runs at the beginning and at the end the median is taken. */
	private static final int ENDS = 10;

	/** Campaigns that are run by hand, before the others and after them. */
	private static final int BY_HAND = 4;

	private static final String SERVED = "jobs";

	private static final Duration TO_BEGIN = Duration.ofMinutes(3);

	private static final Duration AT_MOST = Duration.ofHours(2);

	private final MarkedTable table = new MarkedTable("ScaleBenchmark schools");

	private final List<Sample> samples = new ArrayList<>();

	private final Path folder;

	private final int schools;

	private final Program program;

	ManySchoolsNight(Path folder, int schools) {
		this.folder = folder;
		this.schools = schools;
		this.program = new Program(folder, Map.of("ROLLCALL_HOME", folder.resolve("home").toString()), List.of());
	}

	/** What the process held when so many runs were over. */
	private record Sample(int over, double resident, double heap) {
	}

	/** A finished run. */
	private record Night(String campaign, String status, double seconds, long ended) {
	}

	void measure() throws Exception {
		campaigns();
		// The very first makes the database.
		run(1, 12);
		double second = run(2, 12);
		double one = later(13);
		double single = middle(second, run(3, 12), run(4, 12));
		double three = later(16);
		long start = serve();
		List<Night> nights = nights();
		double minutes = (nights.get(nights.size() - 1).ended() - start) / 60e3;
		double all = later(19);
		this.table.line("");
		this.table.line(
				"%d campaigns of %,d students in one night, one `serve`, two at once, `-Xmx512m`, %d processors:",
				this.schools, STUDENTS, Runtime.getRuntime().availableProcessors());
		this.table.line("");
		this.table.line("| what | first | last | ratio |");
		this.table.line("|---|---|---|---|");
		int ends = Math.min(ENDS, nights.size() / 2);
		row("median run of the " + ends + " first and last, s", median(nights.subList(0, ends)),
				median(nights.subList(nights.size() - ends, nights.size())));
		row("most memory in the half, MiB", most(false, Sample::resident), most(true, Sample::resident));
		row("most used heap in the half, MiB", most(false, Sample::heap), most(true, Sample::heap));
		this.table.line("");
		this.table.line(
				"%d of %d runs published in %.1f minutes from the time they were due; as first nights by `run`, one after the other, they would take %.1f minutes"
						+ " (%.1f s each).",
				nights.stream().filter((night) -> night.status().equals("published")).count(), this.schools, minutes,
				this.schools * single / 60, single);
		this.table.line("");
		this.table.line(
				"One campaign's later night by `run`, median of three: beside 1 other %.1f s, beside 3 %.1f s, beside %d %.1f s.",
				one, three, this.schools + BY_HAND - 1, all);
		this.table.write();
	}

	private void row(String what, double first, double last) {
		this.table.line("| %s | %.1f | %.1f | %.2f |", what, first, last, last / first);
	}

	/** One invented campaign, and as many as are wanted that read the same files. */
	private void campaigns() throws Exception {
		Path one = this.folder.resolve("one");
		await(this.program.start("generate", "--students", String.valueOf(STUDENTS), "--seed", "1", "--output",
				one.toString()));
		Path job;
		try (Stream<Path> jobs = Files.list(one.resolve("jobs"))) {
			job = jobs.findFirst().orElseThrow();
		}
		String text = Files.readString(job).replaceFirst("(?m)^schedule:.*\n", "");
		for (int i = 1; i <= this.schools; i++) {
			campaign(one.resolve("input"), text, SERVED, name("s", i));
		}
		for (int i = 1; i <= BY_HAND; i++) {
			campaign(one.resolve("input"), text, "by-hand", name("x", i));
		}
	}

	private void campaign(Path input, String job, String jobs, String name) throws IOException {
		Path own = this.folder.resolve("input").resolve(name);
		try (Stream<Path> files = Files.walk(input)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				Path link = own.resolve(input.relativize(file));
				Files.createDirectories(link.getParent());
				Files.createLink(link, file);
			}
		}
		Files.writeString(Files.createDirectories(this.folder.resolve(jobs)).resolve(name + ".yml"),
				job.replaceFirst("(?m)^campaign:.*", "campaign: " + name) + "\ninput: " + name + "\n");
	}

	private static String name(String kind, int number) {
		return String.format(Locale.ROOT, "%s%03d", kind, number);
	}

	private double run(int byHand, int day) throws Exception {
		return this.program
			.run("run", "by-hand/" + name("x", byHand) + ".yml", "--input", "input", "--output", "output", "--date",
					String.format(Locale.ROOT, "2020-11-%02d", day))
			.seconds();
	}

	/** How long the first campaign's later nights take. */
	private double later(int day) throws Exception {
		return middle(run(1, day), run(1, day + 1), run(1, day + 2));
	}

	private static double middle(double... seconds) {
		Arrays.sort(seconds);
		return seconds[seconds.length / 2];
	}

	/**
	 * The night.
	 * @return when it was due
	 */
	private long serve() throws Exception {
		ZonedDateTime due = ZonedDateTime.now(ZoneId.of("Asia/Shanghai")).plus(TO_BEGIN).withSecond(0).withNano(0);
		String schedule = "schedule: \"0 %d %d * * *\"\n".formatted(due.getMinute(), due.getHour());
		try (Stream<Path> jobs = Files.list(this.folder.resolve(SERVED))) {
			for (Path job : jobs.toList()) {
				Files.writeString(job, Files.readString(job) + schedule);
			}
		}
		int management = port();
		Process serve = this.program.start("serve", "--port", String.valueOf(port()), "--management-port",
				String.valueOf(management), "--runs-at-once", "2", "--lang", "en");
		try {
			long until = System.nanoTime() + AT_MOST.toNanos();
			long start = due.toInstant().toEpochMilli();
			for (int over = 0; over < this.schools; over = over(start)) {
				if (!serve.isAlive() || System.nanoTime() > until) {
					throw new IllegalStateException("only " + over + " runs ended; see " + this.folder.resolve("log"));
				}
				TimeUnit.SECONDS.sleep(1);
				if (over > 0) {
					this.samples.add(new Sample(over, Program.resident(serve), heap(management)));
				}
			}
			return start;
		}
		finally {
			serve.destroy();
			await(serve);
		}
	}

	private static int port() throws IOException {
		try (ServerSocket free = new ServerSocket(0)) {
			return free.getLocalPort();
		}
	}

	private static double heap(int management) {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + management + "/actuator/prometheus"))
			.build();
		try {
			OptionalDouble used = HttpClient.newHttpClient()
				.send(request, HttpResponse.BodyHandlers.ofLines())
				.body()
				.filter((line) -> line.startsWith("jvm_memory_used_bytes") && line.contains("area=\"heap\""))
				.mapToDouble((line) -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)) / (1 << 20))
				.reduce(Double::sum);
			return used.orElse(Double.NaN);
		}
		catch (IOException ex) {
			return Double.NaN;
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private int over(long start) throws IOException {
		return (int) summaries().stream().filter((summary) -> modified(summary) >= start).count();
	}

	private List<Path> summaries() throws IOException {
		try (Stream<Path> all = Files.find(this.folder.resolve("output"), 4,
				(path, attributes) -> attributes.isRegularFile() && path.endsWith("summary.json")
						&& !path.toString().contains("/."))) {
			return all.toList();
		}
	}

	private static long modified(Path file) {
		return file.toFile().lastModified();
	}

	/** The runs of the night, in the order in which they ended. */
	private List<Night> nights() throws IOException {
		List<Night> nights = new ArrayList<>();
		JsonMapper json = new JsonMapper();
		for (Path summary : summaries()) {
			var told = json.readTree(summary.toFile());
			if (told.get("trigger").asString().equals("schedule")) {
				nights.add(new Night(told.get("campaign").asString(), told.get("status").asString(),
						told.get("duration_seconds").asDouble(), modified(summary)));
			}
		}
		nights.sort(Comparator.comparingLong(Night::ended));
		return nights;
	}

	private static double median(List<Night> nights) {
		return nights.stream().mapToDouble(Night::seconds).sorted().toArray()[nights.size() / 2];
	}

	private double most(boolean secondHalf, ToDoubleFunction<Sample> what) {
		return this.samples.stream()
			.filter((sample) -> sample.over() * 2 >= this.schools == secondHalf)
			.mapToDouble(what)
			.filter((value) -> !Double.isNaN(value))
			.max()
			.orElse(Double.NaN);
	}

	private static void await(Process process) throws InterruptedException {
		process.waitFor();
	}

}
