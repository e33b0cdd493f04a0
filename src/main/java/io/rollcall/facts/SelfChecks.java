package io.rollcall.facts;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The self-check of a run, by class and summed up to majors, colleges and the school. */
public final class SelfChecks {

	private final List<String> colleges;

	private final List<SelfCheckRow> classes;

	private final boolean told;

	/**
	 * The self-check of a run.
	 * @param colleges the campaign's colleges in their order
	 * @param classes one row for each college, major and class
	 */
	public SelfChecks(List<String> colleges, List<SelfCheckRow> classes) {
		this.colleges = List.copyOf(colleges);
		this.classes = List.copyOf(classes);
		this.told = classes.stream().anyMatch((row) -> row.checked().isPresent());
	}

	/**
	 * By college: every college of the campaign, then the students without one.
	 * @return one row for each
	 */
	public Collection<SelfCheckRow> byCollege() {
		Map<String, SelfCheckRow> rows = new LinkedHashMap<>();
		this.colleges.forEach((college) -> rows.put(college, SelfCheckRow.none(college, this.told)));
		this.classes.forEach((row) -> add(rows, row.college(), row.named(row.college(), "", "")));
		return rows.values();
	}

	/**
	 * By college and major.
	 * @return one row for each major that has students
	 */
	public Collection<SelfCheckRow> byMajor() {
		Map<String, SelfCheckRow> rows = new LinkedHashMap<>();
		this.classes
			.forEach((row) -> add(rows, row.college() + '\n' + row.major(), row.named(row.college(), row.major(), "")));
		return rows.values();
	}

	/**
	 * By college, major and class.
	 * @return one row for each class that has students
	 */
	public Collection<SelfCheckRow> byClass() {
		return this.classes;
	}

	/**
	 * The whole school.
	 * @return the sum of all rows
	 */
	public SelfCheckRow total() {
		return this.classes.stream()
			.map((row) -> row.named("", "", ""))
			.reduce(SelfCheckRow::plus)
			.orElseGet(() -> new SelfCheckRow("", "", "", 0, Optional.empty(), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0));
	}

	private static void add(Map<String, SelfCheckRow> rows, String key, SelfCheckRow row) {
		rows.merge(key, row, SelfCheckRow::plus);
	}

}
