package io.rollcall.sheet;

import java.util.List;
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
 * @param kinds what the row belongs to; the summary leads to the first row of each
 * @param total the rows that sum up others
 * @param extra what else the filled sheet needs
 * @param mostLines the most lines of a row
 * @param locked whether the cells that nobody fills in are locked
 */
public record SheetTable<T>(String key, int frozen, int printed, List<SheetColumn<T>> columns,
		Function<T, List<String>> kinds, Predicate<T> total, Extra extra, int mostLines, boolean locked) {

	private static final int ANY = Integer.MAX_VALUE;

	public SheetTable {
		columns = List.copyOf(columns);
	}

	/** A table without sums, kinds or extras. */
	public SheetTable(String key, int frozen, int printed, List<SheetColumn<T>> columns) {
		this(key, frozen, printed, columns, (row) -> List.of(), (row) -> false, (sheet) -> {
		}, ANY, true);
	}

	/** The same, whose rows tell of these kinds of findings. */
	public SheetTable<T> ofKinds(Function<T, List<String>> all) {
		return new SheetTable<>(this.key, this.frozen, this.printed, this.columns, all, this.total, this.extra,
				this.mostLines, this.locked);
	}

	/** The same, of whose rows some sum others up. */
	public SheetTable<T> summedUpBy(Predicate<T> totals) {
		return new SheetTable<>(this.key, this.frozen, this.printed, this.columns, this.kinds, totals, this.extra,
				this.mostLines, this.locked);
	}

	/** The same, with something added once it is filled. */
	public SheetTable<T> with(Extra more) {
		return new SheetTable<>(this.key, this.frozen, this.printed, this.columns, this.kinds, this.total, more,
				this.mostLines, this.locked);
	}

	/**
	 * A list that people sort and filter: unlocked, since no program sorts locked cells,
	 * in small letters and with rows of a few lines only, so that many of them stand on a
	 * screen.
	 */
	public SheetTable<T> sortable(int lines) {
		return new SheetTable<>(this.key, this.frozen, this.printed, this.columns, this.kinds, this.total, this.extra,
				lines, false);
	}

	/**
	 * How many of the columns go onto paper: those meant for it, as far as they fit
	 * beside each other with legible letters.
	 */
	int onPaper() {
		int width = 0;
		for (int i = 0; i < this.printed; i++) {
			width += this.columns.get(i).width();
			if (width > (small() ? WorkbookStyle.SMALL_PAPER_WIDTH : WorkbookStyle.PAPER_WIDTH)) {
				return i;
			}
		}
		return this.printed;
	}

	/** Whether it is a list to work in. */
	boolean small() {
		return !this.locked;
	}

	/** The place of a column. */
	public int column(String name) {
		return this.columns.stream().map(SheetColumn::key).toList().indexOf(name);
	}

	/** Something that a sheet gets when its rows stand. */
	@FunctionalInterface
	public interface Extra {

		void add(Filled sheet);

	}

	/**
	 * A sheet with its rows.
	 *
	 * @param book the workbook
	 * @param name the sheet's name
	 * @param rows how many rows follow the head
	 */
	public record Filled(Book book, String name, int rows) {
	}

}
