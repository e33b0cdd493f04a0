package io.rollcall.catalogue;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One entry of the catalogue.
 *
 * @param code the code that files and people use, such as {@code ID_CHECKSUM}
 * @param severity how grave it is where the rule itself does not say otherwise
 * @param sheets the sheets of a workbook that list it beside the list to answer
 * @param receipt as what a student counts in whom nothing graver is open
 * @param nearly the texts that tell why it was not said of a student whom it almost fits
 * @param rowRule the simple name of the class that judges rows for it, or null when the
 * code comes from reading a file
 * @param title a few words, by language
 * @param meaning what it means, by language
 * @param action what to do about it, by language
 * @param example an invented example, by language
 */
public record FindingKind(String code, Severity severity, Set<Sheet> sheets, Receipt receipt, Set<String> nearly,
		String rowRule, Map<String, String> title, Map<String, String> meaning, Map<String, String> action,
		Map<String, String> example) {

	public FindingKind {
		if (code == null || severity == null) {
			throw new IllegalArgumentException("a catalogue entry needs a code and a severity");
		}
		sheets = (sheets != null) ? Set.copyOf(sheets) : Set.of();
		receipt = (receipt != null) ? receipt : Receipt.OTHER;
		nearly = (nearly != null) ? Set.copyOf(nearly) : Set.of();
		title = Map.copyOf(title);
		meaning = Map.copyOf(meaning);
		action = Map.copyOf(action);
		example = Map.copyOf(example);
	}

	/** How grave a finding is. */
	public enum Severity {

		/** Must be acted on. */
		E,
		/** To look at. */
		W,
		/** For information. */
		I

	}

	/** A sheet that lists findings of some kinds. */
	public enum Sheet {

		/** Several people on one number, one person on several. */
		GROUPS,
		/** Students whom a list lacks. */
		MISSING,
		/** Students who have not looked at their record. */
		UNCHECKED,
		/** What students reported through their colleges, and what nobody reported. */
		CLAIMS,
		/** Problems with accounts of the platform. */
		ACCOUNTS,
		/** What became of returned decisions. */
		REVIEWS

	}

	/** As what a student counts who has an open finding, the gravest first. */
	public enum Receipt {

		/** A list lacks the student. */
		MISSING,
		/** A number stands for several, or the student stands twice. */
		DOUBLED,
		/** The sources differ. */
		DIFFER,
		/** Anything else. */
		OTHER,
		/** Not counted: the self-check has figures of its own. */
		APART

	}

	/**
	 * The title in a language.
	 * @param locale the language
	 * @return a few words
	 */
	public String title(Locale locale) {
		return this.title.get(locale.getLanguage());
	}

	/**
	 * The meaning in a language.
	 * @param locale the language
	 * @return a sentence or two
	 */
	public String meaning(Locale locale) {
		return this.meaning.get(locale.getLanguage());
	}

	/**
	 * What to do, in a language.
	 * @param locale the language
	 * @return a sentence
	 */
	public String action(Locale locale) {
		return this.action.get(locale.getLanguage());
	}

	/**
	 * An example in a language.
	 * @param locale the language
	 * @return a sentence
	 */
	public String example(Locale locale) {
		return this.example.get(locale.getLanguage());
	}

}
