package io.rollcall.pipeline;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.rollcall.campaign.JobFiles;
import io.rollcall.database.Database;
import io.rollcall.database.TestDatabase;
import io.rollcall.generate.Generator;
import io.rollcall.generate.HardCampaign;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunRequest;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Campaigns full of wrong keys: what was staged is found, nothing else is, every detail
 * is true of the values beside it, and no college's file shows anything of another
 * college's student.
 */
class HardCampaignTest {

	private static final Pattern WORDS = Pattern.compile("[^\\p{IsHan}·A-Za-z0-9*]+");

	private static final Path CATALOGUE = Path.of("src/main/resources/io/rollcall/catalogue/findings.yml");

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource({ "300,14,false", "500,1404,true" })
	void findsWrongKeysAndShowsNobodyToAnotherCollege(int students, long seed, boolean ordinary) throws Exception {
		List<HardCampaign.Person> people = HardCampaign.write(students, seed, ordinary, this.folder);
		Path results = run();
		List<NamedCsvRecord> found = read(results.resolve("findings.csv"));
		assertThat(lines(found, "severity")).isEqualTo(lines(read(this.folder.resolve("truth.csv")), "scenario"));
		found.forEach(DetailTruth::check);
		try (Stream<Path> files = Files.list(results.resolve("colleges"))) {
			for (Path file : files.sorted().toList()) {
				assertThat(strangers(file, people)).as(file.getFileName().toString()).isEmpty();
			}
		}
	}

	/** Code, student and field, counted; of earlier students the severity too. */
	private static Map<String, Long> lines(List<NamedCsvRecord> records, String severity) {
		return records.stream()
			.map((line) -> HardCampaignTest.line(line, severity))
			.filter((line) -> !line.startsWith("ROW_MALFORMED") && !line.startsWith("ROW_NO_KEY"))
			.collect(Collectors.groupingBy((line) -> line, TreeMap::new, Collectors.counting()));
	}

	private static String line(NamedCsvRecord line, String severity) {
		String student = line.getField("student_no").isEmpty() ? line.getField("candidate_no")
				: line.getField("student_no");
		String grave = line.getField("code").equals("ID_IN_EARLIER_COHORT") && line.getField(severity).endsWith("I")
				? " I" : "";
		return line.getField("code") + " " + student + " " + line.getField("field") + grave;
	}

	/** Places of the college's file that hold what belongs to students of others only. */
	private static Set<String> strangers(Path file, List<HardCampaign.Person> people) throws IOException {
		String college = file.getFileName().toString().replace(".xlsx", "");
		// The legend's examples are of invented people too.
		Set<String> own = new HashSet<>(List.of(WORDS.split(Files.readString(CATALOGUE))));
		people.stream().filter((person) -> person.college().equals(college) || person.shared()).forEach((person) -> {
			own.add(person.name());
			own.addAll(person.said());
			own.addAll(person.numbers());
		});
		String text = text(file);
		Set<String> words = new HashSet<>(List.of(WORDS.split(text)));
		Set<String> strangers = new TreeSet<>();
		for (HardCampaign.Person person : people) {
			if (!person.college().equals(college) && !person.college().isEmpty()) {
				Stream.concat(Stream.of(person.name()), person.numbers().stream())
					.filter((value) -> !own.contains(value) && words.contains(value))
					.forEach((value) -> strangers.add(person + ": " + value));
			}
		}
		return strangers;
	}

	private static String text(Path file) throws IOException {
		StringBuilder text = new StringBuilder();
		try (ZipFile zip = new ZipFile(file.toFile())) {
			for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
				text.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8)).append('\n');
			}
		}
		return text.toString();
	}

	private Path run() throws Exception {
		Path job = this.folder.resolve("jobs").resolve(Generator.CAMPAIGN + ".yml");
		Path home = Files.createDirectories(this.folder.resolve("home"));
		try (Database database = TestDatabase.migrated();
				ConfigurableApplicationContext context = new SpringApplicationBuilder(CampaignRunJob.class)
					.properties(Map.of("rollcall.home", home.toString()))
					.initializers((starting) -> database.configure(starting.getEnvironment()))
					.run()) {
			// Unmasked, so that no number can hide behind asterisks.
			return context.getBean(RunService.class)
				.start(new RunRequest(job, Files.readString(job), JobFiles.load(job), LocalDate.of(2020, 11, 12),
						this.folder.resolve("input"), this.folder.resolve("output"), "", true), RunListener.NONE)
				.folder();
		}
	}

	private static List<NamedCsvRecord> read(Path file) throws IOException {
		try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().detectBomHeader(true).ofNamedCsvRecord(file)) {
			return new ArrayList<>(reader.stream().toList());
		}
	}

}
