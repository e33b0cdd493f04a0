package io.rollcall.intake.rule;

import java.util.function.Consumer;

import io.rollcall.identity.Divisions;
import io.rollcall.intake.Mark;
import io.rollcall.intake.ParsedRow;
import io.rollcall.intake.RowFacts;
import io.rollcall.intake.RowRule;

/** The division code of a resident number was never in force (GB/T 2260). */
final class IdDivisionUnknown implements RowRule {

	@Override
	public void judge(ParsedRow row, RowFacts facts, Consumer<Mark> marks) {
		if (!facts.idCanBeJudged(row)) {
			return;
		}
		String division = row.id().division();
		if (division != null && !Divisions.known(division)) {
			marks.accept(new Mark("ID_DIVISION_UNKNOWN", "id_no",
					facts.messages().get("findings.ID_DIVISION_UNKNOWN.detail"), ""));
		}
	}

}
