package io.rollcall.intake;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.FormFields;
import io.rollcall.identity.DateCompletion;
import io.rollcall.identity.Masks;
import io.rollcall.identity.Normalisation;
import io.rollcall.identity.ParsedDate;
import io.rollcall.identity.PartialDate;
import io.rollcall.intake.Value.State;
import io.rollcall.source.Cell;

/**
 * Reads the cells of date columns. Days of forms and of 查询时间 lie within the campaign,
 * which may complete them (docs/rules.md, "Dates of forms"); birth dates and all others
 * are never completed.
 */
final class DateCells {

	private static final String BIRTH_DATE = "birth_date";

	private static final String VIEWED = "viewed_at";

	private final LocalDate first;

	private final LocalDate last;

	/**
	 * Date cells of a campaign.
	 * @param first the first day that a form may mean
	 * @param last the last day that a form may mean
	 */
	DateCells(LocalDate first, LocalDate last) {
		this.first = first;
		this.last = last;
	}

	Value parse(Field field, Cell cell, ParsedRow parsed) {
		ParsedDate date = (cell.kind() == Cell.Kind.NUMBER) ? ParsedDate.ofNumericCell(cell.text())
				: ParsedDate.parse(cell.text());
		PartialDate value = date.value();
		boolean form = !(value != null && value.hasDay()) && FormFields.isFormDate(field);
		if (value != null && !form) {
			if (field.name().equals(BIRTH_DATE)) {
				parsed.birthDate(value);
			}
			return Value.valid(field, cell, value.basicText(), Cleaning.ofNumber(date.normalisations()),
					date.normalisations());
		}
		if (date.status() == ParsedDate.Status.BLANK) {
			return Value.without(field, cell, State.PLACEHOLDER);
		}
		return (form || field.name().equals(VIEWED)) ? completed(field, cell, form) : unreadable(field, cell);
	}

	private Value completed(Field field, Cell cell, boolean form) {
		Optional<PartialDate> day = DateCompletion.complete(cell.text(), cell.kind() == Cell.Kind.NUMBER, this.first,
				this.last);
		if (day.isPresent()) {
			return new Value(field, cell, State.VALID, day.get().basicText(), EnumSet.of(Normalisation.COMPLETED),
					form ? Set.of(Value.COMPLETED) : Set.of());
		}
		return form ? new Value(field, cell, State.BAD_DATE, null, Set.of(), Set.of(Value.UNREADABLE))
				: unreadable(field, cell);
	}

	private static Value unreadable(Field field, Cell cell) {
		return Masks.inValue(cell.text()) ? Value.masked(field, cell) : Value.without(field, cell, State.BAD_DATE);
	}

}
