package io.rollcall.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.rollcall.generate.Scenario.Family;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tables of docs/generate.md are made from the scenarios. After a change, write them
 * anew with {@code mvn test -Dtest=ScenarioDocTest -Drollcall.write-docs=true}.
 */
class ScenarioDocTest {

	private static final Path PAGE = Path.of("docs/generate.md");

	private static final String START = "<!-- scenarios -->\n";

	private static final String END = "<!-- end of scenarios -->\n";

	/** As often a scenario is staged, so that each of its variants comes up. */
	private static final int TIMES = 60;

	@Test
	void thePageListsEveryScenario() throws IOException {
		String page = Files.readString(PAGE);
		String head = page.substring(0, page.indexOf(START) + START.length());
		String made = head + tables() + page.substring(page.indexOf(END));
		if (Boolean.getBoolean("rollcall.write-docs")) {
			Files.writeString(PAGE, made);
		}
		assertThat(Files.readString(PAGE)).isEqualTo(made);
	}

	@Test
	void everyFaultIsFoundAndNoNegativeIs() {
		assertThat(Scenario.faults()).noneMatch((scenario) -> codes(scenario).isEmpty() && !isCleaned(scenario));
		assertThat(Scenario.negatives()).allMatch((scenario) -> codes(scenario).isEmpty());
		assertThat(Scenario.submissions()).noneMatch((scenario) -> codes(scenario).isEmpty());
		assertThat(all().stream().map(Scenario::name)).doesNotHaveDuplicates();
		assertThat(Scenario.faults()).noneMatch((scenario) -> scenario.family() == Family.NEGATIVE);
	}

	private static String tables() {
		StringBuilder text = new StringBuilder();
		for (Family family : Family.values()) {
			text.append("\n### ").append(switch (family) {
				case ROWS -> "Rows and fields";
				case DUPLICATES -> "Duplicates";
				case BETWEEN -> "Between sources";
				case CLAIMS -> "Claims";
				case ACCOUNTS -> "Accounts";
				case NEGATIVE -> "Hard negatives";
			}).append("\n\n| scenario | students | must be found |\n|---|---|---|\n");
			all().stream().filter((scenario) -> scenario.family() == family).forEach((scenario) -> {
				Set<String> codes = codes(scenario);
				if (isCleaned(scenario)) {
					codes.add("VALUE_NORMALISED");
				}
				text.append("| %s | %d | %s |\n".formatted(scenario.name(), scenario.students(),
						codes.isEmpty() ? "nothing" : String.join(", ", codes)));
			});
		}
		return text.append('\n').toString();
	}

	private static List<Scenario> all() {
		return Stream.of(Scenario.faults(), Scenario.submissions(), Scenario.negatives())
			.flatMap(List::stream)
			.toList();
	}

	private static Set<String> codes(Scenario scenario) {
		Set<String> codes = new TreeSet<>();
		for (Student student : staged(scenario)) {
			student.findings().forEach((finding) -> codes.add(finding[0]));
			student.forms().stream().map(FormEntry::finding).filter((code) -> !code.isEmpty()).forEach(codes::add);
		}
		return codes;
	}

	/** Whether a cell needs cleaning, which is told for its file. */
	private static boolean isCleaned(Scenario scenario) {
		return staged(scenario).stream()
			.flatMap((student) -> student.views().stream())
			.anyMatch((view) -> !view.cleaned().isEmpty());
	}

	private static List<Student> staged(Scenario scenario) {
		List<Student> all = new ArrayList<>();
		for (int seed = 0; seed < TIMES; seed++) {
			Population people = new Population(new Random(seed));
			List<Student> students = new ArrayList<>();
			for (int i = 0; i < scenario.students(); i++) {
				students.add(people.student());
			}
			scenario.staging().accept(new Scene(people, students));
			all.addAll(students);
		}
		return all;
	}

}
