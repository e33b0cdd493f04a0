package io.rollcall.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The work behind {@link ParsedDate#parse}. */
final class DateParser {

	private static final String DAY_TIME = "(?:上午|下午|AM|PM)? ?\\d{1,2}:\\d{1,2}(?::\\d{1,2}(?:\\.\\d+)?)?(?: ?(?:AM|PM))?";

	private static final String TAIL = "(?:[T ] ?" + DAY_TIME + ")?(?: ?(?:星期|周)[一二三四五六日天])?";

	private static final Pattern YEAR_FIRST = Pattern
		.compile("(\\d{4}) ?([-/.]) ?(\\d{1,2})(?: ?\\2 ?(\\d{1,2}))?" + TAIL);

	private static final Pattern CHINESE = Pattern.compile("(\\d{4}) ?年 ?(\\d{1,2}) ?月(?: ?(\\d{1,2}) ?[日号]?)?" + TAIL);

	private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4})" + TAIL);

	/**
	 * A moment and its offset from UTC, as Java, JavaScript, .NET, Python and databases
	 * write it.
	 */
	private static final Pattern OFFSET = Pattern.compile("(.*?[T ](\\d{1,2}:\\d{2}(?::\\d{2})?))(?:[.,]\\d+)? ?"
			+ "(?:Z|UTC|GMT|(?:UTC|GMT)?([-+])(\\d{1,2})(?::?(\\d{2}))?)( \\d{4})?(?:\\[.*\\]| ?\\(.*\\))?");

	private static final Pattern DAY_WITH_OFFSET = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:Z|[-+]\\d{2}:\\d{2})");

	/** The shortest moment with an offset. */
	private static final int MOMENT_LENGTH = 14;

	private static final Pattern COMPACT_TIME = Pattern.compile("(\\d{8})(?:\\.0+|[T ]?" + DAY_TIME + ")");

	private static final List<String> MONTHS = List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP",
			"OCT", "NOV", "DEC");

	private static final ZoneId SCHOOL_ZONE = ZoneId.of("Asia/Shanghai");

	private DateParser() {
	}

	static ParsedDate parse(@Nullable String raw) {
		Cleaned cleaned = Cleaned.text(raw);
		String text = cleaned.text();
		if (text.isEmpty() || Placeholders.isPlaceholder(text)) {
			return new ParsedDate(cleaned.raw(), ParsedDate.Status.BLANK, null, cleaned.normalisations());
		}
		Outcome outcome = asWritten(text.toUpperCase(Locale.ROOT));
		return new ParsedDate(cleaned.raw(), outcome.status, outcome.value, cleaned.normalisations());
	}

	/** A date of digits may have been written as a quantity. */
	private static Outcome asWritten(String text) {
		String digits = WrittenNumber.ofText(text);
		return (digits == null || digits.equals(WrittenNumber.LOST)) ? read(text) : digits(digits);
	}

	static Outcome read(String text) {
		if (CodePoints.isAllDigits(text)) {
			return digits(text);
		}
		if (text.length() >= MOMENT_LENGTH && text.indexOf(':') > 0) {
			Matcher moment = OFFSET.matcher(hyphens(text));
			if (moment.matches()) {
				return offset(moment);
			}
		}
		if (text.charAt(0) > '9') {
			return words(text);
		}
		String hyphened = hyphens(text);
		Matcher matcher = YEAR_FIRST.matcher(hyphened);
		if (matcher.matches()) {
			return of(matcher.group(1), matcher.group(3), matcher.group(4));
		}
		matcher = CHINESE.matcher(text);
		if (matcher.matches()) {
			return of(matcher.group(1), matcher.group(2), matcher.group(3));
		}
		return rare(hyphened);
	}

	private static Outcome rare(String text) {
		Matcher matcher = COMPACT_TIME.matcher(text);
		if (matcher.matches()) {
			return digits(matcher.group(1));
		}
		matcher = DAY_WITH_OFFSET.matcher(text);
		if (matcher.matches()) {
			return read(matcher.group(1));
		}
		matcher = YEAR_LAST.matcher(text);
		if (matcher.matches()) {
			return yearLast(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(3)),
					Integer.parseInt(matcher.group(4)));
		}
		return words(text);
	}

	/** {@code YYYYMMDD}, {@code YYYYMM}, and the former with a time of day behind. */
	private static Outcome digits(String text) {
		return switch (text.length()) {
			case 6 -> {
				int year = Integer.parseInt(text.substring(0, 4));
				// 990203 is a year of two digits and not the month of an impossible one
				yield PartialDate.isSupported(year) ? of(year, Integer.parseInt(text.substring(4)), 0)
						: Outcome.UNREADABLE;
			}
			case 8, 12, 14 -> {
				int day = Integer.parseInt(text.substring(6, 8));
				int month = Integer.parseInt(text.substring(4, 6));
				yield (day != 0) ? of(Integer.parseInt(text.substring(0, 4)), month, day) : Outcome.IMPOSSIBLE;
			}
			default -> Outcome.UNREADABLE;
		};
	}

	/** Day and month in either order, readable only where no other reading exists. */
	private static Outcome yearLast(int first, int second, int year) {
		if (first == second || second > 12) {
			return of(year, first, second);
		}
		return (first > 12) ? of(year, second, first) : Outcome.UNREADABLE;
	}

	/** A moment with an offset is the day that it was at the school. */
	private static Outcome offset(Matcher moment) {
		Outcome day = read(moment.group(1) + Objects.requireNonNullElse(moment.group(6), ""));
		if (day.value == null || day.value.day() == 0) {
			return day;
		}
		String time = moment.group(2);
		try {
			LocalTime clock = LocalTime.parse((time.indexOf(':') == 1) ? "0" + time : time);
			ZoneOffset offset = ZoneOffset.UTC;
			if (moment.group(3) != null) {
				int sign = moment.group(3).equals("-") ? -1 : 1;
				int minutes = Integer.parseInt(Objects.requireNonNullElse(moment.group(5), "0"));
				offset = ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(moment.group(4)), sign * minutes);
			}
			OffsetDateTime there = OffsetDateTime.of(LocalDate.of(day.value.year(), day.value.month(), day.value.day()),
					clock, offset);
			return of(PartialDate.of(there.atZoneSameInstant(SCHOOL_ZONE).toLocalDate()));
		}
		catch (DateTimeException | IllegalArgumentException ex) {
			return Outcome.IMPOSSIBLE;
		}
	}

	private static Outcome words(String text) {
		if (text.indexOf('年') > 0) {
			Matcher matcher = CHINESE.matcher(ChineseNumerals.toDigits(text));
			return matcher.matches() ? of(matcher.group(1), matcher.group(2), matcher.group(3)) : Outcome.UNREADABLE;
		}
		return english(text);
	}

	/**
	 * English month names: one name, one year of four digits and at most one day; a day
	 * of the week, a time and a zone may stand beside them.
	 */
	private static Outcome english(String text) {
		int month = 0;
		String year = null;
		String day = null;
		for (String word : text.replaceAll(DAY_TIME, " ").split("[-/., ]+")) {
			if (word.matches("\\d{4}") && year == null) {
				year = word;
			}
			else if (word.matches("\\d{1,2}(?:ST|ND|RD|TH)?") && day == null) {
				day = word.replaceAll("\\D", "");
			}
			else if (monthOf(word) > 0 && month == 0) {
				month = monthOf(word);
			}
			else if (!word.matches("|(?:MON|TUE|WED|THU|FRI|SAT|SUN)[A-Z]*|CST|CDT|GMT|UTC|T")) {
				return Outcome.UNREADABLE;
			}
		}
		return (month > 0 && year != null) ? of(year, Integer.toString(month), day) : Outcome.UNREADABLE;
	}

	private static int monthOf(String word) {
		if (word.length() < 3 || !word.matches("[A-Z]{3}|SEPT|JANUARY|FEBRUARY|MARCH|APRIL|JUNE|JULY|AUGUST"
				+ "|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER")) {
			return 0;
		}
		return MONTHS.indexOf(word.substring(0, 3)) + 1;
	}

	/** Strokes and full stops as typists of Chinese leave them. */
	private static String hyphens(String text) {
		return text.codePoints().anyMatch((c) -> c > '~')
				? text.replaceAll("[\u2010-\u2015\u2212]", "-").replace('\u3002', '.') : text;
	}

	private static Outcome of(String year, String month, @Nullable String day) {
		int dayNumber = (day != null) ? Integer.parseInt(day) : 0;
		return (day != null && dayNumber == 0) ? Outcome.IMPOSSIBLE
				: of(Integer.parseInt(year), Integer.parseInt(month), dayNumber);
	}

	static Outcome of(int year, int month, int day) {
		if (!PartialDate.isSupported(year) || month < 1 || month > 12
				|| day > YearMonth.of(year, month).lengthOfMonth()) {
			return Outcome.IMPOSSIBLE;
		}
		return of(new PartialDate(year, month, day));
	}

	private static Outcome of(PartialDate date) {
		return new Outcome(ParsedDate.Status.VALID, date);
	}

	/** A status, with the date when there is one. */
	record Outcome(ParsedDate.Status status, @Nullable PartialDate value) {

		static final Outcome IMPOSSIBLE = new Outcome(ParsedDate.Status.IMPOSSIBLE, null);

		static final Outcome UNREADABLE = new Outcome(ParsedDate.Status.UNREADABLE, null);

		@Override
		public String toString() {
			return "Outcome[" + this.status + "]";
		}

	}

}
