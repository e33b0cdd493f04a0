package io.rollcall.campaign;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.rollcall.identity.HanziText;

/**
 * Brings header texts into the form in which they are compared.
 */
public final class HeaderText {

	private static final Pattern OPENING = Pattern.compile("[\\[{【〔〖「『《<]");

	private static final Pattern CLOSING = Pattern.compile("[\\]}】〕〗」』》>]");

	private static final Pattern HINT = Pattern.compile("\\([^()]*\\)$");

	/** Marks that forms put before or behind a header to say that it must be filled. */
	private static final String MARKS = ":*※★✱'\"“”‘’";

	private static final char FIRST_HANZI = '\u4E00';

	private static final char LAST_HANZI = '\u9FFF';

	private HeaderText() {
	}

	/**
	 * The comparable form: one width, one kind of brackets, lower case, one form of every
	 * hanzi, without white space, invisible characters, colons, asterisks and quotes.
	 * @param text a header as it stands in a file
	 * @return the form, empty when nothing is left
	 */
	public static String normalise(String text) {
		return isPlain(text) ? HanziText.fold(text) : normaliseAny(text);
	}

	/** Hanzi and digits, as nearly every cell is that is looked at for a header. */
	private static boolean isPlain(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if ((c < '0' || c > '9') && (c < FIRST_HANZI || c > LAST_HANZI)) {
				return false;
			}
		}
		return true;
	}

	static String normaliseAny(String text) {
		StringBuilder kept = new StringBuilder();
		Normalizer.normalize(text, Normalizer.Form.NFKC)
			.codePoints()
			.filter(HeaderText::counts)
			.forEach(kept::appendCodePoint);
		String brackets = CLOSING.matcher(OPENING.matcher(kept).replaceAll("(")).replaceAll(")");
		return HanziText.fold(brackets.toLowerCase(Locale.ROOT));
	}

	/**
	 * The forms under which a header is looked up: whole first, because brackets may
	 * belong to the name, then without a bracketed hint at its end.
	 * @param text a header as it stands in a file
	 * @return one or two comparable forms, none for a blank header
	 */
	public static List<String> forms(String text) {
		String whole = normalise(text);
		if (isPlain(whole)) {
			return whole.isEmpty() ? List.of() : List.of(whole);
		}
		Set<String> forms = new LinkedHashSet<>();
		forms.add(whole);
		forms.add(HINT.matcher(whole).replaceFirst(""));
		forms.remove("");
		return List.copyOf(forms);
	}

	static boolean isInvisible(int c) {
		int type = Character.getType(c);
		return Character.isWhitespace(c) || Character.isSpaceChar(c) || type == Character.FORMAT
				|| type == Character.CONTROL;
	}

	static boolean isBracket(int c) {
		String text = Character.toString(c);
		return "()".contains(text) || OPENING.matcher(text).matches() || CLOSING.matcher(text).matches();
	}

	private static boolean counts(int c) {
		return !isInvisible(c) && MARKS.indexOf(c) < 0;
	}

}
