package io.rollcall.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.rollcall.source.RefusedException.Problem;
import io.rollcall.source.TableHandler.Notice;
import io.rollcall.source.TableHandler.Sheet;
import io.rollcall.source.TableHandler.SheetEnd;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a reader and the handler: holds the limits, notices full sheets, counts
 * what is not blank, and remembers what the handler threw, so that it is never taken for
 * damage of the file.
 */
final class Output {

	/** Rows of a sheet in .xls and in .xlsx: a sheet that is full was probably cut. */
	private static final Set<Long> FULL_SHEETS = Set.of(65_536L, 1_048_576L);

	/** Stands for a place that is not known, such as that of a shared string. */
	static final long SOMEWHERE = -1;

	private final TableHandler handler;

	private final Limits limits;

	private final Deadline deadline;

	private @Nullable Throwable handlerFailure;

	private String sheet = "";

	private long rows;

	private long lastRow;

	private boolean anything;

	private final List<MergedArea> merged = new ArrayList<>();

	private final List<String> hidden = new ArrayList<>();

	private long place;

	private long uncalculated;

	private boolean anyUncalculated;

	Output(TableHandler handler, Limits limits) {
		this.handler = handler;
		this.limits = limits;
		this.deadline = new Deadline(limits.time());
	}

	Limits limits() {
		return this.limits;
	}

	Deadline deadline() {
		return this.deadline;
	}

	/** What the handler threw, or null. */
	@Nullable Throwable handlerFailure() {
		return this.handlerFailure;
	}

	/** Whether a non-blank cell has been seen. */
	boolean anything() {
		return this.anything;
	}

	void startSheet(String name) {
		startSheet(name, null);
	}

	void startSheet(String name, @Nullable List<Cell> header) {
		this.sheet = name;
		this.lastRow = 0;
		this.merged.clear();
		this.uncalculated = 0;
		if (header != null) {
			this.anything = true;
		}
		Row headerRow = (header != null) ? new Row(name, 0, header) : null;
		call(() -> this.handler.startSheet(new Sheet(name, headerRow)));
	}

	/**
	 * Tells which row of the sheet is being read, for sentences about what is wrong
	 * there.
	 * @param number the row's number, or {@link #SOMEWHERE}
	 */
	void at(long number) {
		this.place = number;
	}

	/** Notes a merged area of the sheet; null is none. */
	void merged(@Nullable MergedArea area) {
		if (area == null) {
			return;
		}
		if (this.merged.size() >= this.limits.rows()) {
			throw new Refusal(Problem.ROWS, this.limits.rows());
		}
		this.merged.add(area);
	}

	/** Counts a formula without a result, and gives the cell for it. */
	Cell uncalculated() {
		this.uncalculated++;
		this.anyUncalculated = true;
		return Cell.UNCALCULATED;
	}

	/** Notes a hidden sheet that is passed over. */
	void hidden(String name) {
		this.hidden.add(name);
		notice(Notice.Kind.HIDDEN_SHEET, name, 0);
	}

	/** Why nothing was found in a file that was read to its end. */
	Refusal nothing() {
		if (this.anyUncalculated) {
			return new Refusal(Problem.ONLY_FORMULAS);
		}
		return this.hidden.isEmpty() ? new Refusal(Problem.EMPTY)
				: new Refusal(Problem.ONLY_HIDDEN, String.join(", ", this.hidden));
	}

	/**
	 * A refusal with the place where reading stood, if it is one that people look for.
	 */
	RefusedException located(RefusedException refused) {
		if (refused.problem() != Problem.CELL_LENGTH || this.place == 0) {
			return refused;
		}
		return (this.place > 0)
				? new RefusedException(Problem.LONG_CELL, this.limits.cellLength(), this.sheet, this.place)
				: new RefusedException(Problem.LONG_STRING, this.limits.cellLength());
	}

	/**
	 * Hands over a row.
	 * @param number the row's number from 1
	 * @param cells the cells; those past the last non-blank one may be missing
	 */
	void row(long number, List<Cell> cells) {
		this.deadline.check();
		if (++this.rows > this.limits.rows()) {
			throw new Refusal(Problem.ROWS, this.limits.rows());
		}
		if (cells.size() > this.limits.columns()) {
			throw new Refusal(Problem.COLUMNS, this.limits.columns());
		}
		for (Cell cell : cells) {
			check(cell);
		}
		this.lastRow = Math.max(this.lastRow, number);
		Row row = new Row(this.sheet, number, cells);
		call(() -> this.handler.row(row));
	}

	void endSheet(long declaredRows) {
		if (FULL_SHEETS.contains(this.lastRow)) {
			notice(Notice.Kind.SHEET_FULL, this.sheet, this.lastRow);
		}
		if (this.uncalculated > 0) {
			notice(Notice.Kind.FORMULAS_WITHOUT_RESULT, this.sheet, this.uncalculated);
		}
		this.place = 0;
		SheetEnd end = new SheetEnd(this.sheet, declaredRows, this.lastRow, this.merged);
		call(() -> this.handler.endSheet(end));
	}

	void notice(Notice.Kind kind, String sheetName, long count) {
		call(() -> this.handler.notice(new Notice(kind, sheetName, count)));
	}

	private void check(Cell cell) {
		if (cell.text().length() > this.limits.cellLength()) {
			throw new Refusal(Problem.CELL_LENGTH, this.limits.cellLength());
		}
		this.anything = this.anything || !cell.isBlank();
	}

	/** The time that the handler takes is not the file's fault. */
	private void call(Runnable step) {
		long start = System.nanoTime();
		try {
			step.run();
		}
		catch (RuntimeException | Error ex) {
			this.handlerFailure = ex;
			throw ex;
		}
		this.deadline.extend(System.nanoTime() - start);
	}

}
