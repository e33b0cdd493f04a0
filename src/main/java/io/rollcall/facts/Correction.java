package io.rollcall.facts;

import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A value that the registrar approved, with what the platform holds of the student.
 *
 * @param caseId the case
 * @param studentKey tells students apart
 * @param whom the student, as reports name him
 * @param field the canonical field
 * @param before what the platform showed when it was approved, in clear; may be empty
 * @param after the approved value, in clear
 * @param route by which way it is corrected, one of {@code io.rollcall.cases.Routes}
 * @param chosen what the registrar wrote as the route, or empty
 * @param platform what the platform holds of the student, by canonical field
 * @param ground on what it rests
 * @param fresh whether this run approved it
 * @param sentOn when it was handed in; empty while it has to be
 */
public record Correction(String caseId, String studentKey, Whom whom, String field, String before, String after,
		String route, String chosen, Map<String, String> platform, Ground ground, boolean fresh,
		Optional<LocalDate> sentOn) {

	public Correction {
		Objects.requireNonNull(caseId);
		Objects.requireNonNull(whom);
		Objects.requireNonNull(field);
		platform = Map.copyOf(platform);
		Objects.requireNonNull(sentOn);
	}

	@Override
	public String toString() {
		return "correction of " + this.field;
	}

	/**
	 * A student, as reports name him.
	 *
	 * @param college the college
	 * @param studentNo the student number, may be empty
	 * @param candidateNo the candidate number, may be empty
	 * @param name the name
	 */
	public record Whom(String college, String studentNo, String candidateNo, String name) {

		@Override
		public String toString() {
			return "student";
		}

	}

	/**
	 * On what an approved value rests.
	 *
	 * @param evidence the kinds of proof that were seen
	 * @param answeredBy who answered at the college
	 * @param answeredOn when, or empty
	 * @param approvedBy who approved it
	 * @param approvedOn when, or empty
	 * @param note what the registrar wrote beside
	 */
	public record Ground(String evidence, String answeredBy, String answeredOn, String approvedBy, String approvedOn,
			String note) {
	}

}
