package io.rollcall.report;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** A part of a run's findings, which one sheet shows in the order that suits it. */
public enum Slice {

	/** All findings, the gravest first. */
	ALL(Set.of(), (row) -> true),
	/** What is only good to know. */
	INFORMATION(Set.of(), (row) -> !row.toDo() && !row.tellsOfReview()),
	/**
	 * Several people on one number, one person on several; members of a group together.
	 */
	GROUPS(Set.of("ID_SHARED", "ID_DOUBLE_REGISTRATION", "ID_NEAR_DUPLICATE", "PERSON_REPEATED", "ID_IN_EARLIER_COHORT",
			"STUDENT_NO_SHARED", "CANDIDATE_NO_SHARED", "ACCOUNT_PROBLEM"),
			(row) -> row.toDo() && (!row.code().equals("ACCOUNT_PROBLEM") || !row.more().group().isEmpty())),
	/** Students whom a list lacks; by list. */
	MISSING(Set.of("MISSING_IN_PLATFORM", "MISSING_IN_ROSTER", "MISSING_IN_ADMISSION", "LINK_PROBABLE"),
			FindingRow::toDo),
	/** Students who have not looked; by class. */
	UNCHECKED(Set.of("NOT_SELF_CHECKED", "SELF_CHECK_OVERDUE"), FindingRow::toDo),
	/** What students reported through their colleges, and what nobody reported. */
	CLAIMS(Set.of("CLAIM_SUPPORTED", "CLAIM_UNSUPPORTED", "CLAIM_ALREADY_CORRECT", "CLAIM_STALE", "CLAIM_CONFLICT",
			"CLAIM_DUPLICATE", "CLAIM_UNKNOWN_STUDENT", "CLAIM_OTHER_COLLEGE", "CLAIM_INVALID_VALUE",
			"CLAIM_NOT_CORRECTABLE", "CLAIM_EVIDENCE_MISSING", "CLAIM_LATE", "MISMATCH_NOT_CLAIMED"), (row) -> true),
	/** Problems with accounts of the platform. */
	ACCOUNTS(Set.of("ACCOUNT_PROBLEM", "ACCOUNT_PROBLEM_UNRECOGNISED", "ACCOUNT_AUDIT_OVERDUE",
			"ACCOUNT_AUDIT_TOO_LATE", "ACCOUNT_LIMIT_REACHED", "ACCOUNT_EVIDENCE_REFUSED"), (row) -> true),
	/** What became of returned decisions. */
	REVIEWS(Set.of("REVIEW_APPLIED", "REVIEW_STALE", "REVIEW_REFUSED"), (row) -> true);

	private final Set<String> codes;

	private final Predicate<FindingRow> condition;

	Slice(Set<String> codes, Predicate<FindingRow> condition) {
		this.codes = codes;
		this.condition = condition;
	}

	/**
	 * The slices whose sheets lead to the sheet of long texts.
	 * @return the slices
	 */
	public static Set<Slice> leading() {
		return EnumSet.of(GROUPS, MISSING, CLAIMS, ACCOUNTS);
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
