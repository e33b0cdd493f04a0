package io.rollcall.intake;

import java.util.function.Function;

import io.rollcall.source.Cell;

/**
 * What the cells of a column came to. Colleges, codes and dates repeat by the thousand;
 * of a column in which nothing repeats the memo keeps the last cells only.
 *
 * @param <T> what comes of a cell, which must depend on nothing else
 */
final class Memo<T> {

	private static final int SIZE = 1 << 12;

	private final Function<Cell, T> reading;

	private final Cell[] cells = new Cell[SIZE];

	private final Object[] results = new Object[SIZE];

	Memo(Function<Cell, T> reading) {
		this.reading = reading;
	}

	@SuppressWarnings("unchecked")
	T of(Cell cell) {
		int hash = cell.text().hashCode();
		int place = (hash ^ hash >>> 12) & (SIZE - 1);
		Cell known = this.cells[place];
		if (known == cell || known != null && known.kind() == cell.kind() && known.text().equals(cell.text())) {
			return (T) this.results[place];
		}
		T result = this.reading.apply(cell);
		this.cells[place] = cell;
		this.results[place] = result;
		return result;
	}

}
