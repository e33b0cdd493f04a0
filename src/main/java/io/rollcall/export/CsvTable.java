package io.rollcall.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.rollcall.files.DurableFile;

/**
 * A CSV file with named columns, as spreadsheets and scripts both read it: UTF-8 with
 * BOM, RFC 4180, every data cell quoted.
 *
 * @param <T> what a row shows
 */
final class CsvTable<T> {

	private static final char BOM = '\uFEFF';

	private static final String FORMULA_STARTS = "=+-@";

	private final List<String> names = new ArrayList<>();

	private final List<Function<T, String>> values = new ArrayList<>();

	CsvTable<T> column(String name, Function<T, String> value) {
		this.names.add(name);
		this.values.add(value);
		return this;
	}

	List<String> names() {
		return List.copyOf(this.names);
	}

	long write(Path target, Stream<T> rows) throws IOException {
		long[] written = new long[1];
		try (rows) {
			DurableFile.write(target, (out) -> written[0] = write(out, rows.iterator()));
		}
		return written[0];
	}

	long write(OutputStream out, Iterator<T> rows) throws IOException {
		Writer text = new OutputStreamWriter(out, StandardCharsets.UTF_8);
		text.write(BOM);
		text.write(String.join(",", this.names));
		text.write(LineDelimiter.CRLF.toString());
		CsvWriter csv = CsvWriter.builder()
			.lineDelimiter(LineDelimiter.CRLF)
			.quoteStrategy(QuoteStrategies.ALWAYS)
			.build(text);
		long written = 0;
		for (; rows.hasNext(); written++) {
			T row = rows.next();
			csv.writeRecord(this.values.stream().map((value) -> cell(value.apply(row))).toList());
		}
		csv.flush();
		return written;
	}

	/**
	 * An apostrophe before {@code = + - @}, and no other trick: programs read this, too.
	 */
	private static String cell(String value) {
		String text = CellText.clean(value);
		boolean formula = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0;
		return formula ? "'" + text : text;
	}

}
