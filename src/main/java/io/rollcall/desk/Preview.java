package io.rollcall.desk;

import java.util.List;

/**
 * What is told of a file before it counts, in the language of whoever handed it in. Holds
 * what people typed.
 *
 * @param fileName what the file is called where it comes from, without folders
 * @param refusal why the whole file is refused, one sentence, or empty
 * @param notices what else a person should know of it
 * @param tables how its columns were understood
 * @param lines the first refused and flagged cells
 * @param changes the first changes that it makes
 * @param changed how many changes it makes in all
 */
public record Preview(String fileName, String refusal, List<String> notices, List<Table> tables, List<Line> lines,
		List<Change> changes, long changed) {

	public Preview {
		notices = List.copyOf(notices);
		tables = List.copyOf(tables);
		lines = List.copyOf(lines);
		changes = List.copyOf(changes);
	}

	@Override
	public String toString() {
		return "preview";
	}

	/** A file of which nothing but one sentence can be told. */
	static Preview refused(String fileName, String refusal) {
		return new Preview(fileName, refusal, List.of(), List.of(), List.of(), List.of(), 0);
	}

	/**
	 * One list of the file.
	 *
	 * @param sheet the sheet's name or empty
	 * @param headerRow the last row of its header; 0 for the first list of a sheet
	 * @param columns its columns
	 */
	public record Table(String sheet, long headerRow, List<Column> columns) {
	}

	/**
	 * How a column was understood.
	 *
	 * @param number counted from 1
	 * @param header the header for people
	 * @param meaning what it is read as, or why it is not read
	 * @param read whether it is read
	 * @param samples a few masked values
	 */
	public record Column(int number, String header, String meaning, boolean read, String samples) {
	}

	/**
	 * A refused or flagged cell or row.
	 *
	 * @param sheet the sheet's name or empty
	 * @param row the row, counted from 1; 0 where none can be named
	 * @param column the column, or the cell's address, or empty
	 * @param code the reason or the finding's code
	 * @param title what the code means
	 * @param detail what is wrong and what to do
	 * @param refused whether it is refused rather than flagged
	 */
	public record Line(String sheet, long row, String column, String code, String title, String detail,
			boolean refused) {
	}

	/**
	 * What a row changes.
	 *
	 * @param sheet the sheet's name or empty
	 * @param row the row, counted from 1
	 * @param student number and name as the program knows them of a case, or empty
	 * @param matter the field or the problem that it is about
	 * @param answer what is answered, or empty
	 * @param value the value, ID numbers masked, or empty
	 * @param state where the case stands now, or empty
	 */
	public record Change(String sheet, long row, String student, String matter, String answer, String value,
			String state) {
	}

}
