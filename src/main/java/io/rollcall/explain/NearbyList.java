package io.rollcall.explain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.FieldType;

/** What did not become a finding, and why. */
public final class NearbyList {

	private final Dossier dossier;

	private final DossierWords words;

	/**
	 * What nearly was a finding.
	 * @param dossier what is known of a student
	 * @param words what things are called
	 */
	public NearbyList(Dossier dossier, DossierWords words) {
		this.dossier = dossier;
		this.words = words;
	}

	void write(TextPage page) {
		Collection<String> notes = notes();
		notes.forEach((note) -> page.item(1, "- ", note));
		List<String> notations = notations();
		if (!notations.isEmpty()) {
			page.item(1, "- ", text("nearly.notation"));
			notations.forEach((notation) -> page.add(2, notation));
		}
		if (notes.isEmpty() && notations.isEmpty()) {
			page.add(1, text("nearly.none"));
		}
	}

	/**
	 * Why no finding was made, a sentence each.
	 * @return the sentences
	 */
	public Collection<String> notes() {
		Set<String> notes = new LinkedHashSet<>();
		if (Set.of("keeps", "gave_up", "cancelled", "left").contains(this.dossier.status())) {
			notes.add(text("nearly.status"));
		}
		absent(notes);
		this.dossier.nearby()
			.spared()
			.forEach((rule) -> notes.add(text("nearly." + rule.key(), this.words.roles(rule.roles()),
					this.words.fields(rule.fields()), rule.said())));
		unusable(notes);
		looked(notes);
		if (this.dossier.nearby().namesakes() > 0) {
			notes.add(
					text("nearly.namesakes", this.dossier.nearby().namesakes(), this.dossier.nearby().sameBirthDate()));
		}
		this.dossier.nearby().links().forEach((near) -> notes.add(text("nearly.link", near.other(), near.told())));
		if (!this.dossier.nearby().links().isEmpty()) {
			notes.add(text("nearly.weights", this.words.campaign().rules().linkThreshold()));
		}
		return notes;
	}

	/**
	 * Equal values in another notation: a code, an alias, a date.
	 * @return a line for each field
	 */
	public List<String> notations() {
		Set<String> found = this.dossier.findings().stream().map(Dossier.Fact::field).collect(Collectors.toSet());
		List<String> notations = new ArrayList<>();
		for (Field field : this.words.campaign().fields().all()) {
			Set<String> raw = new LinkedHashSet<>();
			Set<String> canonical = new LinkedHashSet<>();
			for (Dossier.Entry entry : this.dossier.records()) {
				Dossier.Cell cell = entry.cell(field.name());
				if (entry.part() == Dossier.Part.KEPT && !cell.canonical().isEmpty()) {
					raw.add(cell.raw());
					canonical.add(cell.canonical());
				}
			}
			// Masked numbers may look the same and differ.
			if (canonical.size() == 1 && raw.size() > 1 && field.type() != FieldType.ID_NO
					&& !found.contains(field.name())) {
				notations.add(text("nearly.notation.field", this.words.field(field.name()), String.join(" = ", raw),
						text("nearly.notation." + kind(field))));
			}
		}
		return notations;
	}

	private static String kind(Field field) {
		return switch (field.type()) {
			case DATE -> "date";
			case SEX, CODE, TERM -> "code";
			case COLLEGE -> "college";
			case NUMBER, YEAR -> "number";
			default -> "other";
		};
	}

	/** Values that stand for nothing in a comparison. */
	private void unusable(Set<String> notes) {
		Map<String, List<String>> rows = new LinkedHashMap<>();
		for (Dossier.Entry entry : this.dossier.records()) {
			if (!entry.part().isEnrolled()) {
				entry.cells()
					.forEach((field, cell) -> rows.computeIfAbsent(unusable(field, cell), (any) -> new ArrayList<>())
						.add(text("column", this.words.role(entry.role()), entry.row())));
			}
		}
		rows.remove("");
		rows.forEach((what, where) -> notes.add(text("nearly.unusable", String.join(text("comma"), where), what)));
	}

	private String unusable(String field, Dossier.Cell cell) {
		return cell.unusable().isEmpty() ? ""
				: text("nearly.unusable.why", this.words.field(field), text("unusable." + cell.unusable()));
	}

	private void absent(Set<String> notes) {
		for (String role : List.of("roster", "platform", "admission")) {
			if (!this.dossier.nearby().usable().contains(role)) {
				notes.add(text("nearly.absent", this.words.role(role)));
			}
		}
	}

	private void looked(Set<String> notes) {
		this.dossier.nearby()
			.selfCheck()
			.ifPresent((field) -> this.dossier.records()
				.stream()
				.filter((entry) -> !entry.cell(field).canonical().isEmpty())
				.findFirst()
				.ifPresent((entry) -> notes
					.add(text("nearly.looked", entry.cell(field).raw(), this.words.role(entry.role())))));
	}

	private String text(String key, Object... arguments) {
		return this.words.text(key, arguments);
	}

}
