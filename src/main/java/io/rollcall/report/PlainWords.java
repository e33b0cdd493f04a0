package io.rollcall.report;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.facts.CaseEventRow;
import io.rollcall.facts.CaseRow;
import io.rollcall.facts.FindingRow;
import io.rollcall.facts.RejectRow;
import io.rollcall.sheet.PickLists;
import io.rollcall.text.Messages;

/**
 * Says in words what texts for programs say in codes. The tables keep the finer names of
 * a finding in its detail and its places as {@code role:file#sheet!row}; nobody at a desk
 * reads either, so no sheet shows them.
 */
public final class PlainWords {

	private static final String ROLES = "(roster|platform|admission|enrolled|discrepancies|accounts|reviews)";

	private static final Pattern PLACE = Pattern
		.compile(ROLES + ":([^#;]+)#([^!;]*)!([A-Z]{0,3})(\\d+)(?:;(?=" + ROLES + ":))?");

	private static final String CODE = "(?:[A-Z]+[A-Z0-9]*[-_][A-Z0-9_-]+|D\\d)";

	/** Codes that stand in brackets behind the words for them. */
	private static final Pattern CODES = Pattern.compile(" ?[（(]" + CODE + "(?:[，,、] ?" + CODE + ")*[）)]");

	private static final Pattern PROBLEM = Pattern.compile("(ACC-\\d\\d[a-z]?)( (?=[^\\sa-z]))?");

	/** The table of what was refused; on paper it is a sheet. */
	private static final String REJECTS = "rejects.csv";

	private static final String DISPLAY = "CAUSE-DISPLAY";

	private final Messages messages;

	private final Map<String, String> problems;

	/**
	 * Words of a language.
	 * @param messages the texts
	 */
	public PlainWords(Messages messages) {
		this.messages = messages;
		this.problems = PickLists.choices(messages, "account")
			.stream()
			.map((choice) -> choice.split(" ", 2))
			.collect(Collectors.toMap((parts) -> parts[0], (parts) -> parts[1]));
	}

	/**
	 * The rows of a workbook in words.
	 * @param rows the rows as the tables show them
	 * @return the rows as the sheets show them
	 */
	ReportRows of(ReportRows rows) {
		return rows.map(this::of, this::of, this::of, this::of);
	}

	/**
	 * A finding in words. The proposed cause leaves the detail, since sheets show it in a
	 * column; what is only good to know waits for nobody and has no state.
	 * @param row the finding as the tables show it
	 * @return the finding as the sheets show it
	 */
	public FindingRow of(FindingRow row) {
		FindingRow.More more = row.more();
		boolean idle = row.severity().equals("I") && row.state().equals("open");
		return new FindingRow(row.findingId(), row.code(), row.severity(), row.college(), row.studentNo(),
				row.candidateNo(), row.name(), row.field(), row.rosterValue(), row.platformValue(),
				row.admissionValue(), row.claimedValue(), text(row.locations()),
				text(withoutCause(row.detail(), more.cause(), more.route())), text(row.suggestion()),
				idle ? "" : row.state(), row.firstSeen(), row.lastSeen(), row.ageDays(), row.caseId(),
				new FindingRow.More(text(more.privateDetail()), more.cause(), more.route(), more.odd(), more.group(),
						more.major(), more.className(), more.outside(), more.explained()));
	}

	private RejectRow of(RejectRow row) {
		return new RejectRow(row.role(), row.file(), row.sheet(), row.row(), row.reason(), text(row.detail()),
				row.raw());
	}

	private CaseRow of(CaseRow row) {
		CaseRow.Problem problem = row.problem();
		List<CaseRow.Finding> findings = problem.findings()
			.stream()
			.map((finding) -> new CaseRow.Finding(finding.code(), finding.severity(),
					text(withoutCause(finding.detail(), problem.cause(), problem.route())),
					text(finding.privateDetail()), text(finding.suggestion()), text(finding.locations())))
			.toList();
		return row.with(new CaseRow.Problem(problem.severity(), problem.field(), problem.cause(), problem.route(),
				problem.odd(), findings), row.values());
	}

	private CaseEventRow of(CaseEventRow row) {
		return new CaseEventRow(row.date(), row.caseId(), row.code(), row.college(), row.studentNo(), row.name(),
				row.field(), row.kind(), row.before(), row.after(), row.oldValue(), row.newValue(), row.by(), row.on(),
				text(row.why()), text(row.place()));
	}

	private String withoutCause(String detail, String cause, String route) {
		String key = "judge.cause." + cause;
		if (cause.isEmpty() || !this.messages.has(key)) {
			return detail;
		}
		String told = cause.equals(DISPLAY) ? this.messages.get("judge.display", route)
				: this.messages.get("judge.cause", this.messages.get(key), cause, route);
		return detail.replace(this.messages.get("judge.stop.mark") + told, "");
	}

	/**
	 * A text without codes and notations.
	 * @param text a text that may hold codes in brackets, places and problem numbers
	 * @return the same in words
	 */
	public String text(String text) {
		String plain = text;
		if (plain.indexOf('#') >= 0) {
			plain = replace(PLACE, plain, this::place);
		}
		if (plain.indexOf('（') >= 0 || plain.indexOf('(') >= 0) {
			plain = CODES.matcher(plain).replaceAll("");
		}
		if (plain.contains(REJECTS)) {
			plain = plain.replace(REJECTS,
					this.messages.get("report.quoted", this.messages.get("report.sheet.rejects")));
		}
		return plain.contains("ACC-") ? replace(PROBLEM, plain, this::problem) : plain;
	}

	/**
	 * A problem with an account, in words.
	 * @param code its number in the notice, such as {@code ACC-21}
	 * @return the words, or the number where there are none
	 */
	public String problem(String code) {
		return this.problems.getOrDefault(code, code);
	}

	/** Where a number stands before its own words, the words alone are enough. */
	private String problem(MatchResult found) {
		return (found.group(2) != null) ? "" : this.messages.get("report.quoted", problem(found.group(1)));
	}

	private String place(MatchResult found) {
		String row = found.group(5);
		String where = !found.group(4).isEmpty() ? this.messages.get("report.place.cell", found.group(4) + row)
				: this.messages.get("report.place.row", row);
		String sheet = found.group(3).isEmpty() ? "" : this.messages.get("report.place.sheet", found.group(3));
		boolean last = found.group(6) == null;
		return this.messages.get("report.place", this.messages.get("report.role." + found.group(1)), found.group(2),
				sheet, where) + (last ? "" : this.messages.get("report.place.and"));
	}

	private static String replace(Pattern pattern, String text, Function<MatchResult, String> words) {
		return pattern.matcher(text).replaceAll((found) -> Matcher.quoteReplacement(words.apply(found)));
	}

}
