package io.rollcall.intake.rule;

import java.util.function.Consumer;

import io.rollcall.intake.Mark;
import io.rollcall.intake.ParsedRow;
import io.rollcall.intake.RowFacts;
import io.rollcall.intake.RowRule;

/** The parity of the order number contradicts the record's own sex. */
final class IdSexMismatch implements RowRule {

	@Override
	public void judge(ParsedRow row, RowFacts facts, Consumer<Mark> marks) {
		if (row.sex() != null && row.id().sex() != null && facts.idCanBeJudged(row) && row.sex() != row.id().sex()) {
			marks.accept(
					new Mark("ID_SEX_MISMATCH", "id_no", facts.messages().get("findings.ID_SEX_MISMATCH.detail"), ""));
		}
	}

}
