package io.rollcall.report;

import java.util.Set;
import java.util.function.Predicate;

/** A part of a run's findings, which one sheet shows in the order that suits it. */
public enum Slice {

	/** All findings, the gravest first. */
	ALL(Set.of(), (row) -> true),
	/**
	 * What waits for somebody: the gravest first, and after everything else those who
	 * have not looked at their record, who would bury the rest.
	 */
	TO_DO(Set.of(), FindingRow::toDo),
	/** What is only good to know. */
	INFORMATION(Set.of(), (row) -> !row.toDo()),
	/**
	 * Several people on one number, one person on several; members of a group together.
	 */
	GROUPS(Set.of("ID_SHARED", "ID_DOUBLE_REGISTRATION", "ID_NEAR_DUPLICATE", "PERSON_REPEATED", "ID_IN_EARLIER_COHORT",
			"STUDENT_NO_SHARED", "CANDIDATE_NO_SHARED"), FindingRow::toDo),
	/** Students whom a list lacks; by list. */
	MISSING(Set.of("MISSING_IN_PLATFORM", "MISSING_IN_ROSTER", "MISSING_IN_ADMISSION", "LINK_PROBABLE"),
			FindingRow::toDo),
	/** Students who have not looked; by class. */
	UNCHECKED(Set.of("NOT_SELF_CHECKED", "SELF_CHECK_OVERDUE"), FindingRow::toDo);

	private final Set<String> codes;

	private final Predicate<FindingRow> condition;

	Slice(Set<String> codes, Predicate<FindingRow> condition) {
		this.codes = codes;
		this.condition = condition;
	}

	/**
	 * The codes that belong to it.
	 * @return the codes; empty for every code
	 */
	public Set<String> codes() {
		return this.codes;
	}

	/**
	 * Whether a finding belongs to it.
	 * @param row the finding
	 * @return true when its sheet shows the finding
	 */
	public boolean includes(FindingRow row) {
		return (this.codes.isEmpty() || this.codes.contains(row.code())) && this.condition.test(row);
	}

}
