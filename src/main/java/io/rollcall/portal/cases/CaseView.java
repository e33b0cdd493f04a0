package io.rollcall.portal.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import io.rollcall.claims.Evidence;
import io.rollcall.desk.CaseStory;
import io.rollcall.facts.CaseEventRow;
import io.rollcall.facts.CaseRow;
import io.rollcall.facts.FindingRow;

/**
 * One case as its page shows it, in words.
 *
 * @param line the case as lists show it
 * @param candidateNo the candidate number, or empty
 * @param major the major, or empty
 * @param className the class, or empty
 * @param studentRef the reference of the student, empty for what concerns a file
 * @param opened when it was opened
 * @param cause the proposed cause, or empty
 * @param said what the sources and the claim say; empty values where one says nothing
 * @param findings what is found, the gravest first
 * @param answers what was answered and holds
 * @param approved what was approved, or empty
 * @param sentOn when it was handed in, or empty
 * @param events what happened, the newest first
 * @param groups who else is concerned
 * @param others the student's other cases
 * @param proofs the kinds of proof that the field needs
 */
record CaseView(CaseLine line, String candidateNo, String major, String className, String studentRef, String opened,
		String cause, List<CaseLine.Said> said, List<Finding> findings, List<Given> answers, String approved,
		String sentOn, List<Event> events, List<GroupView> groups, List<CaseLine> others, List<String> proofs) {

	/**
	 * What is found.
	 *
	 * @param severity how grave it is
	 * @param badge the class of its badge
	 * @param title what is the matter
	 * @param meaning the rule in a sentence
	 * @param detail how the values differ, or what else there is to know
	 * @param suggestion what could be done
	 * @param places where it stands
	 * @param since the day on which it was first seen
	 */
	record Finding(String severity, String badge, String title, String meaning, String detail, String suggestion,
			List<String> places, String since) {

		@Override
		public String toString() {
			return this.title;
		}

	}

	/**
	 * An answer that holds.
	 *
	 * @param desk whose it is
	 * @param answer what was said
	 * @param value the value to register, or empty
	 * @param basis proof seen, or the route chosen, or empty
	 * @param by who said it, or empty
	 * @param on when, or empty
	 * @param note a remark, or empty
	 */
	record Given(String desk, String answer, String value, String basis, String by, String on, String note) {

		@Override
		public String toString() {
			return this.answer;
		}

	}

	/**
	 * Something that happened.
	 *
	 * @param date the business date
	 * @param kind what happened
	 * @param change the state before and after
	 * @param values the value before and after, or empty
	 * @param by who decided and when, or empty
	 * @param why what was said, or empty
	 * @param place the file or page where it stands, or empty
	 * @param mark the class of its mark
	 */
	record Event(String date, String kind, String change, String values, String by, String why, String place,
			String mark) {

		@Override
		public String toString() {
			return this.kind;
		}

	}

	static CaseView of(CaseStory.Story story, CaseWords words, Function<String, String> caseRef, String studentRef,
			String pending) {
		CaseRow row = story.row();
		String field = row.problem().field();
		List<Event> events = new ArrayList<>();
		story.events().forEach((event) -> events.add(0, event(event, words)));
		return new CaseView(CaseLine.of(row, caseRef.apply(row.caseId()), words, pending), row.student().candidateNo(),
				row.student().major(), row.student().className(), studentRef, row.openedOn().toString(),
				words.cause(row.problem().cause()), CaseLine.said(row, words),
				story.findings().stream().map((finding) -> finding(finding, words)).toList(),
				Stream
					.of(given(row.college(), words, field, "pcases.desk.college"),
							given(row.registrar(), words, field, "pcases.desk.registrar"))
					.flatMap(Optional::stream)
					.toList(),
				words.value(field, row.values().approved()), row.sentOn().map(LocalDate::toString).orElse(""), events,
				story.groups()
					.stream()
					.map((group) -> GroupView.of(group, words, caseRef))
					.filter(GroupView::isGroup)
					.toList(),
				story.others()
					.stream()
					.map((other) -> CaseLine.of(other, caseRef.apply(other.caseId()), words, ""))
					.toList(),
				field.isEmpty() ? List.of()
						: Evidence.needed(field).stream().map((kind) -> words.text("judge.evidence." + kind)).toList());
	}

	private static Finding finding(FindingRow row, CaseWords words) {
		FindingRow plain = words.plain(row);
		Set<String> places = new LinkedHashSet<>();
		Stream.of(row.locations().split(";"))
			.filter((place) -> !place.isEmpty())
			.map(words::plain)
			.forEach(places::add);
		String detail = plain.more().privateDetail().isEmpty() ? plain.detail()
				: (plain.detail() + " " + plain.more().privateDetail()).strip();
		return new Finding(words.severity(row.severity()), CaseWords.severityBadge(row.severity()),
				words.title(row.code()), words.explanation(row.code()), detail,
				plain.suggestion().isEmpty() ? words.action(row.code()) : plain.suggestion(), List.copyOf(places),
				row.firstSeen().toString());
	}

	private static Optional<Given> given(CaseRow.Answer answer, CaseWords words, String field, String desk) {
		return answer.answer().isEmpty() ? Optional.empty()
				: Optional.of(new Given(words.text(desk), words.answer(answer.answer()),
						words.value(field, answer.value()), answer.basis(), answer.by(),
						answer.on().map(LocalDate::toString).orElse(""), answer.note()));
	}

	private static Event event(CaseEventRow row, CaseWords words) {
		String before = words.value(row.field(), row.oldValue());
		String after = words.value(row.field(), row.newValue());
		boolean moved = !row.before().equals(row.after()) && !row.before().isEmpty();
		return new Event(row.date().toString(), words.event(row.kind()),
				moved ? words.state(row.before()) + " → " + words.state(row.after()) : words.state(row.after()),
				before.isEmpty() && after.isEmpty() || before.equals(after) ? ""
						: words.text("pcases.change", before.isEmpty() ? words.text("pcases.blank") : before,
								after.isEmpty() ? words.text("pcases.blank") : after),
				(row.by() + " " + row.on().map(LocalDate::toString).orElse("")).strip(), words.plain(row.why()),
				words.plain(row.place()), switch (row.kind()) {
					case "closed" -> "done";
					case "lapsed", "reopened" -> "bad";
					default -> "now";
				});
	}

	/**
	 * Whether any side says anything.
	 * @return false for what is about no value
	 */
	public boolean isSaid() {
		return this.said.stream().anyMatch((one) -> !one.value().isEmpty());
	}

	@Override
	public String toString() {
		return this.line.toString();
	}

}
