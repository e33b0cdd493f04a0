package io.rollcall.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines that a benchmark prints, and puts between two marks of docs/benchmarks.md. */
final class MarkedTable {

	private static final Path PAGE = Path.of("docs/benchmarks.md");

	private static final String END = "<!-- end of table -->\n";

	private final List<String> lines = new ArrayList<>();

	private final String begin;

	MarkedTable(String name) {
		this.begin = "<!-- table of " + name + " -->\n";
	}

	void line(String text, Object... values) {
		String line = String.format(Locale.ROOT, text, values);
		System.out.println(line);
		this.lines.add(line + "\n");
	}

	void write() throws IOException {
		String page = Files.readString(PAGE);
		int from = page.indexOf(this.begin) + this.begin.length();
		Files.writeString(PAGE,
				page.substring(0, from) + String.join("", this.lines) + page.substring(page.indexOf(END, from)));
	}

}
