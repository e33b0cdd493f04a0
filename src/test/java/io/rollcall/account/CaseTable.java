package io.rollcall.account;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Tables of cases that a registrar can read: tab-separated, a header, {@code #} before
 * remarks.
 */
final class CaseTable {

	private static final Path FOLDER = Path.of("src/test/resources/cases/account");

	private CaseTable() {
	}

	static Stream<Row> rows(String file) {
		List<Row> rows = new ArrayList<>();
		try {
			List<String> lines = Files.readAllLines(FOLDER.resolve(file), StandardCharsets.UTF_8);
			String[] header = lines.get(0).split("\t");
			for (int i = 1; i < lines.size(); i++) {
				if (!lines.get(i).startsWith("# ")) {
					rows.add(row(file + ":" + (i + 1), header, lines.get(i).split("\t", -1)));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return rows.stream();
	}

	private static Row row(String place, String[] header, String[] cells) {
		Map<String, String> values = new LinkedHashMap<>();
		for (int i = 0; i < header.length; i++) {
			values.put(header[i], (i < cells.length) ? cells[i] : "");
		}
		return new Row(place, values);
	}

	/** One case; shown by its place, so that a failure can be found in the table. */
	record Row(String place, Map<String, String> values) {

		String get(String column) {
			String value = this.values.get(column);
			if (value == null) {
				throw new IllegalArgumentException(this.place + " has no column " + column);
			}
			return value;
		}

		boolean yes(String column) {
			return get(column).equals("yes");
		}

		@Override
		public String toString() {
			return this.place + " " + String.join(" ", this.values.values());
		}

	}

}
