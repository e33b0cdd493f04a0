package io.rollcall.intake.rule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;

import io.rollcall.intake.Mark;
import io.rollcall.intake.ParsedRow;
import io.rollcall.intake.RowFacts;
import io.rollcall.intake.RowRule;
import io.rollcall.intake.Value;
import org.jspecify.annotations.Nullable;

/**
 * A date that does not exist or cannot be read, or a birth date that gives an unlikely
 * age.
 */
final class DateInvalid implements RowRule {

	/** The youngest age of a student, in full years. */
	static final int YOUNGEST = 14;

	/** The oldest age of a student, in full years. */
	static final int OLDEST = 60;

	@Override
	public void judge(ParsedRow row, RowFacts facts, Consumer<Mark> marks) {
		boolean birthDateIsBad = false;
		for (Value value : row.values()) {
			if (value.state() == Value.State.BAD_DATE) {
				String field = value.field().name();
				birthDateIsBad |= field.equals("birth_date");
				marks.accept(new Mark("DATE_INVALID", field, facts.messages().get("findings.DATE_INVALID.detail"), ""));
			}
		}
		LocalDate birth = birth(row, facts);
		if (birth != null && !birthDateIsBad && !isPlausible(birth, facts.businessDate())) {
			String key = birth.isAfter(facts.businessDate()) ? "future" : "age";
			marks.accept(new Mark("DATE_INVALID", "birth_date",
					facts.messages().get("findings.DATE_INVALID." + key, YOUNGEST, OLDEST), ""));
		}
	}

	private static @Nullable LocalDate birth(ParsedRow row, RowFacts facts) {
		if (row.birthDate() != null) {
			return row.birthDate().firstDay();
		}
		return (facts.idCanBeJudged(row) && !facts.idBirthIsInvalid(row)) ? row.id().birthDate() : null;
	}

	private static boolean isPlausible(LocalDate birth, LocalDate today) {
		long age = ChronoUnit.YEARS.between(birth, today);
		return age >= YOUNGEST && age <= OLDEST;
	}

}
