package io.rollcall.facts;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * One finding, ready to be shown. Texts are never null; empty means there is nothing to
 * say. ID numbers are masked unless the run was asked for plain ones.
 *
 * @param findingId the identity that is stable across runs
 * @param code the finding's code
 * @param severity {@code E}, {@code W} or {@code I}
 * @param college the student's college; empty when it is unknown
 * @param studentNo the student number
 * @param candidateNo the candidate number
 * @param name the student's name
 * @param field the canonical name of the field, or empty
 * @param rosterValue what the school's own system says
 * @param platformValue what the national platform says
 * @param admissionValue what the admission data say
 * @param claimedValue what the student claims
 * @param locations {@code role:file#sheet!row}, joined by {@code ;}
 * @param detail how the values differ, or what else there is to know
 * @param suggestion what could be done
 * @param state the state of the case
 * @param firstSeen the business date of the first published run that saw it
 * @param lastSeen the business date of the last run that saw it
 * @param ageDays the calendar days from {@code firstSeen} to the run's date
 * @param caseId the case that it belongs to
 * @param more what only the registrar may know of it
 */
public record FindingRow(String findingId, String code, String severity, String college, String studentNo,
		String candidateNo, String name, String field, String rosterValue, String platformValue, String admissionValue,
		String claimedValue, String locations, String detail, String suggestion, String state, LocalDate firstSeen,
		LocalDate lastSeen, int ageDays, String caseId, More more) {

	/** States in which nobody has to act on a case (contract, ruling 31). */
	public static final Set<String> DONE = Set.of("known-ok", "sent", "registrar-rejected", "closed");

	public FindingRow {
		Objects.requireNonNull(findingId);
		Objects.requireNonNull(code);
		Objects.requireNonNull(severity);
		Objects.requireNonNull(college);
		Objects.requireNonNull(studentNo);
		Objects.requireNonNull(candidateNo);
		Objects.requireNonNull(name);
		Objects.requireNonNull(field);
		Objects.requireNonNull(rosterValue);
		Objects.requireNonNull(platformValue);
		Objects.requireNonNull(admissionValue);
		Objects.requireNonNull(claimedValue);
		Objects.requireNonNull(locations);
		Objects.requireNonNull(detail);
		Objects.requireNonNull(suggestion);
		Objects.requireNonNull(state);
		Objects.requireNonNull(firstSeen);
		Objects.requireNonNull(lastSeen);
		Objects.requireNonNull(caseId);
		Objects.requireNonNull(more);
	}

	/**
	 * Whether somebody still has to act on it or look at it: an error or warning that
	 * nobody has explained as no problem.
	 * @return true when it belongs on the list of open findings
	 */
	public boolean toDo() {
		return toDo(this.code, this.severity, this.state);
	}

	/** The same of any finding with these. */
	public static boolean toDo(String code, String severity, String state) {
		return !severity.equals("I") && !DONE.contains(state) && !tellsOfReview(code);
	}

	/**
	 * The same finding with other values of the sources.
	 * @param roster what to show of the school's own system
	 * @param platform what to show of the national platform
	 * @param admission what to show of the admission data
	 * @return the finding
	 */
	public FindingRow withValues(String roster, String platform, String admission) {
		return new FindingRow(this.findingId, this.code, this.severity, this.college, this.studentNo, this.candidateNo,
				this.name, this.field, roster, platform, admission, this.claimedValue, this.locations, this.detail,
				this.suggestion, this.state, this.firstSeen, this.lastSeen, this.ageDays, this.caseId, this.more);
	}

	/**
	 * Whether it says what became of an answer: nobody answers that.
	 * @return true for the codes of returned workbooks
	 */
	public boolean tellsOfReview() {
		return tellsOfReview(this.code);
	}

	private static boolean tellsOfReview(String code) {
		return code.startsWith("REVIEW_");
	}

	/**
	 * What is behind a finding, beside what its row shows.
	 *
	 * @param privateDetail other students concerned: for the registrar's outputs only
	 * @param cause the proposed cause, such as {@code CAUSE-UPLOAD}, or empty
	 * @param route the proposed route, such as {@code ROUTE-SCHOOL}, or empty
	 * @param odd the role whose value is the odd one out, or empty
	 * @param group what the findings of several students about one thing share, or empty
	 * @param major the student's major, or empty
	 * @param className the student's class, or empty
	 * @param outside how many members of the group belong to other colleges
	 * @param explained the number of its case on the sheet of long texts, or 0
	 */
	public record More(String privateDetail, String cause, String route, String odd, String group, String major,
			String className, long outside, int explained) {

		/** Nothing more. */
		public static final More NONE = new More("", "", "", "", "", "", "", 0, 0);

		/** What is behind a finding whose case is not on the sheet of long texts. */
		public More(String privateDetail, String cause, String route, String odd, String group, String major,
				String className, long outside) {
			this(privateDetail, cause, route, odd, group, major, className, outside, 0);
		}

		@Override
		public String toString() {
			return this.cause + " " + this.route;
		}

	}

	/**
	 * The detail as the registrar reads it.
	 * @return with the other students concerned
	 */
	public String fullDetail() {
		return this.more.privateDetail().isEmpty() ? this.detail : this.detail + " " + this.more.privateDetail();
	}

	/** The number of its case on the sheet of long texts; empty where it has none. */
	public String explained() {
		return (this.more.explained() == 0) ? "" : Integer.toString(this.more.explained());
	}

	/** The code and the identity only, so that a log line cannot show a person. */
	@Override
	public String toString() {
		return this.code + " " + this.findingId;
	}

}
