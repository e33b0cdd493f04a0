package io.rollcall.explain;

import java.util.ArrayList;
import java.util.List;

/** Columns of plain text that line up although Chinese characters are two wide. */
final class TextTable {

	private static final int FIRST_WIDE = 0x2E80;

	private static final int WIDEST = 36;

	private final List<List<String>> rows = new ArrayList<>();

	void row(List<String> cells) {
		this.rows.add(List.copyOf(cells));
	}

	List<String> lines() {
		List<Integer> widths = new ArrayList<>();
		for (List<String> row : this.rows) {
			for (int i = 0; i < row.size(); i++) {
				if (widths.size() <= i) {
					widths.add(0);
				}
				widths.set(i, Math.max(widths.get(i), Math.min(WIDEST, width(row.get(i)))));
			}
		}
		return this.rows.stream().map((row) -> line(row, widths)).toList();
	}

	private static String line(List<String> row, List<Integer> widths) {
		StringBuilder line = new StringBuilder();
		for (int i = 0; i < row.size(); i++) {
			line.append(row.get(i)).append(" ".repeat(Math.max(0, widths.get(i) - width(row.get(i))) + 2));
		}
		return line.toString().stripTrailing();
	}

	/** How many columns of a terminal a text takes. */
	static int width(String text) {
		return text.codePoints().map((c) -> (c >= FIRST_WIDE) ? 2 : 1).sum();
	}

}
