package io.rollcall.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;

import io.rollcall.source.RefusedException.Problem;
import io.rollcall.source.XlsxPackage.SheetPart;

/**
 * Reads Office Open XML workbooks straight from their XML, in one pass and constant
 * memory but for shared strings. POI's event model does the same five times slower.
 */
final class XlsxReader implements TableReader {

	@Override
	public void read(Path file, ReadOptions options, Output out) throws IOException {
		try (SafeZip zip = SafeZip.open(file, options.limits(), out.deadline())) {
			XlsxPackage parts = XlsxPackage.read(zip);
			boolean found = parts.sheets().stream().anyMatch((s) -> options.wants(s.name(), s.hidden()));
			if (!found && !options.sheets().isEmpty()) {
				throw new Refusal(Problem.SHEET_MISSING, String.join(", ", options.sheets()));
			}
			XlsxStyles styles = styles(zip, parts);
			out.at(Output.SOMEWHERE);
			SharedStrings strings = strings(zip, parts, options.limits());
			for (SheetPart sheet : parts.sheets()) {
				if (options.wants(sheet.name(), sheet.hidden())) {
					read(zip, sheet, new XlsxSheet(parts, styles, strings, out, options.everything()));
				}
				else if (sheet.hidden()) {
					out.hidden(sheet.name());
				}
			}
		}
	}

	private static void read(SafeZip zip, SheetPart sheet, XlsxSheet content) throws IOException {
		try (InputStream in = zip.open(sheet.path()); Xml xml = Xml.open(in)) {
			content.read(sheet.name(), xml);
			in.transferTo(OutputStream.nullOutputStream());
		}
	}

	private static XlsxStyles styles(SafeZip zip, XlsxPackage parts) throws IOException {
		if (parts.styles().isEmpty()) {
			return new XlsxStyles();
		}
		try (InputStream in = zip.open(parts.styles().get())) {
			return XlsxStyles.read(in);
		}
	}

	private static SharedStrings strings(SafeZip zip, XlsxPackage parts, Limits limits) throws IOException {
		if (parts.strings().isEmpty()) {
			return new SharedStrings();
		}
		try (InputStream in = zip.open(parts.strings().get())) {
			return SharedStrings.read(in, limits);
		}
	}

}
