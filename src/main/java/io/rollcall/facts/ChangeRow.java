package io.rollcall.facts;

/**
 * One finding that is not the same in two judgements of the same inputs.
 *
 * @param change {@code new}, {@code gone} or {@code changed}
 * @param code the finding's code
 * @param college the student's college, or empty
 * @param studentNo the student number, or empty
 * @param candidateNo the candidate number, or empty
 * @param name the student's name, or empty
 * @param field the canonical field, or empty
 * @param severityBefore the severity in the run that was compared, or empty
 * @param severityAfter the severity under the changed rules, or empty
 * @param detailBefore the detail in the run, or empty
 * @param detailAfter the detail under the changed rules, or empty
 */
public record ChangeRow(String change, String code, String college, String studentNo, String candidateNo, String name,
		String field, String severityBefore, String severityAfter, String detailBefore, String detailAfter) {

	@Override
	public String toString() {
		return this.change + " " + this.code;
	}

}
