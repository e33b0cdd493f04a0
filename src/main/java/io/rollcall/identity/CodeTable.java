package io.rollcall.identity;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * An immutable table of canonical names with their codes and aliases. Names are found
 * whole, never by prefix; spaces, width, letter case and the shape of brackets do not
 * matter. Safe for use by several threads.
 */
public final class CodeTable {

	private static final String ANY_HINT = "(*)";

	/** Canonical names by code; names without a code have none here. */
	private final Map<String, String> codes;

	/** Codes by canonical name, null where there is none; in the table's order. */
	private final Map<String, @Nullable String> names;

	/** Canonical names by folded name. */
	private final Map<String, String> foldedNames;

	/** Canonical names by folded alias. */
	private final Map<String, String> aliases;

	/** Canonical names by names and aliases without regard to the forms of hanzi. */
	private final Map<String, String> forms;

	private CodeTable(Map<String, @Nullable String> names, Map<String, String> codes, Map<String, String> aliases) {
		this.names = names;
		this.codes = codes;
		this.aliases = aliases;
		this.foldedNames = new LinkedHashMap<>();
		names.keySet().forEach((name) -> this.foldedNames.putIfAbsent(fold(name), name));
		this.forms = new LinkedHashMap<>();
		this.foldedNames.forEach((key, name) -> this.forms.putIfAbsent(HanziText.fold(key), name));
		aliases.forEach((key, name) -> this.forms.putIfAbsent(HanziText.fold(key), name));
	}

	/**
	 * Reads a table of code, name and aliases (separated by {@code |}). An alias that
	 * ends in {@code (*)} stands for every hint in brackets.
	 */
	static CodeTable load(String resource) {
		Map<String, @Nullable String> names = new LinkedHashMap<>();
		Map<String, String> codes = new LinkedHashMap<>();
		Map<String, String> aliases = new LinkedHashMap<>();
		for (String[] row : Resources.table(resource)) {
			names.put(row[1], row[0].isEmpty() ? null : row[0]);
			if (!row[0].isEmpty()) {
				codes.put(fold(row[0]), row[1]);
			}
			for (String alias : (row.length > 2) ? row[2].split("\\|") : new String[0]) {
				aliases.put(fold(alias), row[1]);
			}
		}
		return new CodeTable(names, codes, aliases);
	}

	/**
	 * A table of codes alone, such as a delivered {@code TD_*} table.
	 * @param codes names by code
	 * @return the table
	 */
	public static CodeTable ofCodes(Map<String, String> codes) {
		return new CodeTable(Map.of(), Map.of(), Map.of()).withCodes(codes);
	}

	/**
	 * Looks a value up: as name, then alias, then code, then as either in other forms of
	 * its hanzi. A code may lack leading zeros or end in {@code .0}, as numbers from
	 * spreadsheets do.
	 * @param raw the text as read; null counts as empty
	 * @return what was found
	 */
	public Lookup lookup(@Nullable String raw) {
		Cleaned cleaned = Cleaned.compact(raw);
		if (cleaned.isBlank()) {
			return new Lookup(Match.BLANK, "", null, cleaned.normalisations());
		}
		String key = fold(cleaned.text());
		String found = this.foldedNames.get(key);
		if (found != null) {
			return found(Match.EXACT, found, withBrackets(cleaned));
		}
		found = byAlias(key);
		if (found != null) {
			return found(Match.ALIAS, found, cleaned.normalisations());
		}
		found = byCode(key);
		if (found != null) {
			return found(Match.CODE, found, cleaned.normalisations());
		}
		found = this.forms.get(HanziText.fold(key));
		if (found != null) {
			return found(Match.ALIAS, found, withForms(cleaned));
		}
		boolean blank = Placeholders.isPlaceholder(cleaned.text());
		return new Lookup(blank ? Match.BLANK : Match.UNKNOWN, blank ? "" : cleaned.text(), null,
				cleaned.normalisations());
	}

	/**
	 * Adds codes, which come before those of this table.
	 * @param codes names by code; an alias of this table is taken for its canonical name,
	 * another name joins the table
	 * @return the new table
	 */
	public CodeTable withCodes(Map<String, String> codes) {
		return withCodes(codes, this.codes);
	}

	/**
	 * Replaces all codes, for sources with codes of their own. Names and aliases stay.
	 * @param codes as in {@link #withCodes}
	 * @return the new table
	 */
	public CodeTable withOnlyCodes(Map<String, String> codes) {
		return withCodes(codes, Map.of());
	}

	/**
	 * Adds aliases, which come before those of this table.
	 * @param aliases canonical names by alias; another name joins the table
	 * @return the new table
	 */
	public CodeTable withAliases(Map<String, String> aliases) {
		Map<String, @Nullable String> newNames = new LinkedHashMap<>(this.names);
		Map<String, String> newAliases = new LinkedHashMap<>(this.aliases);
		aliases.forEach((alias, name) -> newAliases.put(fold(Cleaned.compact(alias).text()), join(name, newNames)));
		return new CodeTable(newNames, this.codes, newAliases);
	}

	/**
	 * The canonical names.
	 * @return the names in the table's order
	 */
	public Set<String> names() {
		return Collections.unmodifiableSet(this.names.keySet());
	}

