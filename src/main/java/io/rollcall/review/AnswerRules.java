package io.rollcall.review;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

import io.rollcall.identity.Cleaned;
import io.rollcall.report.AnswerSheet;
import io.rollcall.report.Desk;

/**
 * What may stand in an answer, whether somebody types it into a workbook or on a page.
 * Sentences are the reader's: a workbook names its cell, a page its field.
 *
 * @param values tells which values can be right
 */
public record AnswerRules(PossibleValues values) {

	/** The longest text that anybody needs in one place, in characters. */
	public static final int LONGEST_TEXT = 500;

	public AnswerRules {
		Objects.requireNonNull(values);
	}

	/**
	 * What is wrong with a text.
	 *
	 * @param key the key of a sentence, such as {@code correction.beside}
	 * @param arguments what the sentence names, without the value itself
	 */
	public record Wrong(String key, List<Object> arguments) {

		public Wrong {
			arguments = List.copyOf(arguments);
		}

	}

	/**
	 * The answer that somebody chose.
	 * @param sheet the list whose choices are offered
	 * @param text the choice as it was written
	 * @return the answer, or empty for what is no choice
	 */
	public static Optional<Answer> choice(AnswerSheet sheet, String text) {
		String given = folded(text);
		for (int i = 0; i < sheet.choices().size(); i++) {
			if (folded(sheet.choices().get(i)).equals(given)) {
				return Optional.of(Answer.at(sheet.desk() == Desk.REGISTRAR, i));
			}
		}
		return Optional.empty();
	}

	/**
	 * Whether a text is longer than anybody needs.
	 * @param text the text
	 * @return what is wrong with it, or empty
	 */
	public static Optional<Wrong> length(String text) {
		return longer(text, LONGEST_TEXT);
	}

	/**
	 * Whether a corrected value may stand beside an answer at all.
	 * @param answer the answer
	 * @param field the canonical field of the case, or empty
	 * @param text the value as typed, not empty
	 * @return what is wrong, or empty
	 */
	public Optional<Wrong> place(Answer answer, String field, String text) {
		if (!answer.isConsent()) {
			return Optional.of(new Wrong("correction.beside", List.of()));
		}
		return field.isEmpty() ? Optional.of(new Wrong("correction.no-field", List.of()))
				: longer(text, AnswerSheet.LONGEST_CORRECTION);
	}

	/**
	 * Whether a corrected value can be right for its field.
	 * @param field the canonical field, never empty
	 * @param text the value as typed, not empty
	 * @return what is wrong, or empty
	 */
	public Optional<Wrong> value(String field, String text) {
		return this.values.problem(field, text).map((reason) -> new Wrong("correction.invalid", List.of(reason)));
	}

	private static Optional<Wrong> longer(String text, int longest) {
		return (text.codePointCount(0, text.length()) > longest)
				? Optional.of(new Wrong("answer.long", List.of(longest))) : Optional.empty();
	}

	private static String folded(String text) {
		return Cleaned.text(text).text().toLowerCase(Locale.ROOT);
	}

}
