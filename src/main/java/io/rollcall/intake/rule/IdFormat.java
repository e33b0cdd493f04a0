package io.rollcall.intake.rule;

import java.util.function.Consumer;

import io.rollcall.identity.IdProblem;
import io.rollcall.intake.Mark;
import io.rollcall.intake.ParsedRow;
import io.rollcall.intake.RowFacts;
import io.rollcall.intake.RowRule;

/** The ID number has no form of its document type, or is masked. */
final class IdFormat implements RowRule {

	@Override
	public void judge(ParsedRow row, RowFacts facts, Consumer<Mark> marks) {
		if (facts.idIsMalformed(row)) {
			IdProblem problem = row.id()
				.problems()
				.stream()
				.filter((candidate) -> candidate.category() == IdProblem.Category.FORMAT)
				.findFirst()
				.orElseThrow();
			int length = row.id().canonical().codePointCount(0, row.id().canonical().length());
			marks.accept(
					new Mark("ID_FORMAT", "id_no", facts.messages().get("findings.ID_FORMAT." + problem, length), ""));
		}
	}

}
