package io.rollcall.facts;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a college may know of itself.
 *
 * @param college the college's name; empty for the students whose college is unknown
 * @param students how many of its students each role holds, in the order to show them
 * @param receipt what became of its students
 * @param before the business date of the run before; empty when there is none
 * @param standing the figures of its cases
 * @param selfCheck how far the self-check has come, by class
 */
public record CollegeFacts(String college, Map<String, Long> students, Receipt receipt, Optional<LocalDate> before,
		NightStanding standing, List<SelfCheckRow> selfCheck) {

	public CollegeFacts {
		Objects.requireNonNull(college);
		students = Collections.unmodifiableMap(new LinkedHashMap<>(students));
		Objects.requireNonNull(receipt);
		Objects.requireNonNull(before);
		Objects.requireNonNull(standing);
		selfCheck = List.copyOf(selfCheck);
	}

	/**
	 * Whether these are the students whose college is unknown.
	 * @return true for the registrar's own file
	 */
	public boolean unassigned() {
		return this.college.isEmpty();
	}

}
