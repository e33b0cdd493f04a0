package io.rollcall.portal.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.rollcall.campaign.Field;
import io.rollcall.explain.Dossier;
import io.rollcall.explain.DossierWords;
import io.rollcall.portal.cases.StudentView.Cell;
import io.rollcall.portal.cases.StudentView.Folded;
import io.rollcall.portal.cases.StudentView.Other;
import io.rollcall.portal.cases.StudentView.Row;

/**
 * What the sources say of a student side by side.
 *
 * @param dossier what is known of him
 * @param names what things are called
 */
record DossierTables(Dossier dossier, DossierWords names) {

	private List<Dossier.Entry> entries() {
		return this.dossier.records().stream().filter((entry) -> entry.part() != Dossier.Part.FOLDED).toList();
	}

	List<String> columns() {
		return entries().stream()
			.map((entry) -> this.names.text("column", this.names.role(entry.role()), entry.row()))
			.toList();
	}

	List<Row> rows() {
		Set<String> found = this.dossier.findings().stream().map(Dossier.Fact::field).collect(Collectors.toSet());
		List<Row> rows = new ArrayList<>();
		for (Field field : this.names.campaign().fields().all()) {
			String name = field.name();
			if (entries().stream().anyMatch((entry) -> entry.cells().containsKey(name))) {
				rows.add(new Row(this.names.field(name), found.contains(name),
						entries().stream().map((entry) -> cell(entry, name)).toList()));
			}
		}
		return rows;
	}

	private Cell cell(Dossier.Entry entry, String field) {
		if (!entry.columns().contains(field)) {
			return new Cell(this.names.text("noColumn"), "", true);
		}
		Dossier.Cell cell = entry.cell(field);
		if (!cell.unusable().isEmpty()) {
			return new Cell(cell.raw(),
					this.names.text("unusable", this.names.text("unusable." + cell.unusable())).strip(), false);
		}
		boolean same = cell.canonical().isEmpty() || cell.canonical().equals(cell.raw());
		String note = same ? "" : "→ " + cell.canonical();
		return new Cell(cell.raw(),
				cell.steps().isEmpty() ? note : note + this.names.text("steps", this.names.steps(cell)), false);
	}

	/** Folded rows may be many and mostly say the same: only what differs is told. */
	List<Folded> folded() {
		List<Folded> folded = new ArrayList<>();
		for (Dossier.Entry entry : this.dossier.records()) {
			if (entry.part() == Dossier.Part.FOLDED) {
				this.dossier.records()
					.stream()
					.filter((other) -> other.role().equals(entry.role()) && other.part() == Dossier.Part.KEPT)
					.findFirst()
					.ifPresent((kept) -> folded.add(folded(entry, kept)));
			}
		}
		return folded;
	}

	private Folded folded(Dossier.Entry entry, Dossier.Entry kept) {
		List<String> differences = this.names.campaign()
			.fields()
			.all()
			.stream()
			.map(Field::name)
			.filter((field) -> !entry.cell(field).equals(kept.cell(field)))
			.map((field) -> this.names.text("folded.cell", this.names.field(field), entry.row(),
					blank(cell(entry, field)), kept.row(), blank(cell(kept, field)))
					+ segments(entry.cell(field).segments()))
			.toList();
		return new Folded(this.names.text(differences.isEmpty() ? "folded.same" : "folded.row",
				this.names.role(entry.role()), entry.row(), kept.row()), differences);
	}

	private String blank(Cell cell) {
		return cell.text().isEmpty() ? this.names.text("blank") : cell.text() + cell.note();
	}

	private String segments(List<String> segments) {
		return segments.isEmpty() ? ""
				: this.names.text("steps",
						segments.stream()
							.map((segment) -> this.names.messages().get("judge.segment." + segment))
							.collect(Collectors.joining(this.names.text("comma"))));
	}

	List<Other> others() {
		Map<String, String> own = this.dossier.nearby().own();
		return this.dossier.nearby().others().stream().map((other) -> other(other, own)).toList();
	}

	private Other other(Dossier.Other other, Map<String, String> own) {
		List<GroupView.Fact> facts = new ArrayList<>();
		other.values()
			.forEach((field,
					value) -> facts.add(new GroupView.Fact(this.names.field(field),
							field.equals("id_no") ? value + segments(other.segments()) : value,
							!value.equals(own.getOrDefault(field, ""))
									|| field.equals("id_no") && !other.segments().isEmpty())));
		return new Other(other.title(),
				other.codes()
					.stream()
					.map((code) -> this.names.finding(code, ""))
					.collect(Collectors.joining(this.names.text("comma"))),
				facts);
	}

	@Override
	public String toString() {
		return this.dossier.toString();
	}

}
