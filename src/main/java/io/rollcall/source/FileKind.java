package io.rollcall.source;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The kinds of files that can be read, as told by their content. */
public enum FileKind {

	/** Office Open XML workbook, transitional or strict, with or without macros. */
	XLSX("xlsx", "xlsm", "xltx", "xltm"),
	/** Excel 97 to 2003 workbook (BIFF8), which WPS also writes as {@code .et}. */
	XLS("xls", "xlt", "et", "ett"),
	/** Delimited text. */
	CSV("csv", "txt", "tsv", "tab"),
	/** dBASE or FoxPro table. */
	DBF("dbf"),
	/** Web page with tables, which web systems like to name {@code .xls}. */
	HTML("html", "htm", "xhtml"),
	/** Excel 2003 XML (SpreadsheetML), which web systems like to name {@code .xls}. */
	XML_2003("xml");

	private final Set<String> extensions;

	FileKind(String... extensions) {
		this.extensions = Set.of(extensions);
	}

	/**
	 * The kind that a file name promises.
	 * @param fileName the name, with or without folders
	 * @return the kind, or empty when the extension is none of ours
	 */
	static Optional<FileKind> named(String fileName) {
		String extension = fileName.substring(fileName.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
		return Stream.of(values()).filter((kind) -> kind.extensions.contains(extension)).findFirst();
	}

}
