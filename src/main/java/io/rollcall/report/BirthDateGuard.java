package io.rollcall.report;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Keeps the last digits of an ID number and the birth date of one person out of the same
 * college file: together they leave some 290 candidates for the whole number. The rows
 * must all be seen before the first is shown.
 */
final class BirthDateGuard {

	/** What stands for an ID number of which nothing may be seen. */
	static final String HIDDEN = "******";

	private static final int YOUNGEST = 10;

	/**
	 * A date or a year and month. Only years in which a student can have been born count,
	 * so that an entry date hides nothing.
	 */
	private static final Pattern DATE = Pattern.compile(
			"(?<!\\d)((?:19|20)\\d{2})" + "(?:[-/.年]\\d{1,2}(?!\\d)|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d))");

	/** A masked number with its visible end, or one that was not masked at all. */
	private static final Pattern NUMBER = Pattern
		.compile("\\*{2,}[0-9A-Za-z()（）]*|(?<![0-9A-Za-z])\\d{17}[0-9Xx](?![0-9A-Za-z])");

	private final int lastBirthYear;

	private final Set<String> exposed = new HashSet<>();

	/**
	 * A guard for one file.
	 * @param date the run's business date
	 */
	BirthDateGuard(LocalDate date) {
		this.lastBirthYear = date.getYear() - YOUNGEST;
	}

	/** Notes whether a row shows its person's birth date. */
	void see(FindingRow row) {
		if (row.field().equals("birth_date") || shown(row).anyMatch(this::holdsBirthDate)) {
			person(row).forEach(this.exposed::add);
		}
	}

	/** The row as it may be shown. */
	FindingRow guard(FindingRow row) {
		if (person(row).noneMatch(this.exposed::contains)) {
			return row;
		}
		boolean number = row.field().equals("id_no");
		return new FindingRow(row.findingId(), row.code(), row.severity(), row.college(), row.studentNo(),
				row.candidateNo(), row.name(), row.field(), value(row.rosterValue(), number),
				value(row.platformValue(), number), value(row.admissionValue(), number),
				value(row.claimedValue(), number), row.locations(), value(row.detail(), false),
				value(row.suggestion(), false), row.state(), row.firstSeen(), row.lastSeen(), row.ageDays(),
				row.more());
	}

	/**
	 * By every number and the name: one person can stand under two numbers, and a
	 * namesake loses nothing but four digits.
	 */
	private static Stream<String> person(FindingRow row) {
		return Stream.of("s" + row.studentNo(), "c" + row.candidateNo(), "n" + row.name())
			.filter((key) -> key.length() > 1);
	}

	private static Stream<String> shown(FindingRow row) {
		return Stream.of(row.rosterValue(), row.platformValue(), row.admissionValue(), row.claimedValue(), row.detail(),
				row.suggestion());
	}

	private boolean holdsBirthDate(String text) {
		return DATE.matcher(text).results().map(MatchResult::group).anyMatch(this::isBirthYear);
	}

	private boolean isBirthYear(String date) {
		return Integer.parseInt(date.substring(0, 4)) <= this.lastBirthYear;
	}

	private static String value(String text, boolean number) {
		if (number && !text.isEmpty()) {
			return HIDDEN;
		}
		return NUMBER.matcher(text).replaceAll(HIDDEN);
	}

}
