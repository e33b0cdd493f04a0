package io.rollcall.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.rollcall.campaign.Field;

/**
 * What the sources say side by side: a column for each row that speaks for its source and
 * for each enrolled student with the same number. Folded rows may be many and mostly say
 * the same, so only their differing cells are listed.
 */
final class ValueTable {

	private static final int NARROWEST = 16;

	private final Dossier dossier;

	private final DossierWords words;

	private final TextPage page;

	ValueTable(Dossier dossier, DossierWords words, TextPage page) {
		this.dossier = dossier;
		this.words = words;
		this.page = page;
	}

	void write() {
		List<Dossier.Entry> columns = this.dossier.records()
			.stream()
			.filter((entry) -> entry.part() != Dossier.Part.FOLDED)
			.toList();
		Set<String> found = this.dossier.findings().stream().map(Dossier.Fact::field).collect(Collectors.toSet());
		TextTable table = new TextTable(room(columns.size()));
		List<String> head = new ArrayList<>(List.of(TextPage.INDENT + this.words.text("field")));
		columns.forEach((entry) -> head.add(this.words.text("column", this.words.role(entry.role()), entry.row())));
		table.row(head);
		for (Field field : this.words.campaign().fields().all()) {
			String name = field.name();
			if (columns.stream().anyMatch((entry) -> entry.cells().containsKey(name))) {
				List<String> row = new ArrayList<>();
				row.add((found.contains(name) ? "* " : TextPage.INDENT) + this.words.field(name));
				columns.forEach((entry) -> row.add(value(entry, name)));
				table.row(row);
			}
		}
		this.page.table(table);
		this.page.add(1, this.words.text("values.note"));
		folded();
		others();
	}

	/** The student and those whom findings name, one beside the other. */
	private void others() {
		List<Dossier.Other> others = this.dossier.nearby().others();
		if (others.isEmpty()) {
			return;
		}
		this.page.blank();
		this.page.add(1, this.words.text("others"));
		TextTable table = new TextTable(room(others.size() + 1));
		List<String> head = new ArrayList<>(
				List.of(TextPage.INDENT + this.words.text("field"), this.words.text("others.own")));
		others.forEach((other) -> head.add(other.title()));
		table.row(head);
		for (Field field : this.words.campaign().fields().all()) {
			String own = this.dossier.nearby().own().getOrDefault(field.name(), "");
			if (!own.isEmpty() || others.stream().anyMatch((other) -> other.values().containsKey(field.name()))) {
				List<String> row = new ArrayList<>(List.of(TextPage.INDENT + this.words.field(field.name()), own));
				others.forEach((other) -> row.add(value(other, field.name())));
				table.row(row);
			}
		}
		List<String> why = new ArrayList<>(List.of(TextPage.INDENT + this.words.text("others.why"), ""));
		others.forEach((other) -> why.add(String.join(this.words.text("comma"), other.codes())));
		table.row(why);
		this.page.table(table);
	}

	private String value(Dossier.Other other, String field) {
		String value = other.values().getOrDefault(field, "");
		return (field.equals("id_no") && !other.segments().isEmpty())
				? value + this.words.text("steps", segments(other.segments())) : value;
	}

	private String segments(List<String> segments) {
		return segments.stream()
			.map((segment) -> this.words.messages().get("judge.segment." + segment))
			.collect(Collectors.joining(this.words.text("comma")));
	}

	/** The label of a field takes about as much as a value. */
	private int room(int columns) {
		return Math.max(NARROWEST, this.page.width() / (columns + 1));
	}

	private String value(Dossier.Entry entry, String field) {
		return entry.columns().contains(field) ? this.words.value(entry.cell(field)) : this.words.text("noColumn");
	}

	private void folded() {
		for (Dossier.Entry entry : this.dossier.records()) {
			if (entry.part() == Dossier.Part.FOLDED) {
				Dossier.Entry kept = this.dossier.records()
					.stream()
					.filter((other) -> other.role().equals(entry.role()) && other.part() == Dossier.Part.KEPT)
					.findFirst()
					.orElse(entry);
				List<String> differing = this.words.campaign()
					.fields()
					.all()
					.stream()
					.map(Field::name)
					.filter((field) -> !entry.cell(field).equals(kept.cell(field)))
					.toList();
				this.page.add(1, this.words.text(differing.isEmpty() ? "folded.same" : "folded.row",
						this.words.role(entry.role()), entry.row(), kept.row()));
				differing.forEach((field) -> this.page.add(2, difference(field, entry, kept)));
			}
		}
	}

	private String difference(String field, Dossier.Entry entry, Dossier.Entry kept) {
		Dossier.Cell cell = entry.cell(field);
		String said = this.words.text("folded.cell", this.words.field(field), entry.row(), orBlank(value(entry, field)),
				kept.row(), orBlank(value(kept, field)));
		return cell.segments().isEmpty() ? said : said + this.words.text("steps", segments(cell.segments()));
	}

	private String orBlank(String value) {
		return value.isEmpty() ? this.words.text("blank") : value;
	}

}
