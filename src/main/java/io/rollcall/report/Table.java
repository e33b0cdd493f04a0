package io.rollcall.report;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A sheet that shows one thing a row. Its name is the text {@code report.sheet.<key>},
 * and what it says when there is no row is {@code report.sheet.<key>.empty}.
 *
 * @param <T> what a row shows
 * @param key the texts' key
 * @param frozen how many columns, from the first on, stay in view
 * @param printed how many of the columns, from the first on, go onto paper; the rest is
 * for looking things up
 * @param columns the columns
 * @param anchor a finding's id, by which other sheets refer to its row here
 * @param kind what the row belongs to; the summary leads to the first row of each
 * @param total the rows that sum up others
 * @param extra what else the filled sheet needs
 */
record Table<T>(String key, int frozen, int printed, List<Column<T>> columns, Function<T, Optional<String>> anchor,
		Function<T, String> kind, Predicate<T> total, Extra extra) {

	Table {
		columns = List.copyOf(columns);
	}

	Table(String key, int frozen, int printed, List<Column<T>> columns) {
		this(key, frozen, printed, columns, (row) -> Optional.empty(), (row) -> "", (row) -> false, (sheet) -> {
		});
	}

	Table<T> anchoredBy(Function<T, Optional<String>> id) {
		return new Table<>(this.key, this.frozen, this.printed, this.columns, id, this.kind, this.total, this.extra);
	}

	Table<T> ofKinds(Function<T, String> kinds) {
		return new Table<>(this.key, this.frozen, this.printed, this.columns, this.anchor, kinds, this.total,
				this.extra);
	}

	Table<T> summedUpBy(Predicate<T> totals) {
		return new Table<>(this.key, this.frozen, this.printed, this.columns, this.anchor, this.kind, totals,
				this.extra);
	}

	Table<T> with(Extra more) {
		return new Table<>(this.key, this.frozen, this.printed, this.columns, this.anchor, this.kind, this.total, more);
	}

	/**
	 * How many of the columns go onto paper: those meant for it, as far as they fit
	 * beside each other with legible letters.
	 */
	int onPaper() {
		int width = 0;
		for (int i = 0; i < this.printed; i++) {
			width += this.columns.get(i).width();
			if (width > WorkbookStyle.PAPER_WIDTH) {
				return i;
			}
		}
		return this.printed;
	}

	/** The place of a column. */
	int column(String name) {
		return this.columns.stream().map(Column::key).toList().indexOf(name);
	}

	/** Something that a sheet gets when its rows stand. */
	@FunctionalInterface
	interface Extra {

		void add(Filled sheet);

	}

	/**
	 * A sheet with its rows.
	 *
	 * @param book the workbook
	 * @param name the sheet's name
	 * @param rows how many rows follow the head
	 */
	record Filled(Book book, String name, int rows) {
	}

}
