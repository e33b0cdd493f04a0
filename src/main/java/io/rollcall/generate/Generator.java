package io.rollcall.generate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiFunction;

import io.rollcall.campaign.SourceRole;

/**
 * Writes a synthetic campaign: {@code jobs/}, {@code input/}, {@code truth.csv} and
 * {@code truth-after-deadline.csv}. The same settings give the same bytes.
 */
public final class Generator {

	/** The name of the campaign and of its job file. */
	public static final String CAMPAIGN = "synthetic-2020";

	private static final List<String> TRUTH = List.of("code", "student_no", "field", "candidate_no", "role", "file",
			"scenario");

	/** One row of the list of enrolled students for that many new ones. */
	private static final int NEW_PER_ENROLLED = 4;

	/** In a hundred students so many are added to the roster late. */
	private static final int LATE_PERCENT = 3;

	private static final String NOT_CHECKED = "NOT_SELF_CHECKED";

	private final GenerateSettings settings;

	private final BiFunction<GenerateSettings, Random, List<Scenario>> dealer;

	private final Population people;

	private Generator(GenerateSettings settings, BiFunction<GenerateSettings, Random, List<Scenario>> dealer) {
		this.settings = settings;
		this.dealer = dealer;
		this.people = new Population(new Random(settings.seed()));
	}

	/**
	 * Writes a campaign.
	 * @param settings what to write
	 * @param folder the folder to write it to
	 * @throws IOException when a file cannot be written
	 */
	public static void generate(GenerateSettings settings, Path folder) throws IOException {
		generate(settings, Deck::of, folder);
	}

	/** Writes a campaign of other scenarios than {@link Deck} would deal. */
	static void generate(GenerateSettings settings, BiFunction<GenerateSettings, Random, List<Scenario>> dealer,
			Path folder) throws IOException {
		new Generator(settings, dealer).write(folder);
	}

	private void write(Path folder) throws IOException {
		Files.createDirectories(folder.resolve("jobs"));
		Files.writeString(folder.resolve("jobs").resolve(CAMPAIGN + ".yml"), job());
		List<Scenario> deck = this.dealer.apply(this.settings, this.people.random());
		boolean claimed = deck.stream().anyMatch((scenario) -> scenario.family() == Scenario.Family.CLAIMS);
		try (CampaignFiles files = new CampaignFiles(folder.resolve("input"));
				FormFiles forms = new FormFiles(folder.resolve("input"));
				CsvOutput truth = new CsvOutput(folder.resolve("truth.csv"), StandardCharsets.UTF_8, true, TRUTH);
				CsvOutput later = new CsvOutput(folder.resolve("truth-after-deadline.csv"), StandardCharsets.UTF_8,
						true, TRUTH)) {
			files.oddFiles();
			for (Scenario scenario : deck) {
				for (Student student : stage(this.people, scenario)) {
					if (claimed) {
						expectClaims(student);
					}
					write(student, scenario, files, truth);
					writeOverdue(student, scenario, later);
					write(student.forms(), scenario, forms, truth);
				}
			}
			for (SourceFile file : files.all()) {
				if (file.role() != SourceRole.ENROLLED) {
					for (String field : file.cleaned()) {
						write(truth, new Truth("VALUE_NORMALISED", "", field, "", file.role().word(), file.path(), ""));
					}
				}
			}
		}
	}

	/**
	 * The shipped job file under another name, so that the two do not share a history,
	 * and without its gate, which would hold back what is wrong on purpose.
	 */
	private static String job() {
		return Lists.text("freshman-2020.yml")
			.replaceFirst("(?m)^campaign: .*$", "campaign: " + CAMPAIGN)
			.replaceFirst("(?m)^gate:\\n(?:  .*\\n)+", "")
			.replaceFirst("(?m)^title: .*$", "title: 2020级新生学籍信息自查（生成的数据）");
	}

	/** Makes the students of a scenario and stages it. */
	static List<Student> stage(Population people, Scenario scenario) {
		List<Student> students = new ArrayList<>();
		for (int i = 0; i < scenario.students(); i++) {
			Student student = people.student();
			if (people.random().nextInt(100) < LATE_PERCENT) {
				student.route(Student.Route.LATE);
			}
			students.add(student);
		}
		scenario.staging().accept(new Scene(people, students));
		students.forEach(Generator::expectSelfCheck);
		return students;
	}

	/** The business date of the job file is before the deadline: nobody is overdue. */
	private static void expectSelfCheck(Student student) {
		Optional<View> roster = student.find(SourceRole.ROSTER);
		Optional<View> platform = student.find(SourceRole.PLATFORM);
		boolean expected = roster.isPresent() && roster.get().get("entry_state").isEmpty();
		if (expected && platform.isPresent() && platform.get().get("viewed_at").isEmpty()) {
			student.expect(NOT_CHECKED, "");
		}
	}

	/**
	 * Who looked and found a difference in a key field was to report it. Only judged
	 * where anybody reports anything.
	 */
	static void expectClaims(Student student) {
		if (student.find(SourceRole.PLATFORM).filter((view) -> !view.get("viewed_at").isEmpty()).isEmpty()) {
			return;
		}
		student.findings()
			.stream()
			.filter((finding) -> finding[0].equals("FIELD_DIFFERS"))
			.map((finding) -> finding[1])
			.filter((field) -> Claiming.FIELDS.contains(field) && !student.isSettled(field))
			.toList()
			.forEach((field) -> student.expect("MISMATCH_NOT_CLAIMED", field));
	}

	private void write(Student student, Scenario scenario, CampaignFiles files, CsvOutput truth) throws IOException {
		for (View view : student.views()) {
			files.file(student, view).write(view, student.refused().contains(view));
		}
		if (this.people.random().nextInt(NEW_PER_ENROLLED) == 0) {
			files.enrolled().write(this.people.earlier(), false);
		}
		int refused = 0;
		for (String[] finding : student.findings()) {
			if (finding[1] != null) {
				write(truth, new Truth(finding[0], student.shownStudentNo(), finding[1], student.shownCandidateNo(), "",
						"", scenario.name()));
				continue;
			}
			View view = student.refused().get(refused++);
			write(truth, new Truth(finding[0], view.get("student_no"), "", view.get("candidate_no"), view.role().word(),
					files.file(student, view).path(), scenario.name()));
		}
	}

	/** Who has not looked is overdue in a run after the deadline. */
	private static void writeOverdue(Student student, Scenario scenario, CsvOutput later) throws IOException {
		if (student.findings().stream().anyMatch((finding) -> finding[0].equals(NOT_CHECKED))) {
			write(later, new Truth("SELF_CHECK_OVERDUE", student.shownStudentNo(), "", student.shownCandidateNo(), "",
					"", scenario.name()));
		}
	}

	private static void write(List<FormEntry> rows, Scenario scenario, FormFiles files, CsvOutput truth)
			throws IOException {
		for (FormEntry row : rows) {
			FormFile file = files.file(row);
			file.write(row);
			if (!row.finding().isEmpty()) {
				String number = row.get("student_no");
				String candidate = row.get("candidate_no");
				boolean refused = number.isEmpty() && candidate.isEmpty();
				write(truth, new Truth(row.finding(), number, "", candidate, refused ? row.form().role() : "",
						refused ? file.path() : "", scenario.name()));
			}
		}
	}

	private static void write(CsvOutput table, Truth truth) throws IOException {
		table.row(List.of(truth.code(), truth.studentNo(), truth.field(), truth.candidateNo(), truth.role(),
				truth.file(), truth.scenario())
			.stream()
			.map(Entry::of)
			.toList());
	}

}
