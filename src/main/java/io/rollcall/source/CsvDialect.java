package io.rollcall.source;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a delimited file is written, found from its beginning.
 *
 * @param delimiter character between fields
 * @param columns the usual number of fields of a record
 * @param declared whether the first line is {@code sep=;}, which is no record
 * @param header whether one of the first rows passed the caller's header test
 */
record CsvDialect(char delimiter, int columns, boolean declared, boolean header) {

	private static final char[] DELIMITERS = { ',', '\t', ';' };

	/** Records looked at; title rows and remarks are far fewer. */
	private static final int RECORDS = 100;

	private static final Pattern DECLARATION = Pattern.compile("^\"?sep=(.)\"?(?=[\\r\\n]|$)",
			Pattern.CASE_INSENSITIVE);

	/**
	 * Finds the dialect.
	 * @param sample the beginning of the text
	 * @param options what the caller knows
	 * @return the dialect
	 * @throws IOException never, as the sample is in memory
	 */
	static CsvDialect detect(String sample, ReadOptions options) throws IOException {
		Matcher declaration = DECLARATION.matcher(sample);
		boolean declared = declaration.lookingAt();
		if (options.delimiter() != null) {
			return tried(options.delimiter(), sample, declared, options).dialect;
		}
		if (declared) {
			return tried(declaration.group(1).charAt(0), sample, true, options).dialect;
		}
		Trial best = tried(DELIMITERS[0], sample, false, options);
		for (int i = 1; i < DELIMITERS.length; i++) {
			Trial trial = tried(DELIMITERS[i], sample, false, options);
			best = trial.betterThan(best) ? trial : best;
		}
		return best.dialect;
	}

	private static Trial tried(char delimiter, String sample, boolean declared, ReadOptions options)
			throws IOException {
		CsvParser parser = new CsvParser(new StringReader(sample), new CsvDialect(delimiter, 0, declared, false),
				options.limits());
		Map<Integer, Integer> counts = new HashMap<>();
		boolean header = false;
		int records = 0;
		for (List<Cell> cells = parser.next(); cells != null && records < RECORDS; cells = parser.next()) {
			records++;
			counts.merge(parser.fields(), 1, Integer::sum);
			header = header || (!cells.isEmpty() && options.looksLikeHeader(cells.stream().map(Cell::text).toList()));
		}
		int columns = 1;
		for (Map.Entry<Integer, Integer> entry : counts.entrySet()) {
			int lead = entry.getValue() - counts.getOrDefault(columns, 0);
			if (entry.getKey() > 1 && (columns == 1 || lead > 0 || (lead == 0 && entry.getKey() > columns))) {
				columns = entry.getKey();
			}
		}
		int hits = (columns > 1) ? counts.getOrDefault(columns, 0) : 0;
		return new Trial(new CsvDialect(delimiter, columns, declared, header), hits);
	}

	/** A dialect and the number of records that fit it. */
	private record Trial(CsvDialect dialect, int hits) {

		private boolean betterThan(Trial other) {
			if (this.dialect.header != other.dialect.header) {
				return this.dialect.header;
			}
			return this.hits > other.hits || (this.hits == other.hits && this.dialect.columns > other.dialect.columns);
		}

	}

}
