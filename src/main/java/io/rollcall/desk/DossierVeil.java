package io.rollcall.desk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.rollcall.explain.Dossier;
import io.rollcall.report.BirthDateGuard;

/**
 * Makes of a dossier what the student's college may read: nothing that another student's
 * record says, and never the birth date together with digits of the ID number.
 *
 * @param guard what has seen everything that the college reads of the student
 * @param exposed whether the birth date is shown, so that the number is not
 * @param numbers the student and candidate numbers that the college reads of the student
 * @param hidden places of records that are probably another student's
 */
record DossierVeil(BirthDateGuard guard, boolean exposed, Set<String> numbers, Set<String> hidden) {

	/** What stands for a value that is not shown. */
	static final String HIDDEN = BirthDateGuard.HIDDEN;

	private static final Set<String> OWN_NUMBERS = Set.of("student_no", "candidate_no");

	/**
	 * The college's dossier.
	 * @param facts the findings as the college reads them
	 * @param events what happened, as the college reads it
	 * @param read codes and fields that the college ever read of the student
	 */
	Dossier of(Dossier dossier, List<Dossier.Fact> facts, List<Dossier.Event> events, Set<String> read) {
		Set<String> places = facts.stream().flatMap((fact) -> fact.locations().stream()).collect(Collectors.toSet());
		List<Dossier.Submission> submissions = dossier.course()
			.submissions()
			.stream()
			.filter((row) -> places.contains(row.place()))
			.map(this::submission)
			.toList();
		List<Dossier.Past> history = dossier.course()
			.history()
			.stream()
			.map((past) -> new Dossier.Past(past.run(),
					past.findings()
						.stream()
						.filter((found) -> read.contains(found.code() + ' ' + found.field()))
						.toList()))
			.toList();
		Dossier.Nearby nearby = dossier.nearby();
		return new Dossier(dossier.standing(), dossier.title(), dossier.status(),
				dossier.records().stream().filter(this::isOwn).map(this::entry).toList(), facts, List.of(),
				new Dossier.Nearby(0, 0, Map.of(), List.of(), nearby.usable(), nearby.selfCheck(), List.of(),
						this.hidden.isEmpty() ? nearby.spared() : List.of()),
				new Dossier.Course(submissions, events, history));
	}

	/**
	 * An enrolled student with the same number is somebody else, or of another college.
	 */
	private boolean isOwn(Dossier.Entry entry) {
		boolean student = entry.part() == Dossier.Part.KEPT || entry.part() == Dossier.Part.FOLDED;
		return student && !this.hidden.contains(entry.place());
	}

	private Dossier.Entry entry(Dossier.Entry entry) {
		Map<String, Dossier.Cell> cells = new LinkedHashMap<>();
		entry.cells().forEach((field, cell) -> cells.put(field, cell(field, cell)));
		return new Dossier.Entry(entry.role(), entry.place(), entry.row(), entry.part(), entry.link(), entry.columns(),
				cells);
	}

	private Dossier.Cell cell(String field, Dossier.Cell cell) {
		if (OWN_NUMBERS.contains(field) && !this.numbers.contains(cell.canonical())
				&& !this.numbers.contains(cell.raw())) {
			return hiddenCell();
		}
		if (this.exposed) {
			return field.equals("id_no") ? hiddenCell() : new Dossier.Cell(BirthDateGuard.withoutNumbers(cell.raw()),
					BirthDateGuard.withoutNumbers(cell.canonical()), cell.steps(), cell.unusable(), cell.segments());
		}
		boolean birth = field.equals("birth_date") || this.guard.holdsBirthDate(cell.raw())
				|| this.guard.holdsBirthDate(cell.canonical());
		return birth ? hiddenCell() : cell;
	}

	private static Dossier.Cell hiddenCell() {
		return new Dossier.Cell(HIDDEN, "", List.of(), "", List.of());
	}

	private Dossier.Submission submission(Dossier.Submission row) {
		Map<String, String> said = new LinkedHashMap<>();
		row.said().forEach((column, text) -> said.put(column, text(text)));
		return new Dossier.Submission(row.place(), said);
	}

	private String text(String text) {
		return this.exposed ? BirthDateGuard.withoutNumbers(text) : this.guard.holdsBirthDate(text) ? HIDDEN : text;
	}

	@Override
	public String toString() {
		return "DossierVeil";
	}

}
