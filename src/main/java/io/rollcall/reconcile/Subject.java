package io.rollcall.reconcile;

import org.jspecify.annotations.Nullable;

/**
 * Whom a row of a form is about.
 *
 * @param student the student, or null when no source knows one
 * @param key the student key
 * @param college the student's college, else the one that the form states; may be empty
 * @param studentNo the student number, may be empty
 * @param candidateNo the candidate number, may be empty
 * @param name the name, may be empty
 * @param major the major, may be empty
 * @param className the class, may be empty
 */
record Subject(@Nullable Long student, String key, String college, String studentNo, String candidateNo, String name,
		String major, String className) {

	boolean isKnown() {
		return this.student != null;
	}

	@Override
	public String toString() {
		return "student " + this.student;
	}

}
