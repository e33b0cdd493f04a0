package io.rollcall.portal.cases;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.rollcall.desk.StudentSearch.Student;
import io.rollcall.desk.StudentStory;
import io.rollcall.explain.Dossier;
import io.rollcall.explain.DossierWords;
import io.rollcall.explain.NearbyList;

/**
 * One student as his page shows him, in words.
 *
 * @param student who he is
 * @param status how he is treated
 * @param records where he stands
 * @param columns the heads of the values side by side
 * @param rows the values side by side
 * @param folded rows that were folded into others, with what differs
 * @param others other students whom findings name
 * @param findings what is found, the gravest first
 * @param nearly what nearly was a finding
 * @param notations values that are equal in another notation
 * @param submissions what was sent in
 * @param cases his cases
 * @param events what happened to them
 * @param history the runs up to this one
 * @param veiled whether something is kept from the reader
 */
record StudentView(Student student, String status, List<Place> records, List<String> columns, List<Row> rows,
		List<Folded> folded, List<Other> others, List<CaseView.Finding> findings, List<String> nearly,
		List<String> notations, List<Sent> submissions, List<CaseLine> cases, List<CaseView.Event> events,
		List<Past> history, boolean veiled) {

	/**
	 * A record.
	 *
	 * @param role the source
	 * @param place where it stands
	 * @param how why it is the student's
	 */
	record Place(String role, String place, String how) {
	}

	/**
	 * A field's values.
	 *
	 * @param label the field's label
	 * @param found whether something is found of it
	 * @param cells a value for each column
	 */
	record Row(String label, boolean found, List<Cell> cells) {

		@Override
		public String toString() {
			return this.label;
		}

	}

	/**
	 * A value.
	 *
	 * @param text as it was read
	 * @param note as it is compared and what was done, or empty
	 * @param missing whether the source has no such column
	 */
	record Cell(String text, String note, boolean missing) {

		@Override
		public String toString() {
			return "cell";
		}

	}

	/**
	 * A row that was folded into another.
	 *
	 * @param title which one
	 * @param differences what differs
	 */
	record Folded(String title, List<String> differences) {

		@Override
		public String toString() {
			return "folded";
		}

	}

	/**
	 * Another student whom a finding names.
	 *
	 * @param title name and number
	 * @param why the findings
	 * @param facts what is known of him
	 */
	record Other(String title, String why, List<GroupView.Fact> facts) {

		@Override
		public String toString() {
			return this.why;
		}

	}

	/**
	 * A row of a form.
	 *
	 * @param place where it stands
	 * @param said its cells
	 */
	record Sent(String place, List<GroupView.Fact> said) {
	}

	/**
	 * Runs that found the same, one after the other.
	 *
	 * @param runs which ones
	 * @param findings what they found
	 */
	record Past(String runs, List<String> findings) {

		@Override
		public String toString() {
			return this.runs;
		}

	}

	static StudentView of(StudentStory.Story story, Student student, CaseWords words, DossierWords names,
			Function<String, String> caseRef) {
		Dossier dossier = story.dossier();
		NearbyList nearby = new NearbyList(dossier, names);
		DossierTables tables = new DossierTables(dossier, names);
		boolean known = !dossier.records().isEmpty();
		List<CaseView.Event> events = new ArrayList<>();
		dossier.course().events().forEach((event) -> events.add(0, event(event, words, names)));
		return new StudentView(student, names.text("status." + dossier.status()), records(dossier, words, names),
				tables.columns(), tables.rows(), tables.folded(), tables.others(),
				dossier.findings().stream().map((fact) -> finding(fact, words, names)).toList(),
				known ? List.copyOf(nearby.notes()) : List.of(), known ? nearby.notations() : List.of(),
				dossier.course().submissions().stream().map((row) -> sent(row, words, names)).toList(),
				story.cases().stream().map((row) -> CaseLine.of(row, caseRef.apply(row.caseId()), words, "")).toList(),
				events, history(dossier, names), story.veiled());
	}

	private static List<Place> records(Dossier dossier, CaseWords words, DossierWords names) {
		return dossier.records()
			.stream()
			.map((entry) -> new Place(names.role(entry.role()), words.plain(entry.place()), how(entry, names)))
			.toList();
	}

	private static String how(Dossier.Entry entry, DossierWords names) {
		return switch (entry.part()) {
			case KEPT -> entry.link().isEmpty() ? names.text("link.none")
					: names.text("link",
							List.of(entry.link().split("\\+"))
								.stream()
								.map(names::field)
								.collect(Collectors.joining(names.text("and"))));
			case FOLDED -> names.text("folded");
			case ENROLLED_SAME -> names.text("enrolled.same");
			case ENROLLED_OTHER -> names.text("enrolled.other");
		};
	}

	private static CaseView.Finding finding(Dossier.Fact fact, CaseWords words, DossierWords names) {
		List<String> said = new ArrayList<>();
		if (fact.values().size() == 1 || Set.copyOf(fact.values().values()).size() > 1) {
			fact.values()
				.forEach((by, value) -> said
					.add(names.text("said.by", by.equals("claim") ? names.text("said.claim") : names.role(by), value)));
		}
		String detail = words.plain(fact.detail());
		String values = String.join(names.text("mark"), said);
		String title = words.title(fact.code()) + (fact.field().isEmpty() ? "" : " · " + words.field(fact.field()));
		Set<String> places = new LinkedHashSet<>();
		fact.locations().forEach((place) -> places.add(words.plain(place)));
		return new CaseView.Finding(words.severity(fact.severity()), CaseWords.severityBadge(fact.severity()), title,
				words.explanation(fact.code()),
				values.isEmpty() || detail.isEmpty() ? detail + values : detail + names.text("mark") + values,
				fact.suggestion().isEmpty() ? words.action(fact.code()) : words.plain(fact.suggestion()),
				List.copyOf(places), fact.life().firstSeen().toString());
	}

	private static Sent sent(Dossier.Submission row, CaseWords words, DossierWords names) {
		return new Sent(words.plain(row.place()),
				names.formColumns(row.said().keySet())
					.stream()
					.map((column) -> new GroupView.Fact(names.formField(column), row.said().get(column), false))
					.toList());
	}

	private static CaseView.Event event(Dossier.Event event, CaseWords words, DossierWords names) {
		boolean moved = !event.before().isEmpty() && !event.before().equals(event.after());
		return new CaseView.Event(event.date().toString(),
				words.event(event.kind()) + " · "
						+ (event.field().isEmpty() ? words.title(event.code()) : words.field(event.field())),
				moved ? words.state(event.before()) + " → " + words.state(event.after()) : words.state(event.after()),
				"", event.by(), words.plain(event.why()), words.plain(event.place()), switch (event.kind()) {
					case "closed" -> "done";
					case "lapsed", "reopened" -> "bad";
					default -> "now";
				});
	}

	/**
	 * Runs that found the same one after the other are one line; the newest come first.
	 */
	private static List<Past> history(Dossier dossier, DossierWords names) {
		List<Past> past = new ArrayList<>();
		List<Dossier.Past> same = new ArrayList<>();
		for (Dossier.Past run : dossier.course().history()) {
			if (!same.isEmpty() && !same.get(0).findings().equals(run.findings())) {
				past.add(0, past(same, names));
				same.clear();
			}
			same.add(run);
		}
		if (!same.isEmpty()) {
			past.add(0, past(same, names));
		}
		return past;
	}

	private static Past past(List<Dossier.Past> same, DossierWords names) {
		String first = same.get(0).run();
		String runs = (same.size() == 1) ? first
				: names.text("history.span", first, same.get(same.size() - 1).run(), same.size());
		return new Past(runs,
				same.get(0)
					.findings()
					.stream()
					.map((found) -> names.finding(found.code(), found.field()) + "　" + names.state(found.state())
							+ (found.carried() ? names.text("history.carried") : ""))
					.toList());
	}

	@Override
	public String toString() {
		return "StudentView";
	}

}
