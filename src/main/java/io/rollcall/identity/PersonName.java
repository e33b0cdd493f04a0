package io.rollcall.identity;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A person's name as understood. The comparison form is for comparing only: never write
 * it back as the correct name.
 *
 * @param raw the text as read
 * @param comparison the comparison form: no invisible characters or padding spaces,
 * widths folded, separators between hanzi as U+00B7, private-use characters replaced,
 * Latin letters in upper case with single spaces
 * @param normalisations what was done to reach it
 * @param problems what is suspect, in the order of {@link Problem}
 */
public record PersonName(String raw, String comparison, Set<Normalisation> normalisations, Set<Problem> problems) {

	public PersonName {
		Objects.requireNonNull(raw);
		Objects.requireNonNull(comparison);
		normalisations = Normalisation.copy(normalisations);
		problems = problems.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(problems));
	}

	/** What can be suspect in a name. */
	public enum Problem {

		/** No name but a stand-in such as 无. */
		PLACEHOLDER,
		/** A star, a cross or 某 stands for characters: somebody hid them. */
		MASKED,
		/** Question marks throughout: the file was written in a wrong character set. */
		ALL_MISSING,
		/** A question mark, box or replacement character stands for a character. */
		MISSING_GLYPH,
		/** A private-use character without a known standard character (造字). */
		PRIVATE_USE,
		/** A kana, bopomofo or circle among hanzi, which only looks like one. */
		LOOK_ALIKE,
		/** Control characters. */
		CONTROL,
		/** Digits. */
		DIGITS,
		/** Letters among hanzi, often pinyin for a rare character; or a lone letter. */
		LETTERS,
		/** Brackets, often a remark such as (男). */
		REMARK,
		/** Other characters that names do not have. */
		SYMBOL,
		/** Longer than any name. */
		TOO_LONG

	}

	/**
	 * Understands a name.
	 * @param raw the text as read; null counts as empty
	 * @return the name with its problems
	 */
	public static PersonName parse(@Nullable String raw) {
		return NameParser.parse(raw);
	}

	/**
	 * Whether nothing is there: blank or a placeholder.
	 * @return true for absent
	 */
	public boolean isAbsent() {
		return this.comparison.isEmpty() || this.problems.contains(Problem.PLACEHOLDER);
	}

	/**
	 * Whether nothing is there but a Latin word for nothing, which may be a name all the
	 * same: Na and Null are.
	 * @return true for such a word
	 */
	public boolean isDoubtful() {
		return this.problems.contains(Problem.PLACEHOLDER) && Placeholders.isLatinWord(this.comparison);
	}

	/**
	 * Whether characters are hidden.
	 * @return true for a masked name
	 */
	public boolean isMasked() {
		return this.problems.contains(Problem.MASKED);
	}

	/**
	 * Whether the name can be compared: it is there, not masked, and not question marks
	 * throughout.
	 * @return true for a name to compare
	 */
	public boolean isComparable() {
		return !isAbsent() && !isMasked() && !this.problems.contains(Problem.ALL_MISSING);
	}

	/**
	 * Whether a number stands in place of the name.
	 * @return true for digits and nothing else, be it with a decimal point
	 */
	public boolean isNumber() {
		boolean digits = false;
		for (int i = 0; i < this.comparison.length(); i++) {
			char c = this.comparison.charAt(i);
			if (!CodePoints.isDigit(c) && c != '.') {
				return false;
			}
			digits |= c != '.';
		}
		return digits;
	}

	@Override
	public String toString() {
		return "PersonName[" + this.normalisations + ", " + this.problems + "]";
	}

}
