package io.rollcall.catalogue;

import java.util.Locale;
import java.util.Map;

/**
 * One entry of the catalogue.
 *
 * @param code the code that files and people use, such as {@code ID_CHECKSUM}
 * @param severity how grave it is where the rule itself does not say otherwise
 * @param rowRule the simple name of the class that judges rows for it, or null when the
 * code comes from reading a file
 * @param title a few words, by language
 * @param meaning what it means, by language
 * @param action what to do about it, by language
 * @param example an invented example, by language
 */
public record FindingKind(String code, Severity severity, String rowRule, Map<String, String> title,
		Map<String, String> meaning, Map<String, String> action, Map<String, String> example) {

	public FindingKind {
		if (code == null || severity == null) {
			throw new IllegalArgumentException("a catalogue entry needs a code and a severity");
		}
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
