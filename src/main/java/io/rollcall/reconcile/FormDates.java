package io.rollcall.reconcile;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

import io.rollcall.campaign.SourceRole;
import org.jspecify.annotations.Nullable;

/** The days that a row of a form states (docs/rules.md, "Dates of forms"). */
final class FormDates {

	private static final int DAY_DIGITS = 8;

	private FormDates() {
	}

	/** The day in a column, or null where there is none that can be read. */
	static @Nullable LocalDate day(FormRow row, String column) {
		String text = row.text(column);
		return (text.length() == DAY_DIGITS) ? LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE) : null;
	}

	/** What is to be told of the days: which were completed and which cannot be read. */
	static List<String> notes(FormRow row, JudgeContext context, SourceRole role, String... columns) {
		List<String> notes = new ArrayList<>();
		for (String column : columns) {
			String label = context.campaign().fields(role).get(column).label(context.messages().locale().getLanguage());
			if (row.isUnreadable(column)) {
				notes.add(context.text("date.unreadable", label, row.shown(column).strip()));
			}
			LocalDate day = day(row, column);
			if (day != null && row.isCompleted(column)) {
				notes.add(context.text("date.completed", label, row.shown(column).strip(), day));
			}
		}
		return notes;
	}

}
