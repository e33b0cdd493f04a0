package io.rollcall.intake;

import java.time.LocalDate;

/**
 * The business date as those ask for it who read a file. It remembers between which dates
 * every answer would have been the same, so that it is known for which other dates the
 * file would be read alike.
 */
public final class BusinessDay {

	private final LocalDate date;

	private LocalDate first = LocalDate.MIN;

	private LocalDate last = LocalDate.MAX;

	/**
	 * The business date of one reading.
	 * @param date the date
	 */
	public BusinessDay(LocalDate date) {
		this.date = date;
	}

	/**
	 * Whether a day lies in the future.
	 * @param day the day
	 * @return true when the business date is before it
	 */
	public boolean isBefore(LocalDate day) {
		if (this.date.isBefore(day)) {
			this.last = this.last.isBefore(day) ? this.last : day.minusDays(1);
			return true;
		}
		this.first = this.first.isBefore(day) ? day : this.first;
		return false;
	}

	/**
	 * Whether somebody is of some age.
	 * @param birth the day of birth
	 * @param years full years
	 * @return true from the birthday on; who was born on 29 February is a year older on 1
	 * March of other years
	 */
	public boolean isOfAge(LocalDate birth, int years) {
		LocalDate birthday = birth.plusYears(years);
		return !isBefore((birthday.getDayOfMonth() == birth.getDayOfMonth()) ? birthday : birthday.plusDays(1));
	}

	/**
	 * The date itself; nothing is known of any other then.
	 * @return the date
	 */
	LocalDate exactly() {
		this.first = this.date;
		this.last = this.date;
		return this.date;
	}

	/**
	 * The dates for which all would have been answered alike.
	 * @return the first and the last of them
	 */
	Range range() {
		return new Range(this.first, this.last);
	}

	/**
	 * Dates from the first to the last.
	 *
	 * @param first the first date, {@link LocalDate#MIN} for all that went before
	 * @param last the last date, {@link LocalDate#MAX} for all to come
	 */
	public record Range(LocalDate first, LocalDate last) {
	}

}
