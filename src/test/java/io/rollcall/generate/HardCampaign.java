package io.rollcall.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

import io.rollcall.campaign.SourceRole;
import io.rollcall.identity.PersonName;

/** A campaign full of wrong keys, with who its students are. */
public final class HardCampaign {

	/** States of earlier students; those behind the bar have not left. */
	private static final List<String> STATES = List.of("毕业", "结业", "退学", "注销学籍", "开除", "转学(转出)", "取消入学资格", "03", "07",
			"|", "在读", "休学", "死亡", "", "保留学籍");

	/** Of so many students one is staged as earlier enrolled. */
	private static final int ENROLLED = 20;

	private static final int STUDENTS_PER_PAIR = 8;

	private HardCampaign() {
	}

	/**
	 * A student as it is in truth.
	 *
	 * @param college the official name of the college
	 * @param name the name
	 * @param said the names by which records call him, as written and as understood
	 * @param numbers student number, candidate number and ID number
	 * @param shared whether a list gives one of the numbers to two people, so that both
	 * colleges must read it
	 */
	public record Person(String college, String name, Set<String> said, List<String> numbers, boolean shared) {

		@Override
		public String toString() {
			return "a student of " + this.college;
		}

	}

	/**
	 * Writes a campaign.
	 * @param students how many
	 * @param seed the seed
	 * @param ordinary whether the faults of ordinary campaigns are in it too
	 * @param folder where to
	 * @return its students
	 * @throws IOException when a file cannot be written
	 */
	public static List<Person> write(int students, long seed, boolean ordinary, Path folder) throws IOException {
		List<Person> people = new ArrayList<>();
		List<String> earlier = new ArrayList<>();
		List<String> truth = new ArrayList<>();
		Generator.generate(new GenerateSettings(students, seed, 0.02),
				(settings, random) -> deck(settings, random, ordinary, people, earlier, truth), folder);
		Files.createDirectories(folder.resolve("input/enrolled"));
		Files.writeString(folder.resolve("input/enrolled/往届.csv"),
				"学号,姓名,性别,出生日期,身份证号,学院,学籍状态\n" + String.join("", earlier));
		Files.writeString(folder.resolve("truth.csv"), String.join("", truth), StandardOpenOption.APPEND);
		return people;
	}

	private static List<Scenario> deck(GenerateSettings settings, Random random, boolean ordinary, List<Person> people,
			List<String> earlier, List<String> truth) {
		List<Scenario> deck = new ArrayList<>();
		if (ordinary) {
			Deck.of(settings, random).stream().filter((scenario) -> scenario != Deck.ORDINARY).forEach(deck::add);
		}
		for (int i = 0; i < Math.max(HardScenarios.LIST.size(), settings.students() / STUDENTS_PER_PAIR); i++) {
			deck.add(HardScenarios.LIST.get(i % HardScenarios.LIST.size()));
		}
		for (int i = 0; i < settings.students() / ENROLLED; i++) {
			String state = STATES.get(i % STATES.size());
			if (!state.equals("|")) {
				boolean left = i % STATES.size() < STATES.indexOf("|");
				deck.add(Scenario.duplicate("enrolled before: " + state, 1,
						(scene) -> enrolled(scene, state, left, earlier, truth)));
			}
		}
		int busy = deck.stream().mapToInt(Scenario::students).sum();
		deck.addAll(Collections.nCopies(Math.max(0, settings.students() - busy), Deck.ORDINARY));
		Collections.shuffle(deck, random);
		return deck.stream().map((scenario) -> remembered(scenario, people)).toList();
	}

	/**
	 * Severity stands in the scenario's place: {@code truth.csv} has no column for it.
	 */
	private static void enrolled(Scene scene, String state, boolean left, List<String> earlier, List<String> truth) {
		Student student = scene.student();
		String number = "2018" + student.get("student_no").substring(4);
		earlier.add(String.join(",", number, student.get("name"), student.get("sex"), student.get("birth_date"),
				student.get("id_no"), student.get("college"), state) + "\n");
		truth.add(String.join(",", "ID_IN_EARLIER_COHORT", student.get("student_no"), "id_no",
				student.get("candidate_no"), "", "", left ? "severity I" : "severity E") + "\n");
	}

	private static Scenario remembered(Scenario scenario, List<Person> people) {
		return new Scenario(scenario.name(), scenario.family(), scenario.students(), (scene) -> {
			scenario.staging().accept(scene);
			scene.students().forEach((student) -> people.add(person(student)));
		});
	}

	private static Person person(Student student) {
		boolean shared = student.findings()
			.stream()
			.anyMatch((finding) -> finding[0].endsWith("_NO_SHARED") || finding[0].equals("ID_SHARED")
					|| finding[0].equals("ID_DOUBLE_REGISTRATION") || finding[0].equals("ROW_CONFLICT")
					|| finding[0].equals("LINK_PROBABLE"));
		String college = student.find(SourceRole.ROSTER)
			.map((view) -> view.get("college"))
			.orElse(student.get("college"));
		return new Person(college.equals(student.get("college")) ? Seats.official(college) : "", student.get("name"),
				said(student), List.of(student.get("student_no"), student.get("candidate_no"), student.get("id_no")),
				shared);
	}

	private static Set<String> said(Student student) {
		Set<String> said = new TreeSet<>();
		for (View view : student.views()) {
			said.add(view.get("name"));
			said.add(PersonName.parse(view.get("name")).comparison());
		}
		return said;
	}

}
