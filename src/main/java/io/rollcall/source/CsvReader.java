package io.rollcall.source;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.List;

import io.rollcall.source.RefusedException.Problem;

/** Reads delimited text in constant memory. */
final class CsvReader implements TableReader {

	/** Characters from which the dialect is found. */
	private static final int SAMPLE = 1 << 16;

	@Override
	public void read(Path file, ReadOptions options, Output out) throws IOException {
		TextEncoding encoding = encoding(file, options, out.deadline());
		CsvDialect dialect = CsvDialect.detect(sample(file, encoding), options);
		out.startSheet("");
		try (Reader text = encoding.open(file, TextEncoding.UNDECODABLE)) {
			CsvParser parser = new CsvParser(text, dialect, options.limits());
			List<Cell> cells = parser.next();
			if (dialect.declared() && cells != null) {
				cells = parser.next();
			}
			while (cells != null) {
				out.row(parser.line(), cells);
				cells = parser.next();
			}
		}
		out.endSheet(-1);
	}

	/**
	 * The encoding that fits, else the one in which the header can be read: a few broken
	 * bytes must not cost the whole file. A header of Latin letters can be read in both;
	 * then the one that loses fewer lines is right.
	 */
	static TextEncoding encoding(Path file, ReadOptions options, Deadline deadline) throws IOException {
		TextEncoding found = TextEncoding.detect(file, options.encoding(), deadline);
		if (found.certain()) {
			return found;
		}
		TextEncoding chinese = new TextEncoding(TextEncoding.GB18030, 0, false);
		String utf8Sample = sample(file, found);
		String chineseSample = sample(file, chinese);
		if (options.headerTest() == null) {
			return (lost(chineseSample) < lost(utf8Sample)) ? chinese : found;
		}
		boolean utf8 = CsvDialect.detect(utf8Sample, options).header();
		boolean gb = CsvDialect.detect(chineseSample, options).header();
		if (utf8 && gb) {
			return (lostLines(file, chinese, deadline) < lostLines(file, found, deadline)) ? chinese : found;
		}
		if (!utf8 && !gb) {
			throw new Refusal(Problem.UNKNOWN_ENCODING);
		}
		return utf8 ? found : chinese;
	}

	/** The lines of a file with at least one byte that cannot be decoded. */
	private static long lostLines(Path file, TextEncoding encoding, Deadline deadline) throws IOException {
		try (Reader text = encoding.open(file, TextEncoding.UNDECODABLE)) {
			char[] block = new char[SAMPLE];
			long lines = 0;
			boolean lost = false;
			for (int n = text.read(block); n >= 0; n = text.read(block)) {
				deadline.check();
				for (int i = 0; i < n; i++) {
					if (block[i] == TextEncoding.UNDECODABLE && !lost) {
						lines++;
						lost = true;
					}
					lost = lost && block[i] != '\n' && block[i] != '\r';
				}
			}
			return lines;
		}
	}

	private static String sample(Path file, TextEncoding encoding) throws IOException {
		try (Reader text = encoding.open(file, TextEncoding.UNDECODABLE)) {
			char[] sample = new char[SAMPLE];
			int length = 0;
			for (int n = 0; n >= 0 && length < SAMPLE; length += Math.max(n, 0)) {
				n = text.read(sample, length, SAMPLE - length);
			}
			return new String(sample, 0, length);
		}
	}

	private static long lost(String sample) {
		return sample.chars().filter((c) -> c == TextEncoding.UNDECODABLE).count();
	}

}
