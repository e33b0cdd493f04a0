package io.rollcall.source;

import java.io.IOException;

import io.rollcall.source.RefusedException.Problem;
import org.jspecify.annotations.Nullable;

/** Text of strings in workbooks: rich text runs joined, escapes undone. */
final class XlsxText {

	private static final int ESCAPE_LENGTH = 7;

	private XlsxText() {
	}

	/**
	 * The text of an {@code si} or {@code is} element: its own text or that of its runs;
	 * phonetic guides are no text.
	 * @param xml the document, at the element's start; moves to its end
	 * @param limit characters of a cell
	 * @return the text
	 * @throws IOException when the document is damaged
	 */
	static String rich(Xml xml, int limit) throws IOException {
		String only = "";
		StringBuilder joined = null;
		while (xml.nextChild()) {
			String piece = "";
			switch (xml.name()) {
				case "t" -> piece = xml.text(limit);
				case "r" -> piece = run(xml, limit);
				default -> xml.skip();
			}
			if (only.isEmpty() && joined == null) {
				only = piece;
			}
			else if (!piece.isEmpty()) {
				joined = joined(only, joined, piece, limit);
			}
		}
		return unescaped((joined != null) ? joined.toString() : only);
	}

	private static StringBuilder joined(String first, @Nullable StringBuilder before, String piece, int limit) {
		StringBuilder joined = (before != null) ? before : new StringBuilder(first);
		if (joined.length() + piece.length() > (long) limit * ESCAPE_LENGTH) {
			throw new Refusal(Problem.CELL_LENGTH, limit);
		}
		return joined.append(piece);
	}

	private static String run(Xml xml, int limit) throws IOException {
		String text = "";
		while (xml.nextChild()) {
			if (xml.name().equals("t")) {
				text += xml.text(limit);
			}
			else {
				xml.skip();
			}
		}
		return text;
	}

	/**
	 * Undoes {@code _xHHHH_} escapes (ECMA-376 part 1, 22.4.2.4), by which workbooks hold
	 * characters that XML cannot.
	 * @param text the text as stored
	 * @return the text as meant
	 */
	static String unescaped(String text) {
		int at = text.indexOf("_x");
		if (at < 0) {
			return text;
		}
		StringBuilder plain = new StringBuilder(text.length());
		int done = 0;
		while (at >= 0) {
			int code = code(text, at);
			if (code >= 0) {
				plain.append(text, done, at).append((char) code);
				done = at + ESCAPE_LENGTH;
			}
			at = text.indexOf("_x", Math.max(done, at + 1));
		}
		return plain.append(text, done, text.length()).toString();
	}

	private static int code(String text, int at) {
		if (at + ESCAPE_LENGTH > text.length() || text.charAt(at + ESCAPE_LENGTH - 1) != '_') {
			return -1;
		}
		int code = 0;
		for (int i = at + 2; i < at + ESCAPE_LENGTH - 1; i++) {
			int digit = Character.digit(text.charAt(i), 16);
			if (digit < 0) {
				return -1;
			}
			code = code << 4 | digit;
		}
		return code;
	}

}
