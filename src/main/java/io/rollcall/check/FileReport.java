package io.rollcall.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.rollcall.campaign.Field;
import io.rollcall.intake.Column;
import io.rollcall.intake.FileOutcome;

/**
 * What was understood of a file.
 *
 * @param codeTables code tables that could not be used
 * @param tables the lists of the file, with their columns
 * @param lines the first refused and flagged cells of each code
 * @param claims the first claims of a form of errors
 * @param counts how often each code was told, also beyond the lines
 * @param claimed how many claims there are in all
 * @param outcome what would become of the file
 */
public record FileReport(List<CodeTable> codeTables, List<Table> tables, List<Line> lines, List<Claimed> claims,
		Map<String, Long> counts, long claimed, FileOutcome outcome) {

	public FileReport {
		codeTables = List.copyOf(codeTables);
		tables = List.copyOf(tables);
		lines = List.copyOf(lines);
		claims = List.copyOf(claims);
	}

	/** A report of a file that could not be read. */
	static FileReport refused(List<CodeTable> codeTables, String reason, String detail) {
		return new FileReport(codeTables, List.of(), List.of(), List.of(), Map.of(), 0,
				FileOutcome.refused(reason, detail, List.of()));
	}

	/**
	 * Whether the file or one of its rows would be refused.
	 * @return false when all of it would be read
	 */
	public boolean isAnythingRefused() {
		return this.outcome.refusal().isPresent() || this.outcome.rowsRejected() > 0;
	}

	/**
	 * A code table that could not be used.
	 *
	 * @param name its name for people
	 * @param why one sentence
	 */
	public record CodeTable(String name, String why) {
	}

	/**
	 * One list of the file.
	 *
	 * @param sheet the sheet's name or empty
	 * @param headerRow the last row of its header; 0 for the first list of a sheet
	 * @param columns its columns
	 */
	public record Table(String sheet, long headerRow, List<ColumnView> columns) {
	}

	/**
	 * How a column was understood.
	 *
	 * @param index counted from 0
	 * @param header the header for people
	 * @param use what is done with it
	 * @param field the field that it holds, for a mapped column
	 * @param samples a few masked values
	 */
	public record ColumnView(int index, String header, Column.Use use, Optional<Field> field, List<String> samples) {

		/**
		 * Whether it is a column that nothing is known of and whose header is not shown.
		 * @return true where only the column's letters are shown
		 */
		public boolean isHidden() {
			return this.use == Column.Use.UNKNOWN
					&& new Column(this.index, this.header, this.use, this.field).isLetters();
		}

	}

	/**
	 * A refused or flagged cell or row.
	 *
	 * @param code the reason or the finding's code
	 * @param refused whether the row is refused
	 * @param sheet the sheet's name or empty
	 * @param row the row, counted from 1
	 * @param field the canonical field, or empty
	 * @param detail what is wrong and what to do, without personal values
	 * @param suggestion what could be done, or empty
	 */
	public record Line(String code, boolean refused, String sheet, long row, String field, String detail,
			String suggestion) {
	}

	/**
	 * A claim that would be judged.
	 *
	 * @param sheet the sheet's name or empty
	 * @param row the row, counted from 1
	 * @param field the canonical field; empty where it claims that there is no record
	 * @param word how the row names what it is about
	 * @param value the claimed value, ID numbers masked
	 */
	public record Claimed(String sheet, long row, String field, String word, String value) {

		@Override
		public String toString() {
			return "row " + this.row;
		}

	}

}
