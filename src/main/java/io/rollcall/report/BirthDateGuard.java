package io.rollcall.report;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.rollcall.facts.CaseEventRow;
import io.rollcall.facts.CaseRow;
import io.rollcall.facts.FindingRow;

/**
 * Keeps the last digits of an ID number and the birth date of one person out of the same
 * college file or page: together they leave some 290 candidates for the whole number. The
 * rows must all be seen before the first is shown.
 */
public final class BirthDateGuard {

	/** What stands for an ID number of which nothing may be seen. */
	public static final String HIDDEN = "******";

	private static final int YOUNGEST = 10;

	/**
	 * A date or a year and month. Only years in which a student can have been born count,
	 * so that an entry date hides nothing.
	 */
	private static final Pattern DATE = Pattern.compile(
			"(?<!\\d)((?:19|20)\\d{2})" + "(?:[-/.年]\\d{1,2}(?!\\d)|(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])(?!\\d))");

	/** A masked number with its visible end, or one that was not masked at all. */
	private static final Pattern NUMBER = Pattern
		.compile("\\*{2,}(?:[0-9A-Za-z]|[(（][0-9A-Za-z][)）])*|(?<![0-9A-Za-z])\\d{17}[0-9Xx](?![0-9A-Za-z])");

	private final int lastBirthYear;

	private final boolean unmasked;

	private final Set<String> exposed = new HashSet<>();

	/**
	 * A guard for one file or page.
	 * @param date the run's business date
	 * @param unmasked whether plain numbers were asked for, so that there is nothing to
	 * guard
	 */
	public BirthDateGuard(LocalDate date, boolean unmasked) {
		this.lastBirthYear = date.getYear() - YOUNGEST;
		this.unmasked = unmasked;
	}

	/**
	 * Notes whose birth date a file shows.
	 */
	void see(ReportRows rows) {
		if (this.unmasked) {
			return;
		}
		try (Stream<FindingRow> findings = rows.dated();
				Stream<CaseRow> cases = rows.datedCases();
				Stream<CaseEventRow> events = rows.events()) {
			findings.forEach(this::see);
			cases.forEach(this::see);
			events.forEach(this::see);
		}
	}

	/**
	 * Notes whether something that happened shows its person's birth date.
	 * @param row the change of a case
	 */
	public void see(CaseEventRow row) {
		if (row.field().equals("birth_date")
				|| Stream.of(row.oldValue(), row.newValue(), row.why()).anyMatch(this::holdsBirthDate)) {
			person(row.studentNo(), "", row.name()).forEach(this.exposed::add);
		}
	}

	/**
	 * Notes whether a case shows its person's birth date.
	 * @param row the case
	 */
	public void see(CaseRow row) {
		if (row.problem().field().equals("birth_date") || shown(row).anyMatch(this::holdsBirthDate)) {
			person(row).forEach(this.exposed::add);
		}
	}

	/** The rows of a file as they may be shown. */
	ReportRows guard(ReportRows rows) {
		return this.unmasked ? rows : rows.map(this::guard, UnaryOperator.identity(), this::guard, this::guard);
	}

	/**
	 * Whether a person's birth date is shown somewhere.
	 * @param studentNo the student number, or empty
	 * @param candidateNo the candidate number, or empty
	 * @param name the name, or empty
	 * @return true when no digit of the ID number may be
	 */
	public boolean exposes(String studentNo, String candidateNo, String name) {
		return person(studentNo, candidateNo, name).anyMatch(this.exposed::contains);
	}

	/**
	 * A text that holds no digit of an ID number.
	 * @param text any text
	 * @return the text with stars in place of ID numbers, masked or not
	 */
	public static String withoutNumbers(String text) {
		return value(text, false);
	}

	/**
	 * A case as it may be shown.
	 * @param row the case
	 * @return the same without the digits of an ID number where the birth date is shown
	 */
	public CaseRow guard(CaseRow row) {
		if (this.unmasked || person(row).noneMatch(this.exposed::contains)) {
			return row;
		}
		boolean number = row.problem().field().equals("id_no");
		CaseRow.Values old = row.values();
		CaseRow.Values values = new CaseRow.Values(value(old.roster(), number), value(old.platform(), number),
				value(old.admission(), number), value(old.claimed(), number), hidden(old.proposed()),
				value(old.approved(), number), value(old.replaced(), number));
		List<CaseRow.Finding> findings = row.problem()
			.findings()
			.stream()
			.map((finding) -> new CaseRow.Finding(finding.code(), finding.severity(), value(finding.detail(), false),
					finding.privateDetail(), value(finding.suggestion(), false), finding.locations()))
			.toList();
		CaseRow.Problem problem = row.problem();
		return new CaseRow(row.caseId(), row.student(),
				new CaseRow.Problem(problem.severity(), problem.field(), problem.cause(), problem.route(),
						problem.odd(), findings),
				values, answer(row.college(), number), answer(row.registrar(), number), row.state(), row.openedOn(),
				row.ageDays(), row.fresh(), row.sentOn(), row.note());
	}

