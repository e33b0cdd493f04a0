package io.rollcall.explain;

import java.util.ArrayList;
import java.util.List;

/** Lines of a given width; what does not fit goes on below, as deep as it began. */
final class TextPage {

	static final String INDENT = "  ";

	private static final int NARROWEST = 60;

	private final List<String> lines = new ArrayList<>();

	private final int width;

	TextPage(int width) {
		this.width = Math.max(NARROWEST, width);
	}

	int width() {
		return this.width;
	}

	/** Adds a text that begins at a depth and goes on two columns deeper. */
	void add(int depth, String text) {
		hang(INDENT.repeat(depth), INDENT.repeat(depth + 1), TextWidth.visible(text));
	}

	/** Adds a text behind a mark, and goes on below the text. */
	void item(int depth, String mark, String text) {
		String start = INDENT.repeat(depth) + mark;
		hang(start, " ".repeat(TextWidth.of(start)), TextWidth.visible(text));
	}

	/** Adds a label with one line for each value. */
	void list(int depth, String label, List<String> values) {
		String start = label;
		for (String value : values) {
			item(depth, start, value);
			start = " ".repeat(TextWidth.of(label));
		}
	}

	void blank() {
		this.lines.add("");
	}

	void table(TextTable table) {
		this.lines.addAll(table.lines());
	}

	private void hang(String first, String others, String text) {
		String start = first;
		String rest = text;
		do {
			List<String> wrapped = TextWidth.wrap(rest, this.width - TextWidth.of(start));
			this.lines.add((start + wrapped.get(0)).stripTrailing());
			rest = rest.substring(wrapped.get(0).length()).stripLeading();
			start = others;
		}
		while (!rest.isEmpty());
	}

	List<String> lines() {
		return List.copyOf(this.lines);
	}

}
