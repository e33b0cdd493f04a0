package io.rollcall.intake.rule;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import io.rollcall.identity.CandidateNumber;
import io.rollcall.intake.Mark;
import io.rollcall.intake.ParsedRow;
import io.rollcall.intake.RowFacts;
import io.rollcall.intake.RowRule;
import org.jspecify.annotations.Nullable;

/**
 * The candidate number is not 14 digits, is of another year, or lost its tail in a number
 * format. Students who return to a kept place rightly carry an earlier year; where
 * another source says that they do, {@code row_findings.sql} drops the mark.
 */
final class CandidateNoSuspect implements RowRule {

	private static final Set<CandidateNumber.Problem> SHAPE = EnumSet.of(CandidateNumber.Problem.LOST,
			CandidateNumber.Problem.LENGTH, CandidateNumber.Problem.LEADING_ZERO, CandidateNumber.Problem.CHARS);

	private static final List<String> STATES = List.of("entry_state", "school_status", "registration_status",
			"change_type");

	private static final String RETURNED = "恢复入学";

	@Override
	public void judge(ParsedRow row, RowFacts facts, Consumer<Mark> marks) {
		String reason = reason(row, facts);
		if (reason != null) {
			marks.accept(new Mark("CANDIDATE_NO_SUSPECT", "candidate_no",
					facts.messages().get("findings.CANDIDATE_NO_SUSPECT." + reason, facts.campaign().admissionYear()),
					""));
		}
	}

	/** What is wrong with the number, or null. */
	private static @Nullable String reason(ParsedRow row, RowFacts facts) {
		CandidateNumber number = row.candidateNumber();
		for (CandidateNumber.Problem problem : number.problems()) {
			if (SHAPE.contains(problem)) {
				return problem.name();
			}
		}
		boolean otherYear = number.isPresent() && number.year() != facts.campaign().admissionYear();
		return (otherYear && STATES.stream().map(row::canonical).noneMatch(RETURNED::equals)) ? "year" : null;
	}

}
