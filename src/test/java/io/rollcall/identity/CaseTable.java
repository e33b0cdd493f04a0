package io.rollcall.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tables of cases that a registrar can read: tab-separated, a header, {@code #} before
 * remarks. A backslash, u and four hexadecimal digits stand for a character that nobody
 * can see, and underscores enclose a value with spaces at its ends.
 */
final class CaseTable {

	private static final Path FOLDER = Path.of("src/test/resources/io/rollcall/identity");

	private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

	private CaseTable() {
	}

	static Stream<Row> rows(String file) {
		List<Row> rows = new ArrayList<>();
		try {
			List<String> lines = Files.readAllLines(FOLDER.resolve(file), StandardCharsets.UTF_8);
			String[] header = lines.get(0).split("\t");
			for (int i = 1; i < lines.size(); i++) {
				if (!lines.get(i).isEmpty() && !lines.get(i).startsWith("# ")) {
					rows.add(row(file, i + 1, header, lines.get(i).split("\t", -1)));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return rows.stream();
	}

	private static Row row(String file, int line, String[] header, String[] cells) {
		Map<String, String> values = new LinkedHashMap<>();
		for (int i = 0; i < header.length; i++) {
			values.put(header[i], (i < cells.length) ? unescape(cells[i]) : "");
		}
		return new Row(file + ":" + line, values);
	}

	private static String unescape(String cell) {
		String plain = (cell.length() > 1 && cell.startsWith("_") && cell.endsWith("_"))
				? cell.substring(1, cell.length() - 1) : cell;
		return ESCAPE.matcher(plain).replaceAll((escape) -> Character.toString(Integer.parseInt(escape.group(1), 16)));
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

		/** The values of a cell that are parted by strokes. */
		List<String> list(String column) {
			return get(column).isEmpty() ? List.of() : Arrays.asList(get(column).split("\\|"));
		}

		@Override
		public String toString() {
			String note = this.values.getOrDefault("note", "");
			return this.place + (note.isEmpty() ? "" : " " + note);
		}

	}

	static List<String> names(Collection<? extends Enum<?>> values) {
		return values.stream().<String>map(Enum::name).toList();
	}

}
