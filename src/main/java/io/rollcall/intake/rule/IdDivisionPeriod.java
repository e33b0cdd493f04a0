package io.rollcall.intake.rule;

import java.util.function.Consumer;

import io.rollcall.identity.Divisions;
import io.rollcall.intake.Mark;
import io.rollcall.intake.ParsedRow;
import io.rollcall.intake.RowFacts;
import io.rollcall.intake.RowRule;

/** The division code of a resident number was not in force in the birth year. */
final class IdDivisionPeriod implements RowRule {

	@Override
	public void judge(ParsedRow row, RowFacts facts, Consumer<Mark> marks) {
		if (!facts.idCanBeJudged(row) || row.id().birthDate() == null || facts.idBirthIsInvalid(row)) {
			return;
		}
		String division = row.id().division();
		if (division != null && !Divisions.inForce(division, row.id().birthDate().getYear())
				&& Divisions.known(division)) {
			marks.accept(new Mark("ID_DIVISION_PERIOD", "id_no",
					facts.messages().get("findings.ID_DIVISION_PERIOD.detail"), ""));
		}
	}

}
