package io.rollcall.report;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * What a college may know of itself.
 *
 * @param college the college's name; empty for the students whose college is unknown
 * @param students how many of its students each role holds, in the order to show them
 */
public record CollegeFacts(String college, Map<String, Long> students) {

	public CollegeFacts {
		Objects.requireNonNull(college);
		students = Collections.unmodifiableMap(new LinkedHashMap<>(students));
	}

	/**
	 * The students whose college is unknown; their workbook is for the registrar.
	 * @param students how many of them each role holds
	 * @return the facts
	 */
	public static CollegeFacts unassigned(Map<String, Long> students) {
		return new CollegeFacts("", students);
	}

	/**
	 * Whether these are the students whose college is unknown.
	 * @return true for the registrar's own file
	 */
	public boolean unassigned() {
		return this.college.isEmpty();
	}

}
