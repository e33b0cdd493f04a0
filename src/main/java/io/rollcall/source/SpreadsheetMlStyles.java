package io.rollcall.source;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Which styles of an Excel 2003 XML workbook show a number as a date. */
final class SpreadsheetMlStyles {

	/** Formats that Excel 2003 XML calls by a name. */
	private static final Set<String> NAMED = Set.of("General Date", "Long Date", "Medium Date", "Short Date",
			"Long Time", "Medium Time", "Short Time");

	/** Any number of a format that a workbook brings itself. */
	private static final int OWN_FORMAT = 200;

	private final Set<String> dates = new HashSet<>();

	/**
	 * Reads the styles.
	 * @param xml the document, at the start of its styles; moves to their end
	 * @throws IOException when it is damaged
	 */
	void read(Xml xml) throws IOException {
		while (xml.nextChild()) {
			if (xml.name().equals("Style")) {
				style(xml);
			}
			else {
				xml.skip();
			}
		}
	}

	/** Whether cells of a style are dates; those without a style are not. */
	boolean isDate(@Nullable String style) {
		return style != null && this.dates.contains(style);
	}

	private void style(Xml xml) throws IOException {
		String id = xml.attribute("ID");
		boolean date = isDate(xml.attribute("Parent"));
		while (xml.nextChild()) {
			String format = xml.name().equals("NumberFormat") ? xml.attribute("Format") : null;
			if (format != null) {
				date = NAMED.contains(format) || XlsxStyles.isDateFormat(OWN_FORMAT, format);
			}
			xml.skip();
		}
		if (id != null && date) {
			this.dates.add(id);
		}
	}

}
