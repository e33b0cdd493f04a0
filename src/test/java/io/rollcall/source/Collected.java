package io.rollcall.source;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a reader hands over, kept for looking at. */
class Collected implements TableHandler {

	final List<String> sheets = new ArrayList<>();

	final List<Row> rows = new ArrayList<>();

	final List<SheetEnd> ends = new ArrayList<>();

	final List<Notice> notices = new ArrayList<>();

	static Collected of(Path file) throws RefusedException {
		return of(file, ReadOptions.DEFAULT);
	}

	static Collected of(Path file, ReadOptions options) throws RefusedException {
		Collected collected = new Collected();
		Sources.read(file, options, collected);
		return collected;
	}

	@Override
	public void startSheet(Sheet sheet) {
		this.sheets.add(sheet.name());
	}

	@Override
	public void row(Row row) {
		this.rows.add(row);
	}

	@Override
	public void endSheet(SheetEnd end) {
		this.ends.add(end);
	}

	@Override
	public void notice(Notice notice) {
		this.notices.add(notice);
	}

	/** Rows that hold anything, as texts by row number. */
	List<String> filled() {
		return this.rows.stream()
			.filter((row) -> !row.isBlank())
			.map((row) -> row.number() + " " + String.join("|", texts(row)))
			.toList();
	}

	static List<String> texts(Row row) {
		List<String> texts = new ArrayList<>(row.cells().stream().map(Cell::text).toList());
		while (!texts.isEmpty() && texts.get(texts.size() - 1).isEmpty()) {
			texts.remove(texts.size() - 1);
		}
		return texts;
	}

	Cell cell(long row, int column) {
		return this.rows.stream().filter((each) -> each.number() == row).findFirst().orElseThrow().cell(column);
	}

}
