package io.rollcall.explain;

import java.util.ArrayList;
import java.util.List;

/** Columns of plain text that line up; a cell that is too long goes on below itself. */
final class TextTable {

	private static final String GAP = "  ";

	private final int widest;

	private final List<List<String>> rows = new ArrayList<>();

	/**
	 * A table.
	 * @param widest the most columns of a terminal that a cell may take
	 */
	TextTable(int widest) {
		this.widest = widest;
	}

	void row(List<String> cells) {
		this.rows.add(cells.stream().map(TextWidth::visible).toList());
	}

	List<String> lines() {
		List<Integer> widths = new ArrayList<>();
		for (List<String> row : this.rows) {
			for (int i = 0; i < row.size(); i++) {
				if (widths.size() <= i) {
					widths.add(0);
				}
				widths.set(i, Math.max(widths.get(i), Math.min(this.widest, TextWidth.of(row.get(i)))));
			}
		}
		List<String> lines = new ArrayList<>();
		this.rows.forEach((row) -> lines.addAll(lines(row, widths)));
		return lines;
	}

	private static List<String> lines(List<String> row, List<Integer> widths) {
		List<List<String>> cells = new ArrayList<>();
		for (int i = 0; i < row.size(); i++) {
			cells.add(TextWidth.wrap(row.get(i), widths.get(i)));
		}
		List<String> lines = new ArrayList<>();
		int height = cells.stream().mapToInt(List::size).max().orElse(0);
		for (int i = 0; i < height; i++) {
			StringBuilder line = new StringBuilder();
			for (int j = 0; j < cells.size(); j++) {
				String part = (i < cells.get(j).size()) ? cells.get(j).get(i) : "";
				line.append(part).append(" ".repeat(Math.max(0, widths.get(j) - TextWidth.of(part)))).append(GAP);
			}
			lines.add(line.toString().stripTrailing());
		}
		return lines;
	}

}