	private static CaseRow.Answer answer(CaseRow.Answer answer, boolean number) {
		return new CaseRow.Answer(answer.answer(), value(answer.value(), number), value(answer.basis(), false),
				answer.by(), answer.on(), value(answer.note(), false));
	}

	/** What changes of a number may be said, its digits not. */
	private static String hidden(String text) {
		return NUMBER.matcher(text).replaceAll(HIDDEN);
	}

	/**
	 * A change of a case as it may be shown.
	 * @param row the change
	 * @return the same without the digits of an ID number where the birth date is shown
	 */
	public CaseEventRow guard(CaseEventRow row) {
		if (this.unmasked || person(row.studentNo(), "", row.name()).noneMatch(this.exposed::contains)) {
			return row;
		}
		boolean number = row.field().equals("id_no");
		return new CaseEventRow(row.date(), row.caseId(), row.code(), row.college(), row.studentNo(), row.name(),
				row.field(), row.kind(), row.before(), row.after(), value(row.oldValue(), number),
				value(row.newValue(), number), row.by(), row.on(), value(row.why(), false), row.place());
	}

	private static Stream<String> person(CaseRow row) {
		return person(row.student().studentNo(), row.student().candidateNo(), row.student().name());
	}

	private static Stream<String> shown(CaseRow row) {
		Stream<String> values = Stream.of(row.values().roster(), row.values().platform(), row.values().admission(),
				row.values().claimed(), row.values().proposed(), row.values().approved(), row.values().replaced(),
				row.college().value(), row.college().basis(), row.college().note(), row.registrar().value(),
				row.registrar().basis(), row.registrar().note());
		return Stream.concat(values,
				row.problem()
					.findings()
					.stream()
					.flatMap((finding) -> Stream.of(finding.detail(), finding.suggestion())));
	}

	/**
	 * Notes whether a finding shows its person's birth date.
	 * @param row the finding
	 */
	public void see(FindingRow row) {
		if (row.field().equals("birth_date") || shown(row).anyMatch(this::holdsBirthDate)) {
			person(row).forEach(this.exposed::add);
		}
	}

	/**
	 * A finding as it may be shown.
	 * @param row the finding
	 * @return the same without the digits of an ID number where the birth date is shown
	 */
	public FindingRow guard(FindingRow row) {
		if (this.unmasked || person(row).noneMatch(this.exposed::contains)) {
			return row;
		}
		boolean number = row.field().equals("id_no");
		return new FindingRow(row.findingId(), row.code(), row.severity(), row.college(), row.studentNo(),
				row.candidateNo(), row.name(), row.field(), value(row.rosterValue(), number),
				value(row.platformValue(), number), value(row.admissionValue(), number),
				value(row.claimedValue(), number), row.locations(), value(row.detail(), false),
				value(row.suggestion(), false), row.state(), row.firstSeen(), row.lastSeen(), row.ageDays(),
				row.caseId(), row.more());
	}

	/**
	 * By every number and the name: one person can stand under two numbers, and a
	 * namesake loses nothing but four digits.
	 */
	private static Stream<String> person(String studentNo, String candidateNo, String name) {
		return Stream.of("s" + studentNo, "c" + candidateNo, "n" + name).filter((key) -> key.length() > 1);
	}

	private static Stream<String> person(FindingRow row) {
		return person(row.studentNo(), row.candidateNo(), row.name());
	}

	private static Stream<String> shown(FindingRow row) {
		return Stream.of(row.rosterValue(), row.platformValue(), row.admissionValue(), row.claimedValue(), row.detail(),
				row.suggestion());
	}

	/**
	 * Whether a text holds a date that can be a student's birth date.
	 * @param text any text
	 * @return true for a date or a year and month early enough
	 */
	public boolean holdsBirthDate(String text) {
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
