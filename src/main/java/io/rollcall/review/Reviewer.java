package io.rollcall.review;

import java.util.Objects;

import io.rollcall.report.Desk;
import io.rollcall.sheet.Seals;

/**
 * Who answers a workbook.
 *
 * @param desk whose answers it takes
 * @param college the college; empty for the registrar and for the workbook of the
 * students whose college is unknown
 */
public record Reviewer(Desk desk, String college) {

	/** The registrar, for all colleges. */
	public static final Reviewer REGISTRAR = new Reviewer(Desk.REGISTRAR, "");

	public Reviewer {
		Objects.requireNonNull(desk);
		Objects.requireNonNull(college);
	}

	/**
	 * A college.
	 * @param college the college's name; empty for students whose college is unknown
	 * @return the reviewer
	 */
	public static Reviewer of(String college) {
		return new Reviewer(Desk.COLLEGE, college);
	}

	/**
	 * Whether the registrar answers, also where he marks corrections.
	 * @return false for a college
	 */
	public boolean registrar() {
		return this.desk != Desk.COLLEGE;
	}

	/**
	 * Who answers, as answers are kept.
	 * @return the college's name, or the registrar's word
	 */
	public String word() {
		return registrar() ? Seals.REGISTRAR : this.college;
	}

	/** The reviewer that a workbook's manifest names. */
	static Reviewer named(String reader) {
		Desk desk = Desk.of(reader);
		return (desk == Desk.COLLEGE) ? of(reader) : new Reviewer(desk, "");
	}

	/** Whether a student's case is for this reviewer to answer. */
	boolean answersFor(String studentsCollege) {
		return registrar() || this.college.equals(studentsCollege);
	}

}
