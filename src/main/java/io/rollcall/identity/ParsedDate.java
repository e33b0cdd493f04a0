package io.rollcall.identity;

import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A date cell as understood.
 *
 * @param raw the text as read
 * @param status what came of it
 * @param value the date, null unless the status is {@link Status#VALID}
 * @param normalisations how the cell was cleaned; the notation of the date is no
 * normalisation
 */
public record ParsedDate(String raw, Status status, @Nullable PartialDate value, Set<Normalisation> normalisations) {

	private static final Pattern WRITTEN = Pattern
		.compile("(\\d{4})(?:(\\d{2})(\\d{2})| ?[-/.年] ?(\\d{1,2}) ?[-/.月] ?(\\d{1,2}))(?!\\d)");

	/** 1900-02-29, which spreadsheets count for the sake of an old mistake. */
	private static final int FALSE_LEAP_DAY = 60;

	/** 2099-12-31. */
	private static final int LAST_SERIAL = 73_050;

	public ParsedDate {
		Objects.requireNonNull(raw);
		normalisations = Normalisation.copy(normalisations);
		if ((status == Status.VALID) != (value != null)) {
			throw new IllegalArgumentException("a date is there exactly when it is valid");
		}
	}

	/** What came of a date cell. */
	public enum Status {

		/** Nothing there, or a stand-in such as 无 or -. */
		BLANK,
		/** A date. */
		VALID,
		/** Written like a date that the calendar does not have, or out of 1900-2099. */
		IMPOSSIBLE,
		/** Not a date, or one that can be read in two ways such as 03/02/2001. */
		UNREADABLE

	}

	/**
	 * Understands the notations people use: {@code 20010203}, {@code 2001-02-03},
	 * {@code 2001/2/3}, {@code 2001.2.3}, {@code 2001年2月3日}, each also to the month only;
	 * with a time of day behind; Chinese numerals; English month names. Two-digit years
	 * are unreadable.
	 * @param raw the text as read; null counts as empty
	 * @return the date or why there is none
	 */
	public static ParsedDate parse(@Nullable String raw) {
		return DateParser.parse(raw);
	}

	/**
	 * A date that a spreadsheet stores as days.
	 * @param serial the days, the fraction being the time of day
	 * @param date1904 whether the workbook counts from 1904
	 * @return the date; serial 60 of the 1900 system is impossible (1900-02-29)
	 */
	public static ParsedDate ofExcelSerial(double serial, boolean date1904) {
		String raw = Double.toString(serial);
		double day = Math.floor(serial);
		if (!(day >= (date1904 ? 0 : 1) && day <= LAST_SERIAL)) {
			return new ParsedDate(raw, Status.UNREADABLE, null, Set.of());
		}
		if (!date1904 && day == FALSE_LEAP_DAY) {
			return new ParsedDate(raw, Status.IMPOSSIBLE, null, Set.of());
		}
		LocalDate date = date1904 ? LocalDate.of(1904, 1, 1).plusDays((long) day)
				: LocalDate.of(1899, 12, (day < FALSE_LEAP_DAY) ? 31 : 30).plusDays((long) day);
		DateParser.Outcome outcome = DateParser.of(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
		return new ParsedDate(raw, outcome.status(), outcome.value(), Set.of());
	}

	/**
	 * A date written into a numeric cell without a date format: 19000101 to 20991231, or
	 * 190001 to 209912.
	 * @param plainDecimal the number's decimal notation
	 * @return the date; unreadable for other numbers
	 */
	public static ParsedDate ofNumericCell(String plainDecimal) {
		String text = plainDecimal.endsWith(".0") ? plainDecimal.substring(0, plainDecimal.length() - 2) : plainDecimal;
		boolean dated = (text.length() == 8 || text.length() == 6) && CodePoints.isAllDigits(text);
		DateParser.Outcome outcome = dated ? DateParser.read(text) : DateParser.Outcome.UNREADABLE;
		return new ParsedDate(plainDecimal, outcome.status(), outcome.value(), Set.of());
	}

	/**
	 * The digits of a date as written, also where the calendar does not have it
	 * ({@code 19705302}) or it lies before 1900.
	 * @param raw the text as read; null counts as empty
	 * @return year, month and day in eight digits; null where the text does not begin
	 * with them in this order
	 */
	public static @Nullable String digitsAsWritten(@Nullable String raw) {
		Matcher matcher = WRITTEN.matcher(Cleaned.text(raw).text());
		if (!matcher.lookingAt()) {
			return null;
		}
		int parts = (matcher.group(2) != null) ? 2 : 4;
		return String.format(Locale.ROOT, "%s%2s%2s", matcher.group(1), matcher.group(parts), matcher.group(parts + 1))
			.replace(' ', '0');
	}

	/**
	 * Whether there is a date.
	 * @return true for {@link Status#VALID}
	 */
	public boolean isValid() {
		return this.status == Status.VALID;
	}

	@Override
	public String toString() {
		return "ParsedDate[" + this.status + "]";
	}

}
