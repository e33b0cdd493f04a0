package io.rollcall.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import io.rollcall.source.Cell;
import io.rollcall.source.MergedArea;
import io.rollcall.source.Row;

/**
 * Gives the value of a merged area to every record that it spans (docs/rules.md, "Merged
 * areas"). Rows come in the order of the sheet.
 */
final class MergedCells {

	private final List<MergedArea> areas;

	/** The areas that reach the current row, by column. */
	private final Map<Integer, Open> open = new HashMap<>();

	private int next;

	private long filled;

	/**
	 * The merged areas of a sheet.
	 * @param areas those below a header, in mapped columns
	 */
	MergedCells(List<MergedArea> areas) {
		this.areas = areas.stream().sorted(Comparator.comparingLong(MergedArea::firstRow)).toList();
	}

	/**
	 * Those of a sheet's areas that can mean anything.
	 * @param areas all areas of several rows
	 * @param lists the lists of the sheet from top to bottom
	 * @return the areas that begin below the header of a list, in columns that are read;
	 * none reaches into the next list, and one of a last row only fills nothing
	 */
	static List<MergedArea> below(List<MergedArea> areas, List<Section> lists) {
		List<MergedArea> below = new ArrayList<>();
		for (int i = 0; i < lists.size(); i++) {
			Section list = lists.get(i);
			long end = (i + 1 < lists.size()) ? lists.get(i + 1).from() : Long.MAX_VALUE;
			areas.stream()
				.filter((area) -> area.firstRow() > list.header() && area.firstRow() < end - 1)
				.filter((area) -> !list.refused() && list.mapping().fields().containsKey(area.column()))
				.map((area) -> new MergedArea(area.firstRow(), Math.min(area.lastRow(), end - 1), area.column()))
				.forEach(below::add);
		}
		return below;
	}

	/**
	 * Takes note of a row, whatever it is.
	 * @param row a row below the header
	 */
	void pass(Row row) {
		while (this.next < this.areas.size() && this.areas.get(this.next).firstRow() <= row.number()) {
			MergedArea area = this.areas.get(this.next++);
			Cell value = (area.firstRow() == row.number()) ? row.cell(area.column()) : Cell.BLANK;
			if (!value.isBlank()) {
				this.open.put(area.column(), new Open(area, value));
			}
		}
	}

	/**
	 * The row with what the areas show in it. A cell with a value of its own keeps it.
	 * @param row the row passed last, a record
	 * @return the row, the same where nothing is filled
	 */
	Row filled(Row row) {
		if (this.open.isEmpty()) {
			return row;
		}
		List<Cell> cells = null;
		for (Iterator<Open> all = this.open.values().iterator(); all.hasNext();) {
			Open each = all.next();
			if (each.area.lastRow() < row.number()) {
				all.remove();
			}
			else if (each.area.firstRow() < row.number() && row.cell(each.area.column()).isBlank()) {
				cells = (cells != null) ? cells : new ArrayList<>(row.cells());
				while (cells.size() <= each.area.column()) {
					cells.add(Cell.BLANK);
				}
				cells.set(each.area.column(), each.value);
				this.filled++;
			}
		}
		return (cells != null) ? new Row(row.sheet(), row.number(), cells) : row;
	}

	/** How many cells were given the value of an area. */
	long filled() {
		return this.filled;
	}

	/** An area with the value that it shows. */
	private record Open(MergedArea area, Cell value) {

		@Override
		public String toString() {
			return this.area.toString();
		}

	}

}
