package io.rollcall.benchmark;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.campaign.JobFiles;
import io.rollcall.database.Database;
import io.rollcall.database.TestDatabase;
import io.rollcall.pipeline.CampaignRunJob;
import io.rollcall.pipeline.RunService;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunRequest;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Judging against the bare three-way join of the same staged rows, in one process on one
 * database: the join compares nineteen fields and counts, and is the least that any
 * comparison of three sources has to do.
 */
public final class JudgementBenchmark {

	private static final String[] FIELDS = { "name", "sex", "birth_date", "id_no", "ethnic_group", "political_status",
			"major_name", "college", "class_no", "level", "study_length", "study_form", "entry_date", "student_no",
			"id_type", "current_grade", "expected_graduation_date", "entry_state", "school_status" };

	private JudgementBenchmark() {
	}

	/**
	 * Generates a campaign, runs it and times the join afterwards.
	 * @param args the campaign's folder, made by {@code generate}
	 * @throws Exception when something fails
	 */
	public static void main(String[] args) throws Exception {
		Path campaign = Path.of(args[0]).toAbsolutePath();
		Path home = Files.createTempDirectory("benchmark");
		Map<RunListener.Step, Long> started = new EnumMap<>(RunListener.Step.class);
		Map<RunListener.Step, Double> seconds = new EnumMap<>(RunListener.Step.class);
		try (Database database = TestDatabase.fresh();
				ConfigurableApplicationContext context = new SpringApplicationBuilder(CampaignRunJob.class)
					.properties(Map.of("rollcall.home", home.toString(), "spring.datasource.url", database.jdbcUrl(),
							"spring.datasource.username", database.user(), "spring.datasource.password",
							database.password()))
					.run()) {
			Path job;
			try (Stream<Path> jobs = Files.list(campaign.resolve("jobs"))) {
				job = jobs.findFirst().orElseThrow();
			}
			context.getBean(RunService.class)
				.start(new RunRequest(job, Files.readString(job), JobFiles.load(job), LocalDate.of(2020, 11, 12),
						campaign.resolve("input"), home.resolve("output"), "", false), new RunListener() {

							@Override
							public void stepStarted(Step step) {
								started.put(step, System.nanoTime());
							}

							@Override
							public void stepEnded(Step step, long count) {
								seconds.put(step, (System.nanoTime() - started.get(step)) / 1e9);
							}

						});
			JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
			// The join is planned as well as it can be.
			jdbc.execute("analyze");
			double join = Double.MAX_VALUE;
			Long students = 0L;
			for (int i = 0; i < 3; i++) {
				long start = System.nanoTime();
				students = jdbc.queryForObject(join(), Long.class);
				join = Math.min(join, (System.nanoTime() - start) / 1e9);
			}
			System.out.printf("%d students: %s%nbare three-way join %.2f s, judge / join %.1f%n", students, seconds,
					join, seconds.get(RunListener.Step.JUDGE) / join);
		}
	}

	private static String join() {
		String differing = Stream.of(FIELDS)
			.map((field) -> "(r.%1$s is distinct from p.%1$s or p.%1$s is distinct from a.%1$s)::int".formatted(field))
			.collect(Collectors.joining(" + "));
		String source = "(select * from staged_record where role = '%s')";
		return "select count(*) from (select sum(" + differing + ") over () as all_of_them from "
				+ source.formatted("roster") + " r full join " + source.formatted("platform")
				+ " p on p.candidate_no = r.candidate_no full join " + source.formatted("admission")
				+ " a on a.candidate_no = coalesce(r.candidate_no, p.candidate_no)) joined where all_of_them > 0";
	}

}
