package io.rollcall.identity;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The work behind {@link Cleaned}. */
final class Cleaner {

	/** Unicode's own folding makes the separator of names of it. */
	private static final char ANO_TELEIA = '\u0387';

	private static final String FORMULA_START = "=\"";

	private final boolean keepSpaces;

	private final EnumSet<Normalisation> done = EnumSet.noneOf(Normalisation.class);

	private Cleaner(boolean keepSpaces) {
		this.keepSpaces = keepSpaces;
	}

	static Cleaned clean(@Nullable String raw, boolean keepSpaces) {
		if (raw == null || raw.isEmpty()) {
			return new Cleaned("", "", Set.of());
		}
		if (isPlain(raw)) {
			return new Cleaned(raw, raw, Set.of());
		}
		Cleaner cleaner = new Cleaner(keepSpaces);
		return new Cleaned(raw, cleaner.cleanFully(raw), cleaner.done);
	}

	/**
	 * Nearly every cell: printable ASCII without spaces, or hanzi that NFKC leaves alone.
	 */
	private static boolean isPlain(String raw) {
		char first = raw.charAt(0);
		if (first == '\'' || first == '=') {
			return false;
		}
		for (int i = 0; i < raw.length(); i++) {
			char c = raw.charAt(i);
			if ((c <= ' ' || c > '~') && (c < 0x4E00 || c > 0x9FFF) && c != CodePoints.MIDDLE_DOT) {
				return false;
			}
		}
		return true;
	}

	/** Every step can make work for the others, so they are repeated until all rest. */
	private String cleanFully(String raw) {
		String text = raw;
		String before;
		do {
			before = text;
			text = fold(unquote(stripInvisible(text)));
		}
		while (!text.equals(before));
		return text;
	}

	/** A cleaned text without the spaces that stand between two hanzi. */
	static String joinHanzi(String text) {
		if (text.indexOf(' ') < 0) {
			return text;
		}
		StringBuilder joined = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			boolean between = c == ' ' && i > 0 && i + 1 < text.length() && CodePoints.isHanzi(text.codePointBefore(i))
					&& CodePoints.isHanzi(text.codePointAt(i + 1));
			if (!between) {
				joined.append(c);
			}
		}
		return joined.toString();
	}

	private String stripInvisible(String text) {
		StringBuilder kept = new StringBuilder(text.length());
		boolean gap = false;
		for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
			int c = text.codePointAt(i);
			if (CodePoints.isInvisible(c)) {
				this.done.add(Normalisation.INVISIBLE);
			}
			else if (CodePoints.isSpace(c)) {
				gap = true;
			}
			else {
				if (gap && this.keepSpaces && kept.length() > 0) {
					kept.append(' ');
				}
				gap = false;
				kept.appendCodePoint(c);
			}
		}
		return noteSpaces(text, kept.toString());
	}

	private String noteSpaces(String before, String after) {
		if (!this.done.contains(Normalisation.SPACE) && !before.codePoints()
			.filter(CodePoints::isSpace)
			.boxed()
			.toList()
			.equals(after.codePoints().filter(CodePoints::isSpace).boxed().toList())) {
			this.done.add(Normalisation.SPACE);
		}
		return after;
	}

	private String unquote(String text) {
		if (text.length() > 2 && text.startsWith(FORMULA_START) && text.endsWith("\"")) {
			this.done.add(Normalisation.APOSTROPHE);
			return text.substring(2, text.length() - 1);
		}
		if (text.length() > 1 && isApostrophe(text.charAt(0)) && !isMeantApostrophe(text)) {
			this.done.add(Normalisation.APOSTROPHE);
			return text.substring(1);
		}
		return text;
	}

	private static boolean isApostrophe(char c) {
		return c == '\'' || c == '\u2018' || c == '\u2019' || c == '\uFF07';
	}

	/** A name may begin with one ('t Hooft); a number never does. */
	private boolean isMeantApostrophe(String text) {
		return this.keepSpaces && CodePoints.isLatin(text.codePointAt(1));
	}

	private String fold(String raw) {
		String text = Radicals.unify(raw);
		if (!text.equals(raw)) {
			this.done.add(Normalisation.COMPATIBILITY);
		}
		if (Normalizer.isNormalized(text, Normalizer.Form.NFKC)) {
			return text;
		}
		if (text.indexOf(ANO_TELEIA) >= 0) {
			this.done.add(Normalisation.SEPARATOR);
			return fold(text.replace(ANO_TELEIA, (char) CodePoints.MIDDLE_DOT));
		}
		StringBuilder narrow = new StringBuilder(text.length());
		text.codePoints()
			.forEach((c) -> narrow.append(CodePoints.isWidthVariant(c)
					? Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC) : Character.toString(c)));
		if (!narrow.toString().equals(text)) {
			this.done.add(Normalisation.WIDTH);
		}
		String folded = Normalizer.normalize(narrow, Normalizer.Form.NFKC);
		if (!folded.contentEquals(narrow)) {
			this.done.add(Normalisation.COMPATIBILITY);
		}
		return folded;
	}

}
