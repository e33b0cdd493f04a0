package io.rollcall.identity;

import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * An immutable table of canonical names with their codes and aliases. Names are found
 * whole, never by prefix; spaces, width, letter case and the shape of brackets do not
 * matter.
 */
public final class CodeTable {

	/** How a value was found. */
	public enum Match {

		/** Nothing to look up. */
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
	 * @param normalisations how the cell was cleaned; an alias is no normalisation
	 */
	public record Lookup(Match match, String canonical, String code, Set<Normalisation> normalisations) {

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

	/**
	 * Looks a value up.
	 * @param raw the text as read; null counts as empty
	 * @return what was found
	 */
	public Lookup lookup(String raw) {
		throw new UnsupportedOperationException();
	}

	/**
	 * A table of codes alone, such as a delivered {@code TD_*} table.
	 * @param codes names by code
	 * @return the table
	 */
	public static CodeTable ofCodes(Map<String, String> codes) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Adds codes, which come before those of this table.
	 * @param codes names by code; an alias of this table is taken for its canonical name,
	 * another name joins the table
	 * @return the new table
	 */
	public CodeTable withCodes(Map<String, String> codes) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Replaces all codes, for sources with codes of their own.
	 * @param codes as in {@link #withCodes}
	 * @return the new table
	 */
	public CodeTable withOnlyCodes(Map<String, String> codes) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Adds aliases, which come before those of this table.
	 * @param aliases canonical names by alias
	 * @return the new table
	 */
	public CodeTable withAliases(Map<String, String> aliases) {
		throw new UnsupportedOperationException();
	}

	/**
	 * The canonical names.
	 * @return the names in the table's order
	 */
	public Set<String> names() {
		throw new UnsupportedOperationException();
	}

}
