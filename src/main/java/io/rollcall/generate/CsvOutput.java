package io.rollcall.generate;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** A CSV file with a header. */
final class CsvOutput implements TableOutput {

	private final Writer out;

	CsvOutput(Path file, Charset charset, boolean mark, List<String> header) throws IOException {
		this.out = Files.newBufferedWriter(file, charset);
		if (mark) {
			this.out.write('\uFEFF');
		}
		row(header.stream().map(Entry::of).toList());
	}

	@Override
	public void row(List<Entry> cells) throws IOException {
		this.out.write(cells.stream().map((cell) -> quoted(cell.text())).collect(Collectors.joining(",")));
		this.out.write("\r\n");
	}

	private static String quoted(String text) {
		boolean plain = text.chars().noneMatch((c) -> c == ',' || c == '"' || c == '\r' || c == '\n');
		return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
	}

	@Override
	public void close() throws IOException {
		this.out.close();
	}

}
