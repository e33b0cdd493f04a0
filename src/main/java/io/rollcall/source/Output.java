package io.rollcall.source;

import java.util.List;
import java.util.Set;

import io.rollcall.source.RefusedException.Problem;
import io.rollcall.source.TableHandler.Notice;
import io.rollcall.source.TableHandler.Sheet;
import io.rollcall.source.TableHandler.SheetEnd;

/**
 * Stands between a reader and the handler: holds the limits, notices full sheets, counts
 * what is not blank, and remembers what the handler threw, so that it is never taken for
 * damage of the file.
 */
final class Output {

	/** Rows of a sheet in .xls and in .xlsx: a sheet that is full was probably cut. */
	private static final Set<Long> FULL_SHEETS = Set.of(65_536L, 1_048_576L);

	private final TableHandler handler;

	private final Limits limits;

	private final Deadline deadline;

	private Throwable handlerFailure;

	private String sheet = "";

	private long rows;

	private long lastRow;

	private boolean anything;

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
	Throwable handlerFailure() {
		return this.handlerFailure;
	}

	/** Whether a non-blank cell has been seen. */
	boolean anything() {
		return this.anything;
	}

	void startSheet(String name) {
		startSheet(name, null);
	}

	void startSheet(String name, List<Cell> header) {
		this.sheet = name;
		this.lastRow = 0;
		if (header != null) {
			this.anything = true;
		}
		Row headerRow = (header != null) ? new Row(name, 0, header) : null;
		call(() -> this.handler.startSheet(new Sheet(name, headerRow)));
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
		SheetEnd end = new SheetEnd(this.sheet, declaredRows, this.lastRow);
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
