package io.rollcall.review;

import java.nio.file.Path;
import java.util.Map;

import io.rollcall.source.ReadOptions;
import io.rollcall.source.RefusedException;
import io.rollcall.source.Row;
import io.rollcall.source.Sources;
import io.rollcall.source.TableHandler;

/** Reads the first row of a file that is no workbook, to tell what it is. */
final class FirstRow implements TableHandler {

	private String sheet = "";

	private Row first;

	private FirstRow() {
	}

	/** The first row by the name of its sheet; nothing when the file has none. */
	static Map<String, Row> of(Path file) throws RefusedException {
		FirstRow reader = new FirstRow();
		try {
			Sources.read(file, ReadOptions.DEFAULT, reader);
		}
		catch (Enough ex) {
			return Map.of(reader.sheet, reader.first);
		}
		return Map.of();
	}

	@Override
	public void startSheet(Sheet started) {
		this.sheet = started.name();
		if (started.header() != null) {
			row(started.header());
		}
	}

	@Override
	public void row(Row row) {
		if (!row.isBlank()) {
			this.first = row;
			throw new Enough();
		}
	}

	@Override
	public void endSheet(SheetEnd end) {
		// Only its first row counts.
	}

	@Override
	public void notice(Notice notice) {
		// The file is refused anyway.
	}

	/** Ends the reading: the rest of the file does not matter. */
	private static final class Enough extends RuntimeException {

		private Enough() {
			super("", null, false, false);
		}

	}

}
