package io.rollcall.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.JobFiles;
import io.rollcall.catalogue.Catalogue;
import io.rollcall.catalogue.FindingKind;
import io.rollcall.database.Database;
import io.rollcall.database.TestDatabase;
import io.rollcall.generate.GenerateSettings;
import io.rollcall.generate.Generator;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunOutcome;
import io.rollcall.run.RunRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Generated campaigns with known truth: everything that was staged is found, and nothing
 * else. Codes are checked as soon as the catalogue has them.
 */
class GeneratedCampaignTest {

	/** Refused rows stand in {@code rejects.csv}. */
	private static final Set<String> REJECTS = Set.of("ROW_MALFORMED", "ROW_NO_KEY");

	/** Found by similarity: the least recall and precision; of all others 1. */
	private static final Map<String, Double> LEAST = Map.of("LINK_PROBABLE", 0.95, "ID_NEAR_DUPLICATE", 0.99);

	/** Recall and precision of each code, one file a campaign. */
	private static final Path REPORTS = Path.of("target/generated-campaigns");

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "400,1,0.03", "2000,2,0.03", "2000,20201112,0.1", "50,7,0.03", "1000,3,0" })
	void findsWhatWasStagedAndNothingElse(int students, long seed, double faults) throws Exception {
		Generator.generate(new GenerateSettings(students, seed, faults), this.folder);
		Path results = run(LocalDate.of(2020, 11, 12));
		List<Row> expected = truth("truth.csv");
		List<Row> found = found(results);
		Set<String> codes = new TreeSet<>(REJECTS);
		Catalogue.shipped().kinds().stream().map(FindingKind::code).forEach(codes::add);
		Map<String, String> failed = new TreeMap<>();
		StringBuilder report = new StringBuilder();
		for (String code : codes) {
			Score score = Score.of(only(expected, code), only(found, code));
			report.append("%-24s %6d staged, %6d found, recall %.3f, precision %.3f%n".formatted(code, score.expected(),
					score.found(), score.recall(), score.precision()));
			double least = LEAST.getOrDefault(code, 1.0);
			if (score.recall() < least || score.precision() < least) {
				failed.put(code, score.toString());
			}
		}
		Files.createDirectories(REPORTS);
		Files.writeString(REPORTS.resolve(students + "-" + seed + ".txt"), report);
		assertThat(failed).as("codes whose recall or precision is too low").isEmpty();
	}

	@Test
	void findsAfterTheDeadlineWhoHasNotLooked() throws Exception {
		Generator.generate(new GenerateSettings(400, 11, 0.03), this.folder);
		List<Row> found = found(run(LocalDate.of(2020, 11, 21)));
		Score score = Score.of(truth("truth-after-deadline.csv"), only(found, "SELF_CHECK_OVERDUE"));
		assertThat(score.expected()).isPositive();
		assertThat(score.recall()).as(score.toString()).isEqualTo(1);
		assertThat(score.precision()).as(score.toString()).isEqualTo(1);
		assertThat(only(found, "NOT_SELF_CHECKED")).isEmpty();
	}

	private Path run(LocalDate day) throws Exception {
		Path job = this.folder.resolve("jobs").resolve(Generator.CAMPAIGN + ".yml");
		Campaign campaign = JobFiles.load(job);
		Path home = Files.createDirectories(this.folder.resolve("home"));
		try (Database database = TestDatabase.migrated();
				ConfigurableApplicationContext context = new SpringApplicationBuilder(CampaignRunJob.class)
					.properties(Map.of("rollcall.home", home.toString(), "spring.datasource.url", database.jdbcUrl(),
							"spring.datasource.username", database.user(), "spring.datasource.password",
							database.password()))
					.run()) {
			RunRequest request = new RunRequest(job, Files.readString(job), campaign, day, this.folder.resolve("input"),
					this.folder.resolve("output"), "", false);
			RunOutcome outcome = context.getBean(RunService.class).start(request, RunListener.NONE);
			assertThat(outcome.rows().values()).allMatch((counts) -> counts.balances());
			return outcome.folder();
		}
	}

	private List<Row> truth(String file) throws IOException {
		return read(this.folder.resolve(file)).stream()
			.map((line) -> new Row(line.getField("code"), student(line), line.getField("field"),
					line.getField("student_no").isEmpty() && line.getField("candidate_no").isEmpty()
							? line.getField("role") + ":" + line.getField("file") : ""))
			.toList();
	}

	private static List<Row> found(Path results) throws IOException {
		List<Row> rows = new ArrayList<>();
		for (NamedCsvRecord line : read(results.resolve("findings.csv"))) {
			String place = line.getField("locations");
			rows.add(new Row(line.getField("code"), student(line), line.getField("field"),
					student(line).isEmpty() ? place.substring(0, place.indexOf('#')) : ""));
		}
		for (NamedCsvRecord line : read(results.resolve("rejects.csv"))) {
			if (!line.getField("row").isEmpty()) {
				rows.add(new Row(line.getField("reason"), "", "", ""));
			}
		}
		return rows;
	}

	private static List<NamedCsvRecord> read(Path file) throws IOException {
		try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
			return reader.stream().toList();
		}
	}

	private static String student(NamedCsvRecord line) {
		return line.getField("student_no").isEmpty() ? line.getField("candidate_no") : line.getField("student_no");
	}

	private static List<Row> only(List<Row> rows, String code) {
		return rows.stream()
			.filter((row) -> row.code().equals(code))
			.map((row) -> REJECTS.contains(code) ? new Row(code, "", "", "") : row)
			.toList();
	}

	/** A row of truth.csv and of findings.csv as far as they are compared. */
	private record Row(String code, String student, String field, String file) {
	}

	/** How well rows agree; equal rows are counted. */
	private record Score(int expected, int found, int hits, List<Row> missed, List<Row> wrong) {

		static Score of(List<Row> expected, List<Row> found) {
			Map<Row, Long> left = new HashMap<>(
					expected.stream().collect(Collectors.groupingBy((row) -> row, Collectors.counting())));
			List<Row> wrong = new ArrayList<>();
			for (Row row : found) {
				if (left.merge(row, -1L, Long::sum) < 0) {
					wrong.add(row);
					left.put(row, 0L);
				}
			}
			List<Row> missed = new ArrayList<>();
			left.forEach((row, count) -> {
				for (long i = 0; i < count; i++) {
					missed.add(row);
				}
			});
			return new Score(expected.size(), found.size(), found.size() - wrong.size(), missed, wrong);
		}

		double recall() {
			return (this.expected == 0) ? 1 : (double) this.hits / this.expected;
		}

		double precision() {
			return (this.found == 0) ? 1 : (double) this.hits / this.found;
		}

		@Override
		public String toString() {
			return "recall %.3f precision %.3f, missed %s, wrong %s".formatted(recall(), precision(),
					this.missed.stream().limit(5).toList(), this.wrong.stream().limit(5).toList());
		}

	}

}
