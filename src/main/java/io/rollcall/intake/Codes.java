package io.rollcall.intake;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.SourceSettings;
import io.rollcall.identity.Cleaned;
import io.rollcall.identity.CodeTable;
import io.rollcall.identity.CodeTables;
import org.jspecify.annotations.Nullable;

/**
 * What the coded values of one source mean: a delivered {@code TD_*} table comes before
 * the job file's value map, and that before the codes that the country defines (GB/T
 * 2261.1, GB/T 3304, GB/T 4762 …). A table or map that gives one of the country's codes
 * another meaning shows that the source has codes of its own: then the country's are not
 * used for that field (docs/rules.md, "Unknown codes").
 */
final class Codes {

	private static final Map<String, CodeTable> PUBLISHED = Map.of("sex", CodeTables.sexByNumber(), "ethnic_group",
			CodeTables.ethnicGroup(), "political_status", CodeTables.politicalStatus(), "id_type",
			CodeTables.documentType(), "registration_status", CodeTables.registrationStatus(), "entry_state",
			CodeTables.entryState());

	/** Vocabularies without an official list: other words stay as they are. */
	private static final Map<String, CodeTable> OPEN = Map.of("level", CodeTables.level(), "study_form",
			CodeTables.studyForm(), "education_category", CodeTables.educationCategory(), "school_status",
			CodeTables.studentState(), "change_type", CodeTables.changeType(), "cancel_type", CodeTables.changeType(),
			"country_region", CodeTables.country());

	private final Map<String, Map<String, String>> delivered;

	private final Map<String, Map<String, String>> valueMaps = new LinkedHashMap<>();

	private final Map<String, CodeTable> tables = new LinkedHashMap<>();

	/**
	 * The codes of a source.
	 * @param settings the source's settings
	 * @param delivered what delivered code tables say: by field, the name of each code
	 * @param sexByStandard whether the numbers in a column of sex may be those of GB/T
	 * 2261.1
	 */
	Codes(SourceSettings settings, Map<String, Map<String, String>> delivered, boolean sexByStandard) {
		this.delivered = delivered;
		settings.values().forEach((field, map) -> {
			Map<String, String> cleaned = new LinkedHashMap<>();
			map.forEach((from, to) -> cleaned.put(Cleaned.phrase(from).text(), to));
			this.valueMaps.put(field, cleaned);
		});
		PUBLISHED.forEach((name, table) -> {
			boolean own = contradicts(table, delivered.get(name)) || contradicts(table, this.valueMaps.get(name))
					|| name.equals("sex") && !sexByStandard;
			this.tables.put(name, own ? table.withOnlyCodes(Map.of()) : table);
		});
	}

	/** Whether one of the country's codes means something else here. */
	private static boolean contradicts(CodeTable table, @Nullable Map<String, String> meanings) {
		return meanings != null && meanings.entrySet().stream().anyMatch((entry) -> {
			CodeTable.Lookup code = table.lookup(entry.getKey());
			return code.match() == CodeTable.Match.CODE
					&& !code.canonical().equals(table.lookup(entry.getValue()).canonical());
		});
	}

	/**
	 * Whether a field's values are looked up.
	 * @param field the field
	 * @return true when there is a table for it
	 */
	boolean has(Field field) {
		return this.tables.containsKey(field.name());
	}

	/**
	 * The value that a source's notation stands for.
	 * @param field the field
	 * @param text the cell's cleaned text
	 * @return what the delivered table or the value map says, else the text itself
	 */
	String translate(Field field, String text) {
		return translation(field, text).orElse(text);
	}

	/**
	 * The meaning of a value.
	 * @param field a field with a table
	 * @param text the cell's cleaned text
	 * @return what was found, or empty when no table knows the value
	 */
	Optional<CodeTable.Lookup> find(Field field, String text) {
		Optional<String> translated = translation(field, text);
		CodeTable.Lookup found = Objects.requireNonNull(this.tables.get(field.name()), "a field with a table")
			.lookup(translated.orElse(text));
		return found.isKnown() ? Optional.of(found)
				: translated.or(() -> Optional.of(text).filter((name) -> isName(field, name)))
					.map((name) -> new CodeTable.Lookup(CodeTable.Match.ALIAS, name, null, Set.of()));
	}

	/**
	 * Whether a word that otherwise means nothing is one of the source's own.
	 * @param field the field
	 * @param text the cell's cleaned text
	 * @return true when the delivered table or the value map has it as code or name
	 */
	boolean knows(Field field, String text) {
		return translation(field, text).isPresent() || isName(field, text);
	}

	private boolean isName(Field field, String text) {
		return this.delivered.getOrDefault(field.name(), Map.of()).containsValue(text)
				|| this.valueMaps.getOrDefault(field.name(), Map.of()).containsValue(text);
	}

	/**
	 * What an open vocabulary says of a word. Bare codes are looked up as well.
	 * @param field the field
	 * @param text the word, in the notation of no particular source
	 * @return what was found; empty when the field has no open vocabulary
	 */
	Optional<CodeTable.Lookup> word(Field field, String text) {
		return Optional.ofNullable(OPEN.get(field.name())).map((table) -> table.lookup(text));
	}

	/** A code may end in {@code .0}, as numbers that went through a program do. */
	private Optional<String> translation(Field field, String text) {
		return exactly(field, text)
			.or(() -> text.endsWith(".0") ? exactly(field, text.substring(0, text.length() - 2)) : Optional.empty());
	}

	private Optional<String> exactly(Field field, String text) {
		return Optional.ofNullable(this.delivered.getOrDefault(field.name(), Map.of()).get(text))
			.or(() -> Optional.ofNullable(this.valueMaps.getOrDefault(field.name(), Map.of()).get(text)));
	}

}
