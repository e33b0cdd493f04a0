package io.rollcall.intake;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.FieldType;
import io.rollcall.campaign.HeaderText;
import io.rollcall.source.Cell;
import io.rollcall.source.Row;

/** How the columns of one table are read. */
public final class ColumnMapping {

	/** One cell may equal a header by chance (class "学院"), two do not. */
	private static final int LEAST_REPEATED = 2;

	private final List<Column> columns;

	private final List<Row> header;

	private final HeaderNames names;

	private final List<Field> expected;

	/** What tells of whom a row speaks, and always holds a digit. */
	private static final Set<FieldType> NUMBERS = Set.of(FieldType.CANDIDATE_NO, FieldType.STUDENT_NO, FieldType.ID_NO);

	/** A student's number; a date has fewer digits. */
	private static final Pattern NUMBER = Pattern.compile("\\s*(?:\\d[\\s.-]?){9,}[0-9XxＸｘ]?\\s*");

	private static final String EXAMPLE_ZH = "示例";

	private static final String EXAMPLE_EN = "Example: ";

	private static final Pattern EXAMPLE = Pattern
		.compile(EXAMPLE_ZH + "[,，]填写前请删除本行|" + EXAMPLE_EN + "delete this row.*");

	private final SortedMap<Integer, Field> fields = new TreeMap<>();

	private final Map<Field, List<Integer>> indexes = new LinkedHashMap<>();

	private final Map<Field, List<Integer>> doubled;

	private final ColumnFooters footers;

	private final int[] numbers;

	/** The columns of remarks, in which an empty form says that its example is one. */
	private final int[] remarks;

	/** The mapped columns, and the field of each. */
	private final int[] mapped;

	private final Field[] mappedFields;

	/** The comparable forms of the header's cells, line by line. */
	private final List<List<String>> headerTexts;

	ColumnMapping(List<Column> columns, List<Row> header, HeaderNames names, List<Field> expected) {
		this.columns = List.copyOf(columns);
		this.header = header;
		this.names = names;
		this.expected = expected;
		for (Column column : columns) {
			column.field().ifPresent((field) -> {
				this.fields.put(column.index(), field);
				this.indexes.computeIfAbsent(field, (any) -> new ArrayList<>()).add(column.index());
			});
		}
		this.doubled = doubled(this.indexes);
		this.footers = new ColumnFooters(this.fields);
		this.numbers = this.fields.entrySet()
			.stream()
			.filter((entry) -> NUMBERS.contains(entry.getValue().type()))
			.mapToInt(Map.Entry::getKey)
			.toArray();
		this.remarks = this.fields.entrySet()
			.stream()
			.filter((entry) -> entry.getValue().name().equals("remark"))
			.mapToInt(Map.Entry::getKey)
			.toArray();
		this.mapped = this.fields.keySet().stream().mapToInt(Integer::intValue).toArray();
		this.mappedFields = this.fields.values().toArray(Field[]::new);
		this.headerTexts = header.stream()
			.map((line) -> line.cells().stream().map((cell) -> HeaderText.normalise(cell.text())).toList())
			.toList();
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
		return Collections.unmodifiableSortedMap(this.fields);
	}

	/**
	 * The first column of a field.
	 * @param field the field
	 * @return the index from 0, or empty when the table lacks the field
	 */
	public Optional<Integer> column(Field field) {
		return Optional.ofNullable(this.indexes.get(field)).map((found) -> found.get(0));
	}

	/**
	 * The headers with which a certain thing is done.
	 * @param use what is done with the columns
	 * @return their headers in the order of the table
	 */
	public List<String> headers(Column.Use use) {
		return this.columns.stream().filter((column) -> column.use() == use).map(Column::header).toList();
	}

	/**
	 * Fields with more than one column. They count as one column only while their values
	 * are equal in every row; otherwise {@link HeaderRefusal#doubled}.
	 * @return the columns of each such field
	 */
	public Map<Field, List<Integer>> doubled() {
		return this.doubled;
	}