	/**
	 * What a word may be another way of writing.
	 * @param word an unknown name, at least two characters
	 * @return the canonical names of which a name or alias holds the word or is held by
	 * it
	 */
	public Set<String> alike(String word) {
		String key = fold(Cleaned.compact(word).text());
		Set<String> alike = new LinkedHashSet<>();
		Stream.of(this.foldedNames, this.aliases).forEach((known) -> known.forEach((text, name) -> {
			if (text.contains(key) || text.length() > 1 && key.contains(text)) {
				alike.add(name);
			}
		}));
		return alike;
	}

	private CodeTable withCodes(Map<String, String> added, Map<String, String> kept) {
		Map<String, @Nullable String> newNames = new LinkedHashMap<>(this.names);
		Map<String, String> newCodes = new LinkedHashMap<>(kept);
		if (kept.isEmpty()) {
			newNames.replaceAll((name, code) -> null);
		}
		added.forEach((code, name) -> {
			String canonical = join(name, newNames);
			newCodes.put(fold(Cleaned.compact(code).text()), canonical);
			newNames.put(canonical, code);
		});
		return new CodeTable(newNames, newCodes, this.aliases);
	}

	/** The canonical name that a name stands for, which joins the names if need be. */
	private String join(String name, Map<String, @Nullable String> newNames) {
		String clean = Cleaned.compact(name).text();
		String key = fold(clean);
		String canonical = this.foldedNames.getOrDefault(key, this.aliases.getOrDefault(key, clean));
		newNames.putIfAbsent(canonical, null);
		return canonical;
	}

	private Lookup found(Match match, String canonical, Set<Normalisation> normalisations) {
		return new Lookup(match, canonical, this.names.get(canonical), normalisations);
	}

	private static Set<Normalisation> withBrackets(Cleaned cleaned) {
		if (foldBrackets(cleaned.text()).equals(cleaned.text())) {
			return cleaned.normalisations();
		}
		EnumSet<Normalisation> both = EnumSet.of(Normalisation.BRACKETS);
		both.addAll(cleaned.normalisations());
		return both;
	}

	private static Set<Normalisation> withForms(Cleaned cleaned) {
		EnumSet<Normalisation> both = EnumSet.noneOf(Normalisation.class);
		both.addAll(cleaned.normalisations());
		both.addAll(HanziText.foldings(cleaned.text()));
		return both;
	}

	private @Nullable String byAlias(String key) {
		String found = this.aliases.get(key);
		int hint = key.endsWith(")") ? key.indexOf('(') : -1;
		return (found != null || hint < 0) ? found : this.aliases.get(key.substring(0, hint) + ANY_HINT);
	}

	private @Nullable String byCode(String key) {
		String code = key.endsWith(".0") ? key.substring(0, key.length() - 2) : key;
		String found = this.codes.get(code);
		return (found != null || !CodePoints.isAllDigits(code) || code.length() > 9) ? found : byNumber(code);
	}

	/** The only code that is the same number. */
	private @Nullable String byNumber(String digits) {
		String found = null;
		for (Map.Entry<String, String> entry : this.codes.entrySet()) {
			if (CodePoints.isAllDigits(entry.getKey()) && withoutZeros(entry.getKey()).equals(withoutZeros(digits))) {
				if (found != null && !found.equals(entry.getValue())) {
					return null;
				}
				found = entry.getValue();
			}
		}
		return found;
	}

	private static String withoutZeros(String digits) {
		int start = 0;
		while (start < digits.length() - 1 && digits.charAt(start) == '0') {
			start++;
		}
		return digits.substring(start);
	}

	private static String fold(String name) {
		return foldBrackets(Cleaned.compact(name).text().toUpperCase(Locale.ROOT));
	}

	static String foldBrackets(String text) {
		StringBuilder folded = null;
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			char plain = ("[\u3010\u3014\u3016{\uFF5B\u2985".indexOf(c) >= 0) ? '('
					: ("]\u3011\u3015\u3017}\uFF5D\u2986".indexOf(c) >= 0) ? ')' : c;
			if (plain != c) {
				folded = (folded != null) ? folded : new StringBuilder(text);
				folded.setCharAt(i, plain);
			}
		}
		return (folded != null) ? folded.toString() : text;
	}

	/** How a value was found. */
	public enum Match {

		/** Nothing to look up, or a stand-in such as 无 that the table does not have. */
		BLANK,
		/** A canonical name. */
		EXACT,
		/** Another name for it. */
		ALIAS,
		/** Its code. */
		CODE,
		/** Not in the table. */
		UNKNOWN

	}

	/**
	 * What was found.
	 *
	 * @param match how
	 * @param canonical the canonical name; the cleaned text when unknown; empty when
	 * blank
	 * @param code the code, or null when the name has none
	 * @param normalisations how the cell was cleaned; an alias is no normalisation,
	 * another form of a hanzi is one
	 */
	public record Lookup(Match match, String canonical, @Nullable String code, Set<Normalisation> normalisations) {

		public Lookup {
			Objects.requireNonNull(canonical);
			normalisations = Normalisation.copy(normalisations);
		}

		/**
		 * Whether the table has the value.
		 * @return true for an exact name, alias or code
		 */
		public boolean isKnown() {
			return this.match != Match.UNKNOWN && this.match != Match.BLANK;
		}

		@Override
		public String toString() {
			return "Lookup[" + this.match + "]";
		}

	}

}
