package io.rollcall.explain;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.Field;
import io.rollcall.campaign.SourceRole;
import io.rollcall.catalogue.Catalogue;
import io.rollcall.text.Messages;

/**
 * What things are called in a dossier.
 *
 * @param campaign the campaign, as it was when the run was started
 * @param messages the texts
 */
public record DossierWords(Campaign campaign, Messages messages) {

	/**
	 * A text of dossiers.
	 * @param key the key behind {@code explain.}
	 * @param arguments what it names
	 * @return the text
	 */
	public String text(String key, Object... arguments) {
		return this.messages.get("explain." + key, arguments);
	}

	/**
	 * A field's name as people know it.
	 * @param name the canonical name
	 * @return the label, or the name itself
	 */
	public String field(String name) {
		return this.campaign.fields()
			.find(name)
			.map((field) -> field.label(this.messages.locale().getLanguage()))
			.orElse(name);
	}

	/**
	 * What a form says, in the order of its columns.
	 * @param columns the names of columns
	 * @return the same, in order
	 */
	public List<String> formColumns(Collection<String> columns) {
		List<String> ordered = Stream.of(SourceRole.DISCREPANCIES, SourceRole.ACCOUNTS)
			.flatMap((role) -> this.campaign.fields(role).all().stream())
			.map(Field::name)
			.distinct()
			.toList();
		return columns.stream().sorted(Comparator.comparingInt(ordered::indexOf)).toList();
	}

	/**
	 * The column of a form as people know it.
	 * @param name the canonical name
	 * @return the label, or the name itself
	 */
	public String formField(String name) {
		return Stream.of(SourceRole.DISCREPANCIES, SourceRole.ACCOUNTS)
			.flatMap((role) -> this.campaign.fields(role).find(name).stream())
			.map((field) -> field.label(this.messages.locale().getLanguage()))
			.findFirst()
			.orElse(name);
	}

	/**
	 * A code with its title, and the field behind a dot.
	 * @param code the finding's code
	 * @param field the canonical field, or empty
	 * @return a few words
	 */
	public String finding(String code, String field) {
		String title = Catalogue.shipped().get(code).title(this.messages.locale());
		return code + " " + title + (field.isEmpty() ? "" : " · " + field(field));
	}

	/**
	 * A source.
	 * @param role the role's word
	 * @return what people call it
	 */
	public String role(String role) {
		return this.messages.get("run.role." + role);
	}

	String roles(Collection<String> roles) {
		return roles.stream().map(this::role).collect(Collectors.joining(text("comma")));
	}

	/**
	 * Several fields.
	 * @param fields the canonical names
	 * @return the labels, joined
	 */
	public String fields(Collection<String> fields) {
		return fields.stream().map(this::field).collect(Collectors.joining(text("comma")));
	}

	/**
	 * Where a case stands.
	 * @param state the state's name in outputs
	 * @return a few words
	 */
	public String state(String state) {
		String key = "report.state." + state;
		return this.messages.has(key) ? this.messages.get(key) : state;
	}

	/**
	 * How a cell was normalised.
	 * @param cell the cell
	 * @return a few words, or empty
	 */
	public String steps(Dossier.Cell cell) {
		return cell.steps().stream().map((step) -> text("step." + step)).collect(Collectors.joining(text("comma")));
	}

	/**
	 * As read, behind an arrow as compared where that is not the same, and what was done.
	 */
	String value(Dossier.Cell cell) {
		if (!cell.unusable().isEmpty()) {
			return cell.raw() + text("unusable", text("unusable." + cell.unusable()));
		}
		boolean same = cell.canonical().isEmpty() || cell.canonical().equals(cell.raw());
		String value = same ? cell.raw() : cell.raw() + " → " + cell.canonical();
		return cell.steps().isEmpty() ? value : value + text("steps", steps(cell));
	}

}
