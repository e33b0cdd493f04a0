package io.rollcall.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.poi.ss.usermodel.DateUtil;
import org.jspecify.annotations.Nullable;

/** Which cell styles show a number as a date. */
final class XlsxStyles {

	/** Longest number format that is looked at; Excel allows 255 characters. */
	private static final int FORMAT_LENGTH = 1_000;

	private final BitSet dates = new BitSet();

	/**
	 * Reads the styles.
	 * @param in the styles part
	 * @return the styles
	 * @throws IOException when it is damaged
	 */
	static XlsxStyles read(InputStream in) throws IOException {
		XlsxStyles styles = new XlsxStyles();
		Map<Integer, String> formats = new HashMap<>();
		List<Integer> used = new ArrayList<>();
		try (Xml xml = Xml.open(in)) {
			xml.nextStart();
			while (xml.nextChild()) {
				switch (xml.name()) {
					case "numFmts" -> readFormats(xml, formats);
					case "cellXfs" -> readStyles(xml, used);
					default -> xml.skip();
				}
			}
		}
		for (int style = 0; style < used.size(); style++) {
			styles.dates.set(style, isDateFormat(used.get(style), formats.get(used.get(style))));
		}
		return styles;
	}

	/** Whether cells of that style are dates. */
	boolean isDate(int style) {
		return style >= 0 && this.dates.get(style);
	}

	private static void readFormats(Xml xml, Map<Integer, String> formats) throws IOException {
		while (xml.nextChild()) {
			if (xml.name().equals("numFmt")) {
				formats.putIfAbsent(xml.intAttribute("numFmtId", -1), xml.attribute("formatCode"));
			}
			xml.skip();
		}
	}

	private static void readStyles(Xml xml, List<Integer> formats) throws IOException {
		while (xml.nextChild()) {
			if (xml.name().equals("xf")) {
				formats.add(xml.intAttribute("numFmtId", 0));
			}
			xml.skip();
		}
	}

	/**
	 * Whether a number format shows dates.
	 * @param id the format's number
	 * @param code the format, or null for one of the built-in ones
	 * @return true for dates and times
	 */
	static boolean isDateFormat(int id, @Nullable String code) {
		if (code == null) {
			// 27 to 36 and 50 to 58 are dates in Chinese, Japanese and Korean Excel only,
			// which no file names; POI leaves them out.
			return DateUtil.isInternalDateFormat(id) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
		}
		return code.length() <= FORMAT_LENGTH && DateUtil.isADateFormat(id, code);
	}

}
