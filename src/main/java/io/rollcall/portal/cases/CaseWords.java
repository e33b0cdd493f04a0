package io.rollcall.portal.cases;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.rollcall.facts.CaseRow;
import io.rollcall.facts.FindingRow;
import io.rollcall.report.PlainWords;
import io.rollcall.results.CatalogueLegend;
import io.rollcall.run.RunContext;
import io.rollcall.text.Messages;

/**
 * What things are called on the pages of cases: as the workbooks call them, in the
 * visitor's language. What a run wrote down stays in the campaign's.
 */
final class CaseWords {

	private static final List<String> CONCLUSIONS = List.of("CONFIRMED", "REJECTED", "PENDING", "NO_PROBLEM", "UNSURE");

	private static final List<String> REVIEWS = List.of("AGREED", "DISAGREED", "RETURNED");

	private final Messages messages;

	private final CatalogueLegend legend;

	private final PlainWords plain;

	CaseWords(RunContext context, Messages messages) {
		this.messages = messages;
		this.legend = new CatalogueLegend(new RunContext(context.run(), context.campaign(), messages));
		this.plain = new PlainWords(context.messages());
	}

	String text(String key, Object... arguments) {
		return this.messages.get(key, arguments);
	}

	/**
	 * Dates of the explained run, in the words of sheets; texts of the run are its own.
	 */
	FindingRow plain(FindingRow row) {
		return this.plain.of(row);
	}

	String plain(String text) {
		return this.plain.text(text);
	}

	String title(String code) {
		return this.legend.title(code);
	}

	String action(String code) {
		return this.legend.action(code);
	}

	String explanation(String code) {
		return this.legend.explanation(code);
	}

	/** What is found, each kind once. */
	String titles(CaseRow row) {
		Set<String> titles = row.problem()
			.findings()
			.stream()
			.map((finding) -> title(finding.code()))
			.collect(Collectors.toCollection(LinkedHashSet::new));
		return String.join(text("report.and"), titles);
	}

	String field(String field) {
		return field.isEmpty() ? "" : this.legend.fieldLabel(field);
	}

	String severity(String severity) {
		return text("report.severity." + severity);
	}

	static String severityBadge(String severity) {
		return switch (severity) {
			case "E" -> "badge-bad";
			case "W" -> "badge-warn";
			default -> "badge-quiet";
		};
	}

	/** Where a case stands and whom it waits for. */
	String waits(CaseRow row) {
		String answer = row.college().answer();
		String finer = "report.waits." + row.state() + "." + answer;
		return (!answer.isEmpty() && this.messages.has(finer)) ? text(finer) : text("report.waits." + row.state());
	}

	String note(CaseRow row) {
		return row.note().isEmpty() ? "" : text("report.note." + row.note());
	}

	static String stateBadge(String state) {
		return switch (state) {
			case "closed", "known-ok" -> "badge-ok";
			case "registrar-approved", "sent" -> "badge-info";
			case "college-confirmed", "college-rejected" -> "badge-warn";
			case "registrar-rejected" -> "badge-quiet";
			default -> "badge-bad";
		};
	}

	String state(String state) {
		String key = "report.state." + state;
		return this.messages.has(key) ? text(key) : state;
	}

	String event(String kind) {
		return text("report.event." + kind);
	}

	String cause(String cause) {
		String key = "judge.cause." + cause;
		return (!cause.isEmpty() && this.messages.has(key)) ? text(key) : "";
	}

	String route(String route) {
		String key = "report.route." + route;
		return (!route.isEmpty() && this.messages.has(key)) ? text(key) : "";
	}

	/** The answer as the list to choose from has it. */
	String answer(String answer) {
		int conclusion = CONCLUSIONS.indexOf(answer);
		int review = REVIEWS.indexOf(answer);
		return (conclusion >= 0) ? text("report.choice.conclusion." + (conclusion + 1))
				: (review >= 0) ? text("report.choice.review." + (review + 1))
						: answer.equals("WITHDRAWN") ? text("desk.choice.withdraw") : answer;
	}

	/** What may be chosen from a list of the workbooks. */
	List<String> choices(String list) {
		List<String> choices = new ArrayList<>();
		while (this.messages.has("report.choice." + list + "." + (choices.size() + 1))) {
			choices.add(text("report.choice." + list + "." + (choices.size() + 1)));
		}
		return choices;
	}

	/** A day as people write it; everything else stays. */
	String value(String field, String value) {
		boolean date = value.matches("\\d{8}") && this.legend.isDate(field);
		return date ? value.substring(0, 4) + '-' + value.substring(4, 6) + '-' + value.substring(6) : value;
	}

}
