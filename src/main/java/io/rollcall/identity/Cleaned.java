package io.rollcall.identity;

import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A text freed of what nobody can see or mean.
 *
 * @param raw the text as it was read
 * @param text the cleaned text, empty when nothing visible is left
 * @param normalisations what was done, in the order of {@link Normalisation}
 */
public record Cleaned(String raw, String text, Set<Normalisation> normalisations) {

	public Cleaned {
		normalisations = Normalisation.copy(normalisations);
	}

	/**
	 * Cleans running text: invisible characters and outer spaces removed, inner spaces
	 * made single ordinary ones, compatibility characters folded (Unicode NFKC), a
	 * leading apostrophe before anything but a letter removed.
	 * @param raw the text as read; null counts as empty
	 * @return the cleaned text
	 */
	public static Cleaned text(@Nullable String raw) {
		return Cleaner.clean(raw, true);
	}

	/**
	 * Cleans a word or phrase: as {@link #text}, but without spaces and line breaks
	 * between two hanzi, where they only fill a line.
	 * @param raw the text as read; null counts as empty
	 * @return the cleaned text
	 */
	public static Cleaned phrase(@Nullable String raw) {
		Cleaned cleaned = text(raw);
		String joined = Cleaner.joinHanzi(cleaned.text());
		if (joined.length() == cleaned.text().length()) {
			return cleaned;
		}
		EnumSet<Normalisation> done = EnumSet.of(Normalisation.SPACE);
		done.addAll(cleaned.normalisations());
		return new Cleaned(cleaned.raw(), joined, done);
	}

	/**
	 * Cleans a number or code: as {@link #text}, but without any spaces.
	 * @param raw the text as read; null counts as empty
	 * @return the cleaned text
	 */
	public static Cleaned compact(@Nullable String raw) {
		return Cleaner.clean(raw, false);
	}

	/**
	 * Whether nothing visible is left.
	 * @return true for blank
	 */
	public boolean isBlank() {
		return this.text.isEmpty();
	}

	/**
	 * Whether a cell may hold a placeholder, by a look at its beginning.
	 * @param raw the text as read, not empty
	 * @return false when it holds none, which is sure
	 */
	public static boolean mayBePlaceholder(String raw) {
		return Placeholders.mayBe(raw);
	}

	/**
	 * Whether the text is a word or stroke that people and programs write for nothing: 无,
	 * {@code NULL}, {@code \\N}, {@code --}.
	 * @return true for a placeholder; false for blank
	 */
	public boolean isPlaceholder() {
		return !this.text.isEmpty() && Placeholders.isPlaceholder(this.text);
	}

	@Override
	public String toString() {
		return "Cleaned" + this.normalisations;
	}

}
