package io.rollcall.intake.rule;

import java.util.function.Consumer;

import io.rollcall.identity.CheckDigitRepair;
import io.rollcall.identity.IdProblem;
import io.rollcall.intake.Mark;
import io.rollcall.intake.ParsedRow;
import io.rollcall.intake.RowFacts;
import io.rollcall.intake.RowRule;

/** The check digit is wrong (GB 11643, ISO 7064 MOD 11-2). */
final class IdChecksum implements RowRule {

	@Override
	public void judge(ParsedRow row, RowFacts facts, Consumer<Mark> marks) {
		if (facts.idCanBeJudged(row) && row.id().has(IdProblem.Category.CHECKSUM)) {
			String suggestion = CheckDigitRepair.find(row.id(), row.birthDate(), row.sex())
				.map((repair) -> facts.messages()
					.get("findings.ID_CHECKSUM." + repair.kind(), repair.position(), repair.position() + 1))
				.orElse("");
			marks.accept(
					new Mark("ID_CHECKSUM", "id_no", facts.messages().get("findings.ID_CHECKSUM.detail"), suggestion));
		}
	}

}
