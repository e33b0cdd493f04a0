package io.rollcall.report;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the platform should show of one student: the student's keys and the approved
 * fields, and nothing else.
 *
 * @param candidateNo the candidate number, may be empty
 * @param studentNo the student number, may be empty
 * @param name the name by which the platform knows the student
 * @param college the college, for the cover sheet
 * @param values the approved values by canonical field, as the platform takes them
 * @param grounds what was approved, by whom and on what proof, one entry a field
 */
public record Correction(String candidateNo, String studentNo, String name, String college, Map<String, String> values,
		List<Ground> grounds) {

	public Correction {
		Objects.requireNonNull(candidateNo);
		Objects.requireNonNull(studentNo);
		Objects.requireNonNull(name);
		values = Map.copyOf(values);
		grounds = List.copyOf(grounds);
	}

	@Override
	public String toString() {
		return "correction of " + this.values.keySet();
	}

	/**
	 * On what an approved value rests.
	 *
	 * @param field the canonical field
	 * @param evidence the kinds of proof that were seen or are needed
	 * @param by who approved it
	 * @param on when, or empty
	 * @param code the finding's code
	 */
	public record Ground(String field, String evidence, String by, String on, String code) {
	}

}
