package io.rollcall.source;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import io.rollcall.source.RefusedException.Problem;

/** Tells apart delimited text, web pages, XML and what is no text at all. */
final class TextSniffer {

	private static final String SPREADSHEET_ML = "urn:schemas-microsoft-com:office:spreadsheet";

	private static final Pattern XML_WORKBOOK = Pattern.compile("<(\\w+:)?workbook[\\s>]");

	/** Memos and indexes that lie beside a DBF table. */
	private static final Pattern DBF_COMPANION = Pattern.compile(".*\\.(?:fpt|dbt|cdx|idx|mdx|ndx|ntx)",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final List<String> HTML_TAGS = List.of("<html", "<!doctype html", "<head", "<body", "<table",
			"<meta", "<style", "<script", "<div", "<tr", "<td", "<center", "<form", "<span", "<p>", "<br", "<title",
			"<link", "<caption", "<thead", "<tbody", "<font", "<b>", "<h1", "<h2", "<h3");

	/** One control character in so many characters is more than any text has. */
	private static final int CONTROL_SHARE = 20;

	private TextSniffer() {
	}

	/**
	 * Recognises text.
	 * @param head the first bytes of the file
	 * @param fileName the file's name, which only decides between "damaged" and "binary"
	 * @return the kind
	 */
	static FileKind sniff(byte[] head, String fileName) {
		Charset charset = TextEncoding.sniff(head);
		if (isBinary(head, charset)) {
			if (DBF_COMPANION.matcher(fileName).matches()) {
				throw new Refusal(Problem.NOT_A_TABLE, "DBF memo/index");
			}
			boolean promised = FileKind.named(fileName).filter((kind) -> kind != FileKind.CSV).isPresent();
			throw new Refusal(isBlank(head) ? Problem.BLANK_BYTES : promised ? Problem.DAMAGED : Problem.BINARY);
		}
		String text = new String(head, charset).replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT);
		if (text.startsWith("<")) {
			return markup(text);
		}
		if (text.startsWith("mime-version:")) {
			throw new Refusal(Problem.SAVE_AS_XLSX, "MHTML");
		}
		if (text.startsWith("{\"") || text.startsWith("[{") || text.startsWith("[[")) {
			throw new Refusal(Problem.NOT_A_TABLE, "JSON");
		}
		return FileKind.CSV;
	}

	private static FileKind markup(String text) {
		String start = text.replaceAll("(?s)^(\\s*<!--.*?-->|\\s*<\\?.*?\\?>)+", "").strip();
		if (HTML_TAGS.stream().anyMatch(start::startsWith)) {
			return FileKind.HTML;
		}
		if (text.contains(SPREADSHEET_ML) && XML_WORKBOOK.matcher(text).find()) {
			return FileKind.XML_2003;
		}
		if (text.contains("<!entity")) {
			throw new Refusal(Problem.HOSTILE_XML);
		}
		if (text.contains("urn:oasis:names:tc:opendocument:xmlns:office")) {
			throw new Refusal(Problem.SAVE_AS_XLSX, "OpenDocument XML");
		}
		if (text.contains("<table") || text.contains("<html")) {
			return FileKind.HTML;
		}
		if (text.startsWith("<?xml") || start.matches("(?s)<[a-z_!][^>]*>.*")) {
			throw new Refusal(Problem.NOT_A_TABLE, "XML");
		}
		return FileKind.CSV;
	}

	private static boolean isBlank(byte[] head) {
		for (byte b : head) {
			if (b != 0) {
				return false;
			}
		}
		return true;
	}

	private static boolean isBinary(byte[] head, Charset charset) {
		if (!charset.equals(StandardCharsets.ISO_8859_1) && !charset.equals(StandardCharsets.UTF_8)) {
			return false;
		}
		int controls = 0;
		for (byte b : head) {
			if (b >= 0 && b < ' ' && b != '\t' && b != '\n' && b != '\r' && b != '\f') {
				controls++;
			}
		}
		return controls > 1 && controls * CONTROL_SHARE > head.length;
	}

}
