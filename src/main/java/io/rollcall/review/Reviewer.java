package io.rollcall.review;

import java.util.Objects;

import io.rollcall.report.Seals;

/**
 * Who answers a workbook.
 *
 * @param registrar whether it is the registrar, for all colleges
 * @param college the college; empty for the registrar and for the workbook of the
 * students whose college is unknown
 */
public record Reviewer(boolean registrar, String college) {

	/** The registrar, for all colleges. */
	public static final Reviewer REGISTRAR = new Reviewer(true, "");

	public Reviewer {
		Objects.requireNonNull(college);
	}

	/**
	 * A college.
	 * @param college the college's name; empty for students whose college is unknown
	 * @return the reviewer
	 */
	public static Reviewer of(String college) {
		return new Reviewer(false, college);
	}

	/** The reviewer that a workbook's manifest names. */
	static Reviewer named(String reader) {
		return reader.equals(Seals.REGISTRAR) ? REGISTRAR : of(reader);
	}

	/** Whether a student's finding is for this reviewer to answer. */
	boolean answersFor(String studentsCollege) {
		return this.registrar || this.college.equals(studentsCollege);
	}

}
