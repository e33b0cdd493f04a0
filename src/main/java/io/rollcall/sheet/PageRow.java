package io.rollcall.sheet;

import java.util.Map;
import java.util.TreeMap;

/** A row of a page, kept until the page ends: pages are short. */
final class PageRow {

	/** The height of a row that nobody measured. */
	static final float USUAL = 0;

	private final int index;

	private final Map<Integer, Cell> cells = new TreeMap<>();

	private float points;

	/**
	 * A row.
	 * @param index its place on the page, from 0
	 * @param points its height, or {@link #USUAL}
	 */
	PageRow(int index, float points) {
		this.index = index;
		this.points = points;
	}

	/** A cell with a text, a number or nothing. */
	private record Cell(CellLook look, Object value) {
	}

	int index() {
		return this.index;
	}

	void height(float newPoints) {
		this.points = newPoints;
	}

	void blank(int column, CellLook look) {
		this.cells.put(column, new Cell(look, null));
	}

	void text(int column, CellLook look, String text) {
		this.cells.put(column, new Cell(look, text));
	}

	void number(int column, CellLook look, double number) {
		this.cells.put(column, new Cell(look, number));
	}

	void write(SheetRows rows, WorkbookStyle style) {
		rows.begin(this.index);
		this.cells.forEach((column, cell) -> {
			if (cell.value() instanceof Double number) {
				rows.number(column, style.of(cell.look()), number);
			}
			else if (cell.value() instanceof String text) {
				rows.text(column, style.of(cell.look()), text);
			}
			else {
				rows.empty(column, style.of(cell.look()));
			}
		});
		if (this.points == USUAL) {
			rows.end();
		}
		else {
			rows.end(this.points);
		}
	}

}