	private static Map<Field, List<Integer>> doubled(Map<Field, List<Integer>> indexes) {
		Map<Field, List<Integer>> doubled = new LinkedHashMap<>();
		indexes.forEach((field, found) -> {
			if (found.size() > 1) {
				doubled.put(field, List.copyOf(found));
			}
		});
		return Collections.unmodifiableMap(doubled);
	}

	/**
	 * Fields that a table of this role usually has and this one lacks. No reason for
	 * refusal.
	 * @return the fields
	 */
	public List<Field> missing() {
		return this.expected.stream().filter((field) -> !this.indexes.containsKey(field)).toList();
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
	 * @return the row number as its source counts it
	 */
	public long lastHeaderRow() {
		return this.header.get(this.header.size() - 1).number();
	}

	/** The number of the first row of the header. */
	long firstHeaderRow() {
		return this.header.get(0).number();
	}

	/** Whether a row has a digit where a number of a student stands: no header has. */
	boolean holdsNumber(Row row) {
		for (int column : this.numbers) {
			String text = row.cell(column).text();
			for (int i = 0; i < text.length(); i++) {
				if (Character.isDigit(text.charAt(i))) {
					return true;
				}
			}
		}
		return false;
	}

	/**
	 * Whether the header is a card of one student (学号 and beside it the number), which
	 * has no rows below it that its columns could explain.
	 */
	boolean isOfData() {
		return this.header.stream().anyMatch((line) -> {
			for (int column : this.numbers) {
				if (NUMBER.matcher(line.cell(column + 1).text()).matches()) {
					return true;
				}
			}
			return false;
		});
	}

	/** Whether this reads all that another mapping reads, and from the same columns. */
	boolean reads(ColumnMapping other) {
		return this.fields.entrySet().containsAll(other.fields.entrySet());
	}

	/**
	 * Whether a row repeats the header, as page breaks of printed lists do.
	 * @param row a row below the header
	 * @return true when it is no record
	 */
	public boolean isRepeatedHeader(Row row) {
		if (repeatsFields(row)) {
			return true;
		}
		for (List<String> line : this.headerTexts) {
			if (repeats(line, row)) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether a row is a total, a signature line, a page number or a note.
	 * @param row a row below the header
	 * @return true only when nothing in the row speaks for a student's record
	 */
	public boolean isFooter(Row row) {
		return this.footers.isFooter(row);
	}

	/**
	 * Whether a row is the example of an empty form.
	 * @param row a row below the header
	 * @return true when its remark says that it is to be deleted
	 */
	boolean isExample(Row row) {
		for (int column : this.remarks) {
			String text = row.cell(column).text();
			if ((text.indexOf(EXAMPLE_ZH) >= 0 || text.indexOf(EXAMPLE_EN) >= 0)
					&& EXAMPLE.matcher(text.strip()).matches()) {
				return true;
			}
		}
		return false;
	}

	/** How many fields the header names; the search prefers more. */
	int hits() {
		return this.indexes.size();
	}

	/** Every row is asked, and nearly every one is done with at its first filled cell. */
	private boolean repeatsFields(Row row) {
		int filled = 0;
		for (int i = 0; i < this.mapped.length; i++) {
			Cell cell = row.cell(this.mapped[i]);
			if (!cell.isBlank()) {
				filled++;
				Field field = this.mappedFields[i];
				if (this.names.find(cell.text()).filter((meaning) -> meaning.field().equals(field)).isEmpty()) {
					return false;
				}
			}
		}
		return filled >= LEAST_REPEATED;
	}

	private static boolean repeats(List<String> line, Row row) {
		int filled = 0;
		for (int i = 0; i < row.cells().size(); i++) {
			if (!row.cell(i).isBlank()) {
				filled++;
				String header = (i < line.size()) ? line.get(i) : "";
				if (!HeaderText.normalise(row.cell(i).text()).equals(header)) {
					return false;
				}
			}
		}
		return filled >= LEAST_REPEATED;
	}

}
