package io.rollcall.intake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

import io.rollcall.campaign.Field;
import io.rollcall.source.Row;

/** How the columns of one table are read. */
public final class ColumnMapping {

	private final List<Column> columns;

	ColumnMapping(List<Column> columns) {
		this.columns = List.copyOf(columns);
	}

	/**
	 * Every column up to the last one with a header.
	 * @return the columns in the order of the table
	 */
	public List<Column> columns() {
		return this.columns;
	}

	/**
	 * The fields by column; of two columns for one field, both.
	 * @return column index (from 0) to field, mapped columns only
	 */
	public SortedMap<Integer, Field> fields() {
		throw new UnsupportedOperationException();
	}

	/**
	 * The first column of a field.
	 * @param field the field
	 * @return the index from 0, or empty when the table lacks the field
	 */
	public Optional<Integer> column(Field field) {
		throw new UnsupportedOperationException();
	}

	/**
	 * The columns that are not read, by what they are.
	 * @param use what is done with the columns
	 * @return their headers in the order of the table
	 */
	public List<String> headers(Column.Use use) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Fields with more than one column. They count as one column only while their values
	 * are equal in every row (ruling 2); otherwise {@link HeaderRefusal#doubled}.
	 * @return the columns of each such field
	 */
	public Map<Field, List<Integer>> doubled() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Fields that a table of this role usually has and this one lacks. No reason for
	 * refusal.
	 * @return the fields
	 */
	public List<Field> missing() {
		throw new UnsupportedOperationException();
	}

	/**
	 * The number of columns that the header spans. Non-blank cells beyond make a row
	 * malformed.
	 * @return the width
	 */
	public int width() {
		return this.columns.size();
	}

	/**
	 * The number of the last row of the header; records start after it.
	 * @return the row number from 1, or 0 when the format holds the header apart (DBF)
	 */
	public long lastHeaderRow() {
		throw new UnsupportedOperationException();
	}

	/**
	 * Whether a row repeats the header, as page breaks of printed lists do.
	 * @param row a row below the header
	 * @return true when it is no record
	 */
	public boolean isRepeatedHeader(Row row) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Whether a row is a total, a signature line, a page number or a note.
	 * @param row a row below the header
	 * @return true only when nothing in the row speaks for a student's record
	 */
	public boolean isFooter(Row row) {
		throw new UnsupportedOperationException();
	}

}
