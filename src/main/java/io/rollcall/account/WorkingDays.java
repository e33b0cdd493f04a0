package io.rollcall.account;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Working days in China: Monday to Friday without the listed days off, and the listed
 * make-up days. The days are listed in the State Council's yearly papers, one file a year
 * in {@code holidays/} beside this class. A year without a paper counts Monday to Friday,
 * and what depends on it is provisional (暂定).
 */
public final class WorkingDays {

	private static final int FIRST_YEAR = 2020;

	private static final WorkingDays SHIPPED = load();

	/** Whether a listed day is a working day. */
	private final Map<LocalDate, Boolean> listed;

	private final Set<Integer> years;

	private WorkingDays(Map<LocalDate, Boolean> listed, Set<Integer> years) {
		this.listed = Map.copyOf(listed);
		this.years = Set.copyOf(years);
	}

	/**
	 * The calendar shipped with the product.
	 * @return the calendar
	 */
	public static WorkingDays shipped() {
		return SHIPPED;
	}

	/**
	 * Whether people work on a day.
	 * @param day the day
	 * @return true for a working day
	 */
	public boolean isWorkingDay(LocalDate day) {
		Boolean work = this.listed.get(day);
		return (work != null) ? work
				: day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
	}

	/**
	 * Whether the days off of a day's year are not known.
	 * @param day the day
	 * @return true when the year has no data or no paper yet
	 */
	public boolean isProvisional(LocalDate day) {
		return !this.years.contains(day.getYear());
	}

	/**
	 * The day on which a number of working days has passed ("三个工作日内": the third).
	 * @param from the day that does not count itself, whether it is a working day or not
	 * @param days how many working days follow it
	 * @return the last of them
	 */
	public Due plus(LocalDate from, int days) {
		if (days < 0) {
			throw new IllegalArgumentException("working days are counted forwards");
		}
		LocalDate day = from;
		boolean provisional = isProvisional(from);
		for (int left = days; left > 0;) {
			day = day.plusDays(1);
			provisional |= isProvisional(day);
			if (isWorkingDay(day)) {
				left--;
			}
		}
		return new Due(day, provisional);
	}

	/**
	 * How many working days lie between two days.
	 * @param after the day before the first that may count
	 * @param upTo the last that may count
	 * @return their number, 0 when there is no such day
	 */
	public int between(LocalDate after, LocalDate upTo) {
		return (int) after.plusDays(1)
			.datesUntil(upTo.isAfter(after) ? upTo.plusDays(1) : after.plusDays(1))
			.filter(this::isWorkingDay)
			.count();
	}

	/**
	 * The last day from which a number of working days ends by a deadline.
	 * @param deadline the deadline, which still counts
	 * @param days how many working days must follow
	 * @return the day; 2020-11-17 for 2020-11-20 and three days
	 */
	public LocalDate lastSafe(LocalDate deadline, int days) {
		LocalDate day = deadline;
		while (plus(day, days).day().isAfter(deadline)) {
			day = day.minusDays(1);
		}
		return day;
	}

	private static WorkingDays load() {
		Map<LocalDate, Boolean> listed = new HashMap<>();
		Set<Integer> years = new HashSet<>();
		try {
			int year = FIRST_YEAR;
			while (read(year, listed, years)) {
				year++;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return new WorkingDays(listed, years);
	}

	/**
	 * The year of a file is that of its paper: a file may list days of the December
	 * before.
	 */
	private static boolean read(int year, Map<LocalDate, Boolean> listed, Set<Integer> years) throws IOException {
		try (InputStream in = WorkingDays.class.getResourceAsStream("holidays/" + year + ".json")) {
			if (in == null) {
				return false;
			}
			add(JsonMapper.shared().readTree(in), year, listed, years);
			return true;
		}
	}

	private static void add(JsonNode file, int year, Map<LocalDate, Boolean> listed, Set<Integer> years) {
		if (!file.path("papers").isEmpty()) {
			years.add(year);
		}
		for (JsonNode day : file.path("days")) {
			listed.put(LocalDate.parse(day.path("date").asString()), !day.path("isOffDay").asBoolean());
		}
	}

	/**
	 * A day that something is due.
	 *
	 * @param day the day
	 * @param provisional whether days off that are not known yet may move it (暂定)
	 */
	public record Due(LocalDate day, boolean provisional) {

	}

}
