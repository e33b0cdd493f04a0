package io.rollcall.explain;

import java.util.ArrayList;
import java.util.List;

/** How much room a text takes in a terminal, where Chinese characters are two wide. */
final class TextWidth {

	/** No line begins with these. */
	private static final String CLOSING = "，。；：、）】》”’！？…%,.;:!?)]}";

	private TextWidth() {
	}

	/** How many columns of a terminal a text takes. */
	static int of(String text) {
		return text.codePoints().map(TextWidth::of).sum();
	}

	private static int of(int c) {
		int type = Character.getType(c);
		if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK) {
			return 0;
		}
		boolean jamo = c >= 0x1100 && c <= 0x115F;
		boolean eastAsian = c >= 0x2E80 && c <= 0xD7A3 || c >= 0xF900 && c <= 0xFAFF || c >= 0xFE30 && c <= 0xFE6F;
		boolean fullWidth = c >= 0xFF01 && c <= 0xFF60 || c >= 0xFFE0 && c <= 0xFFE6;
		return (jamo || eastAsian || fullWidth || c >= 0x1F300) ? 2 : 1;
	}

	/**
	 * Breaks a text into lines: behind a space or a mark or beside a Chinese character,
	 * and elsewhere only where a word or path is longer than half a line.
	 * @param text the text
	 * @param width the columns of a line
	 * @return at least one line
	 */
	static List<String> wrap(String text, int width) {
		List<String> lines = new ArrayList<>();
		String rest = text;
		while (of(rest) > width) {
			int end = fitting(rest, width);
			lines.add(rest.substring(0, end).stripTrailing());
			rest = rest.substring(end);
		}
		lines.add(rest);
		return lines;
	}

	private static int fitting(String text, int width) {
		int end = 0;
		int used = 0;
		int good = 0;
		while (end < text.length()) {
			int c = text.codePointAt(end);
			if (end > 0 && isBreak(text.codePointBefore(end), c)) {
				good = end;
			}
			used += of(c);
			if (used > width && end > 0) {
				break;
			}
			end += Character.charCount(c);
		}
		return (good > end / 2) ? good : end;
	}

	private static boolean isBreak(int before, int after) {
		boolean inside = of(before) < 2 && of(after) < 2 && " ,;".indexOf(before) < 0;
		return !inside && CLOSING.indexOf(after) < 0 && after != ' ' && "（【《“(".indexOf(before) < 0;
	}

	/** A text without anything that a terminal would obey or hide. */
	static String visible(String text) {
		StringBuilder visible = new StringBuilder();
		text.codePoints().forEach((c) -> {
			switch (Character.getType(c)) {
				case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.SURROGATE,
						Character.UNASSIGNED, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
					visible.append("<U+%04X>".formatted(c));
				default -> visible.appendCodePoint(c);
			}
		});
		return visible.toString();
	}

}
