package io.rollcall.source;

import java.nio.charset.Charset;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * What the caller knows about a file beforehand; everything may be left open.
 *
 * @param encoding encoding of text files and DBF fields, or null to find it; a byte order
 * mark in the file wins
 * @param sheets the sheets to read, hidden ones too; empty for all visible sheets;
 * formats without sheet names ignore it
 * @param delimiter delimiter of CSV files, or null to find it
 * @param headerTest tells whether the texts of a row look like a header row, or null;
 * helps to choose an encoding and a delimiter where the bytes alone do not decide
 * @param limits how much is read
 * @param everything whether hidden sheets are read too and formulas of .xlsx files are
 * told from values
 */
public record ReadOptions(@Nullable Charset encoding, List<String> sheets, @Nullable Character delimiter,
		@Nullable Predicate<List<String>> headerTest, Limits limits, boolean everything) {

	/** Nothing known beforehand. */
	public static final ReadOptions DEFAULT = new ReadOptions(null, List.of(), null, null, Limits.DEFAULT, false);

	public ReadOptions {
		sheets = List.copyOf(sheets);
		Objects.requireNonNull(limits);
	}

	/**
	 * Options for a file that somebody delivered: hidden sheets are passed over.
	 * @param encoding the encoding, or null
	 * @param sheets the sheets to read
	 * @param delimiter the delimiter, or null
	 * @param headerTest the test for header rows, or null
	 * @param limits how much is read
	 */
	public ReadOptions(@Nullable Charset encoding, List<String> sheets, @Nullable Character delimiter,
			@Nullable Predicate<List<String>> headerTest, Limits limits) {
		this(encoding, sheets, delimiter, headerTest, limits, false);
	}

	/**
	 * The same options with another encoding.
	 * @param value the encoding, or null
	 * @return the options
	 */
	public ReadOptions withEncoding(@Nullable Charset value) {
		return new ReadOptions(value, this.sheets, this.delimiter, this.headerTest, this.limits, this.everything);
	}

	/**
	 * The same options with other sheets.
	 * @param value the names of the sheets to read
	 * @return the options
	 */
	public ReadOptions withSheets(String... value) {
		return new ReadOptions(this.encoding, List.of(value), this.delimiter, this.headerTest, this.limits,
				this.everything);
	}

	/**
	 * The same options with another delimiter.
	 * @param value the delimiter, or null
	 * @return the options
	 */
	public ReadOptions withDelimiter(@Nullable Character value) {
		return new ReadOptions(this.encoding, this.sheets, value, this.headerTest, this.limits, this.everything);
	}

	/**
	 * The same options with another test for header rows.
	 * @param value the test, or null
	 * @return the options
	 */
	public ReadOptions withHeaderTest(@Nullable Predicate<List<String>> value) {
		return new ReadOptions(this.encoding, this.sheets, this.delimiter, value, this.limits, this.everything);
	}

	/**
	 * The same options with other limits.
	 * @param value the limits
	 * @return the options
	 */
	public ReadOptions withLimits(Limits value) {
		return new ReadOptions(this.encoding, this.sheets, this.delimiter, this.headerTest, value, this.everything);
	}

	/**
	 * The same options for a workbook that was ours: hidden sheets are read too, and
	 * formulas are told from values.
	 * @return the options
	 */
	public ReadOptions withEverything() {
		return new ReadOptions(this.encoding, this.sheets, this.delimiter, this.headerTest, this.limits, true);
	}

	/**
	 * Whether a sheet is to be read.
	 * @param name the sheet's name
	 * @param hidden whether the workbook hides it
	 * @return true if so
	 */
	boolean wants(String name, boolean hidden) {
		return this.sheets.isEmpty() ? this.everything || !hidden
				: this.sheets.contains(name.strip()) || this.sheets.contains(name);
	}

	/** The header test, or one that accepts nothing. */
	boolean looksLikeHeader(List<String> texts) {
		return this.headerTest != null && this.headerTest.test(texts);
	}

}
