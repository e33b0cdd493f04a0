package io.rollcall.generate;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.rollcall.generate.SourceFile.Column;

/** A file of forms: its columns and its notation. */
final class FormFile implements Closeable {

	/** A column whose values are those of the field that its name ends with. */
	static final String RIGHT = "right:";

	private static final Set<String> CLAIMED = Set.of("said", "right");

	private static final Set<String> COUNTS = Set.of("uploads_total", "uploads_today", "helps_today", "photo_count");

	private final String path;

	private final List<Column> columns;

	private final Notation notation;

	private final TableOutput table;

	private int rows;

	FormFile(String path, List<Column> columns, Notation notation, TableOutput table) {
		this.path = path;
		this.columns = columns;
		this.notation = notation;
		this.table = table;
	}

	void write(FormEntry row) throws IOException {
		this.rows++;
		List<Entry> cells = new ArrayList<>();
		for (Column column : this.columns) {
			cells.add(entry(column.content(), row));
		}
		this.table.row(cells);
	}

	private Entry entry(String content, FormEntry row) {
		if (content.equals("#")) {
			return Entry.of(Integer.toString(this.rows));
		}
		String value = row.get(content);
		if (CLAIMED.contains(content)) {
			return this.notation.apply(row.field(), value);
		}
		if (content.startsWith(RIGHT)) {
			return this.notation.apply(content.substring(RIGHT.length()), value);
		}
		if (COUNTS.contains(content) && !value.isEmpty()) {
			return new Entry(value, Entry.Type.NUMBER);
		}
		return this.notation.apply(content, value);
	}

	/** The path below the role's folder. */
	String path() {
		return this.path;
	}

	@Override
	public void close() throws IOException {
		this.table.close();
	}

}
