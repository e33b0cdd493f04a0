package io.rollcall.intake.rule;

import java.util.function.Consumer;

import io.rollcall.intake.Mark;
import io.rollcall.intake.ParsedRow;
import io.rollcall.intake.RowFacts;
import io.rollcall.intake.RowRule;

/** The birth date inside the ID number does not exist or is in the future. */
final class IdBirthInvalid implements RowRule {

	@Override
	public void judge(ParsedRow row, RowFacts facts, Consumer<Mark> marks) {
		if (facts.idCanBeJudged(row) && facts.idBirthIsInvalid(row)) {
			String key = facts.idBirthIsToCome(row) ? "future" : "impossible";
			marks.accept(new Mark("ID_BIRTH_INVALID", "id_no", facts.messages().get("findings.ID_BIRTH_INVALID." + key),
					""));
		}
	}

}
