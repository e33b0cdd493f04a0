package io.rollcall.generate;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A constellation: what happens to how many students, and what must be found. To add a
 * fault, add an entry to the list of its family.
 *
 * @param name a word for {@code truth.csv}
 * @param family which findings it belongs to
 * @param students how many students take part
 * @param staging changes the students' rows and states the findings
 */
record Scenario(String name, Family family, int students, Consumer<Scene> staging) {

	/** Groups of findings, and the constellations in which nobody must act. */
	enum Family {

		/** Rows and fields of one source. */
		ROWS,
		/** Duplicates within and across sources. */
		DUPLICATES,
		/** Differences between sources. */
		BETWEEN,
		/** What students report through their colleges. */
		CLAIMS,
		/** Problems with accounts of the platform. */
		ACCOUNTS,
		/** Unusual, but no error. */
		NEGATIVE

	}

	static Scenario row(String name, Consumer<Scene> staging) {
		return new Scenario(name, Family.ROWS, 1, staging);
	}

	static Scenario between(String name, Consumer<Scene> staging) {
		return new Scenario(name, Family.BETWEEN, 1, staging);
	}

	static Scenario claim(String name, Consumer<Scene> staging) {
		return new Scenario(name, Family.CLAIMS, 1, staging);
	}

	static Scenario account(String name, Consumer<Scene> staging) {
		return new Scenario(name, Family.ACCOUNTS, 1, staging);
	}

	static Scenario duplicate(String name, int students, Consumer<Scene> staging) {
		return new Scenario(name, Family.DUPLICATES, students, staging);
	}

	static Scenario negative(String name, int students, Consumer<Scene> staging) {
		return new Scenario(name, Family.NEGATIVE, students, staging);
	}

	static List<Scenario> faults() {
		return Stream
			.of(RowFaults.LIST, IdFaults.LIST, DifferenceScenarios.LIST, NameDifferences.LIST, MissingRecords.LIST,
					DuplicateScenarios.LIST)
			.flatMap(List::stream)
			.toList();
	}

	static List<Scenario> submissions() {
		return Stream.of(ClaimScenarios.LIST, ClaimFaults.LIST, AccountScenarios.LIST).flatMap(List::stream).toList();
	}

	static List<Scenario> negatives() {
		return Negatives.LIST;
	}

}
