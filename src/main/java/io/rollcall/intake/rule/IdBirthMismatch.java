package io.rollcall.intake.rule;

import java.util.function.Consumer;

import io.rollcall.identity.PartialDate;
import io.rollcall.intake.Mark;
import io.rollcall.intake.ParsedRow;
import io.rollcall.intake.RowFacts;
import io.rollcall.intake.RowRule;

/** The birth date inside the ID number contradicts the record's own. */
final class IdBirthMismatch implements RowRule {

	@Override
	public void judge(ParsedRow row, RowFacts facts, Consumer<Mark> marks) {
		if (row.birthDate() == null || row.id().birthDate() == null || !facts.idCanBeJudged(row)
				|| facts.idBirthIsInvalid(row)) {
			return;
		}
		if (!row.birthDate().agreesWith(PartialDate.of(row.id().birthDate()))) {
			marks.accept(new Mark("ID_BIRTH_MISMATCH", "id_no",
					facts.messages().get("findings.ID_BIRTH_MISMATCH.detail"), ""));
		}
	}

}
