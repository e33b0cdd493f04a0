package io.rollcall.intake.rule;

import java.util.function.Consumer;

import io.rollcall.identity.IdProblem;
import io.rollcall.intake.Mark;
import io.rollcall.intake.ParsedRow;
import io.rollcall.intake.RowFacts;
import io.rollcall.intake.RowRule;

/**
 * The ID number went through a spreadsheet's number format. Suspicions (a tail as double
 * arithmetic leaves it, a tail of zeros) count only beside certain damage in the column.
 */
final class IdDamaged implements RowRule {

	private static final int EXACT = 15;

	@Override
	public void judge(ParsedRow row, RowFacts facts, Consumer<Mark> marks) {
		if (facts.idIsDamaged(row)) {
			String detail = row.id()
				.problems()
				.stream()
				.filter((problem) -> problem.category() == IdProblem.Category.DAMAGED
						|| problem.category() == IdProblem.Category.SUSPICION)
				.findFirst()
				.map((problem) -> facts.messages().get("findings.ID_DAMAGED." + key(problem, row)))
				.orElse("");
			marks.accept(
					new Mark("ID_DAMAGED", "id_no", detail, facts.messages().get("findings.ID_DAMAGED.suggestion")));
		}
	}

	/** A binary number keeps 15 digits: of a shorter one nothing is lost at the end. */
	private static String key(IdProblem problem, ParsedRow row) {
		boolean whole = problem == IdProblem.NUMERIC_CELL
				&& row.id().raw().chars().filter(Character::isDigit).count() <= EXACT;
		return whole ? problem + ".short" : problem.toString();
	}

}
