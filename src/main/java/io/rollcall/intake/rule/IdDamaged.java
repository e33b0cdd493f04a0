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

	@Override
	public void judge(ParsedRow row, RowFacts facts, Consumer<Mark> marks) {
		if (facts.idIsDamaged(row)) {
			String detail = row.id()
				.problems()
				.stream()
				.filter((problem) -> problem.category() == IdProblem.Category.DAMAGED
						|| problem.category() == IdProblem.Category.SUSPICION)
				.findFirst()
				.map((problem) -> facts.messages().get("findings.ID_DAMAGED." + problem))
				.orElse("");
			marks.accept(
					new Mark("ID_DAMAGED", "id_no", detail, facts.messages().get("findings.ID_DAMAGED.suggestion")));
		}
	}

}
