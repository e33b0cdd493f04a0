package io.rollcall.intake.rule;

import java.util.function.Consumer;

import io.rollcall.intake.Mark;
import io.rollcall.intake.ParsedRow;
import io.rollcall.intake.RowFacts;
import io.rollcall.intake.RowRule;

/** The ID number has the old form of 15 digits. */
final class IdFifteenDigit implements RowRule {

	@Override
	public void judge(ParsedRow row, RowFacts facts, Consumer<Mark> marks) {
		if (facts.idCanBeJudged(row) && row.id().isFifteenDigits()) {
			marks.accept(new Mark("ID_15_DIGIT", "id_no", facts.messages().get("findings.ID_15_DIGIT.detail"), ""));
		}
	}

}
