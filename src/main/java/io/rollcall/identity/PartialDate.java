package io.rollcall.identity;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A date known to the day or to the month (出生年月). Years 1900 to 2099.
 *
 * @param year the year
 * @param month the month, 1 to 12
 * @param day the day of the month, or 0 when only the month is known
 */
public record PartialDate(int year, int month, int day) {

	public PartialDate {
		if (!isSupported(year) || !YearMonth.of(year, month).isValidDay((day != 0) ? day : 1)) {
			throw new IllegalArgumentException("no such date");
		}
	}

	/**
	 * Whether dates of a year can be told.
	 * @param year the year
	 * @return true from 1900 to 2099
	 */
	public static boolean isSupported(int year) {
		return year >= 1900 && year <= 2099;
	}

	/**
	 * A date known to the day.
	 * @param date the date
	 * @return the same as partial date
	 */
	public static PartialDate of(LocalDate date) {
		return new PartialDate(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
	}

	/**
	 * Whether the day is known.
	 * @return false when only year and month are known
	 */
	public boolean hasDay() {
		return this.day != 0;
	}

	/**
	 * Whether two dates agree to the precision that both have.
	 * @param other the other date
	 * @return true when nothing known contradicts
	 */
	public boolean agreesWith(PartialDate other) {
		return this.year == other.year && this.month == other.month
				&& (this.day == other.day || this.day == 0 || other.day == 0);
	}

	/**
	 * The calendar date.
	 * @return the date, its day 1 when only the month is known
	 */
	public LocalDate firstDay() {
		return LocalDate.of(this.year, this.month, Math.max(this.day, 1));
	}

	/**
	 * The notation of exchange files.
	 * @return {@code YYYYMMDD} or {@code YYYYMM}
	 */
	public String basicText() {
		int number = hasDay() ? (this.year * 100 + this.month) * 100 + this.day : this.year * 100 + this.month;
		return Integer.toString(number);
	}

	/**
	 * The notation for people.
	 * @return {@code YYYY-MM-DD} or {@code YYYY-MM}
	 */
	public String isoText() {
		return hasDay() ? firstDay().toString() : YearMonth.of(this.year, this.month).toString();
	}

	@Override
	public String toString() {
		return hasDay() ? "PartialDate[day]" : "PartialDate[month]";
	}

}
