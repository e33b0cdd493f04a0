package io.rollcall.generate;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;

import io.rollcall.campaign.SourceRole;

/**
 * A file of a source: its columns, its notation, and which of its fields need cleaning.
 */
final class SourceFile implements Closeable {

	private final SourceRole role;

	private final String path;

	private final List<Column> columns;

	private final BiFunction<String, String, Entry> notation;

	private final TableOutput table;

	private final Set<String> cleaned = new TreeSet<>();

	private int rows;

	/**
	 * A column.
	 *
	 * @param header its header
	 * @param content a field's canonical name; {@code #} for the running number,
	 * {@code =text} for the same text in every row, empty for nothing
	 */
	record Column(String header, String content) {

		/** Columns of pairs of header and content, parted by spaces: {@code 姓名:name}. */
		static List<Column> of(String text) {
			return List.of(text.split("\\s+")).stream().map((pair) -> {
				int colon = pair.indexOf(':');
				return new Column(pair.substring(0, colon), pair.substring(colon + 1));
			}).toList();
		}

		static List<String> headers(List<Column> columns) {
			return columns.stream().map(Column::header).toList();
		}

	}

	SourceFile(SourceRole role, String path, List<Column> columns, BiFunction<String, String, Entry> notation,
			TableOutput table) {
		this.role = role;
		this.path = path;
		this.columns = columns;
		this.notation = notation;
		this.table = table;
	}

	void write(View view, boolean refused) throws IOException {
		this.rows++;
		List<Entry> cells = new ArrayList<>();
		for (Column column : this.columns) {
			cells.add(entry(column.content(), view));
			if (!refused && view.cleaned().contains(column.content())) {
				this.cleaned.add(column.content());
			}
		}
		if (view.isOverflowing()) {
			cells.add(Entry.of("多出的一格"));
		}
		this.table.row(cells);
	}

	private Entry entry(String content, View view) {
		if (content.equals("#")) {
			return Entry.of(Integer.toString(this.rows));
		}
		if (content.isEmpty() || content.startsWith("=")) {
			return Entry.of(content.isEmpty() ? "" : content.substring(1));
		}
		String value = view.get(content);
		return view.isNumeric(content) ? new Entry(value, Entry.Type.NUMBER) : this.notation.apply(content, value);
	}

	SourceRole role() {
		return this.role;
	}

	/** The path below the role's folder. */
	String path() {
		return this.path;
	}

	/** The fields that {@code VALUE_NORMALISED} names for this file. */
	Set<String> cleaned() {
		return this.cleaned;
	}

	@Override
	public void close() throws IOException {
		this.table.close();
	}

}
