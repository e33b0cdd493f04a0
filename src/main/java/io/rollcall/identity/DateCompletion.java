package io.rollcall.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Days that were written with a year of two digits or without a year, such as 11月18日,
 * 11.18 and 20/11/18. A period leaves one day of them, or they stay unreadable. Never ask
 * for birth dates, which no period limits.
 */
public final class DateCompletion {

	private static final int CENTURY = 2000;

	private static final int TWO_DIGITS = 2;

	private static final Pattern TIME = Pattern
		.compile("(?:上午|下午|AM|PM)? ?\\d{1,2}(?::\\d{1,2}){1,2}(?:\\.\\d+)?(?: ?(?:AM|PM))?$");

	private static final Pattern WEEKDAY = Pattern.compile(
			"[( ]*(?:星期|周|礼拜)[一二三四五六日天][) ]*|\\b(?:MON|TUES?|WED(?:NES)?|THU(?:RS)?|FRI|SAT(?:UR)?|SUN)(?:DAY)?\\b,?");

	private static final Pattern CHINESE = Pattern
		.compile("(?:(\\d{2}) ?年 ?)?(\\d{1,2}) ?月 ?(?:份 ?)?(\\d{1,2}) ?[日号]?");

	private static final Pattern PARTED = Pattern.compile("(\\d{1,2}) ?([-/.]) ?(\\d{1,2})(?: ?\\2 ?(\\d{1,2}))?");

	private static final Pattern DIGITS = Pattern.compile("(\\d{2})(\\d{2})(\\d{2})?");

	private static final Pattern MONTH = Pattern.compile("(JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC)[A-Z]*");

	private static final String MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC";

	private final LocalDate first;

	private final LocalDate last;

	private final TreeSet<LocalDate> found = new TreeSet<>();

	private DateCompletion(LocalDate first, LocalDate last) {
		this.first = first;
		this.last = last;
	}

	/**
	 * The only day of a period that a text can mean.
	 * @param raw the text as read
	 * @param numeric whether a spreadsheet held it as a number, which loses a zero at the
	 * end: 11.1 may have been 11.10
	 * @param first the first day of the period
	 * @param last the last day of the period
	 * @return the day; empty where none or several fit, or the text is no such date
	 */
	public static Optional<PartialDate> complete(String raw, boolean numeric, LocalDate first, LocalDate last) {
		DateCompletion completion = new DateCompletion(first, last);
		completion.read(bare(raw), numeric);
		return (completion.found.size() == 1) ? Optional.of(PartialDate.of(completion.found.first()))
				: Optional.empty();
	}

	/** The date alone, without time and day of the week. */
	private static String bare(String raw) {
		String upper = Cleaned.phrase(raw).text().toUpperCase(Locale.ROOT);
		String dated = WEEKDAY.matcher(upper).replaceAll(" ").strip();
		if (dated.chars().noneMatch((c) -> c >= 'A' && c <= 'Z')) {
			dated = ChineseNumerals.toDigits(dated);
		}
		return TIME.matcher(dated).replaceFirst("").replaceAll("[\u2010-\u2015\u2212]", "-").replace('。', '.').strip();
	}

	private void read(String text, boolean numeric) {
		Matcher matcher = CHINESE.matcher(text);
		if (matcher.matches()) {
			int month = Integer.parseInt(matcher.group(2));
			int day = Integer.parseInt(matcher.group(3));
			add((matcher.group(1) != null) ? CENTURY + Integer.parseInt(matcher.group(1)) : 0, month, day);
			return;
		}
		matcher = PARTED.matcher(text);
		if (matcher.matches()) {
			anyOrder(matcher.group(1), matcher.group(3), matcher.group(4));
			if (numeric && matcher.group(3).length() < TWO_DIGITS) {
				anyOrder(matcher.group(1), matcher.group(3) + "0", null);
			}
			return;
		}
		matcher = DIGITS.matcher(text);
		if (matcher.matches()) {
			anyOrder(matcher.group(1), matcher.group(2), matcher.group(3));
			return;
		}
		english(text);
	}

	/** A month by its name, with a day and perhaps a year of two digits. */
	private void english(String text) {
		int month = 0;
		List<Integer> numbers = new ArrayList<>();
		for (String word : text.split("[-/., ]+")) {
			if (MONTH.matcher(word).matches() && month == 0) {
				month = MONTHS.indexOf(word.substring(0, 3)) / 4 + 1;
			}
			else if (word.matches("\\d{1,2}(?:ST|ND|RD|TH)?")) {
				numbers.add(Integer.parseInt(word.replaceAll("\\D", "")));
			}
			else {
				return;
			}
		}
		if (month > 0 && numbers.size() == 1) {
			add(0, month, numbers.get(0));
		}
		else if (month > 0 && numbers.size() == 2) {
			add(CENTURY + numbers.get(0), month, numbers.get(1));
			add(CENTURY + numbers.get(1), month, numbers.get(0));
		}
	}

	private void anyOrder(String one, String two, @Nullable String three) {
		int a = Integer.parseInt(one);
		int b = Integer.parseInt(two);
		if (three == null) {
			add(0, a, b);
			add(0, b, a);
			return;
		}
		int c = Integer.parseInt(three);
		year(one, b, c);
		year(two, a, c);
		year(three, a, b);
	}

	private void year(String year, int one, int two) {
		if (year.length() == TWO_DIGITS) {
			add(CENTURY + Integer.parseInt(year), one, two);
			add(CENTURY + Integer.parseInt(year), two, one);
		}
	}

	/** Takes a day of the period; of any of its years where none was written. */
	private void add(int year, int month, int day) {
		int from = (year != 0) ? year : this.first.getYear();
		int to = (year != 0) ? year : this.last.getYear();
		for (int each = from; each <= to; each++) {
			try {
				LocalDate date = LocalDate.of(each, month, day);
				if (!date.isBefore(this.first) && !date.isAfter(this.last)) {
					this.found.add(date);
				}
			}
			catch (DateTimeException ex) {
				// the calendar does not have it
			}
		}
	}

}
