package io.rollcall.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The encoding of a table's texts. What the texts themselves prove comes first: most
 * programs fill in the language byte without knowing what they write. Then counts what a
 * {@code .cpg} file beside the table says, then the language byte, then GB18030.
 */
final class DbfEncoding {

	private static final int BUFFER = 1 << 16;

	private static final int LANGUAGE = 29;

	private static final int END_OF_FILE = 0x1A;

	private static final int LONGEST_CPG = 64;

	/** One broken text in so many whole ones costs its row only. */
	private static final int WHOLE_SHARE = 9;

	/** Language bytes of East Asian code pages; the others are often set by default. */
	private static final Map<Integer, String> LANGUAGES = Map.of(0x4D, "GB18030", 0x7A, "GB18030", 0x4F,
			"x-windows-950", 0x78, "x-windows-950", 0x13, "windows-31j", 0x7B, "windows-31j", 0x4E, "x-windows-949",
			0x79, "x-windows-949");

	private static final Map<String, String> CODE_PAGES = Map.of("65001", "UTF-8", "936", "GB18030", "54936", "GB18030",
			"950", "x-windows-950", "932", "windows-31j", "949", "x-windows-949");

	private final Charset stated;

	private long whole;

	private long broken;

	private long other;

	private long brokenAsStated;

	private long brokenAsChinese;

	private DbfEncoding(Charset stated) {
		this.stated = stated;
	}

	/**
	 * Finds the encoding of a table.
	 * @param file the table
	 * @param header the bytes of its header
	 * @param deadline time limit
	 * @return the encoding
	 * @throws IOException when the table cannot be read
	 */
	static Charset of(Path file, byte[] header, Deadline deadline) throws IOException {
		Charset stated = cpg(file)
			.or(() -> Optional.ofNullable(LANGUAGES.get(header[LANGUAGE] & 0xFF)).map(Charset::forName))
			.orElse(TextEncoding.GB18030);
		DbfEncoding found = new DbfEncoding(stated);
		DbfHeader layout = DbfHeader.parse(header, StandardCharsets.ISO_8859_1);
		for (DbfHeader.Field field : layout.fields()) {
			byte[] name = field.name().getBytes(StandardCharsets.ISO_8859_1);
			found.look(name, 0, name.length);
		}
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
			in.skipNBytes(header.length);
			byte[] record = in.readNBytes(layout.recordLength());
			while (record.length == layout.recordLength() && record[0] != END_OF_FILE) {
				deadline.check();
				found.look(record, layout);
				record = in.readNBytes(layout.recordLength());
			}
		}
		return found.verdict();
	}

	private Charset verdict() {
		boolean utf8 = (this.whole > 0) ? this.broken * WHOLE_SHARE <= this.whole
				: this.stated.equals(StandardCharsets.UTF_8) && this.broken == 0 && this.other > 0;
		if (utf8) {
			return StandardCharsets.UTF_8;
		}
		boolean fits = !this.stated.equals(StandardCharsets.UTF_8) && this.brokenAsStated <= this.brokenAsChinese;
		return fits ? this.stated : TextEncoding.GB18030;
	}

	private void look(byte[] record, DbfHeader layout) {
		int at = 1;
		for (DbfHeader.Field field : layout.fields()) {
			if (field.type() == 'C') {
				int end = at + field.length();
				while (end > at && (record[end - 1] == ' ' || record[end - 1] == 0)) {
					end--;
				}
				look(record, at, end);
			}
			at += field.length();
		}
	}

	private void look(byte[] bytes, int from, int to) {
		if (isAscii(bytes, from, to)) {
			return;
		}
		switch (utf8(bytes, from, to)) {
			case BROKEN -> this.broken++;
			case HANZI -> this.whole++;
			case OTHER -> this.other++;
		}
		if (!this.stated.equals(TextEncoding.GB18030) && !this.stated.equals(StandardCharsets.UTF_8)) {
			this.brokenAsStated += breaks(bytes, from, to, this.stated) ? 1 : 0;
			this.brokenAsChinese += breaks(bytes, from, to, TextEncoding.GB18030) ? 1 : 0;
		}
	}

	private static boolean isAscii(byte[] bytes, int from, int to) {
		for (int i = from; i < to; i++) {
			if (bytes[i] < 0) {
				return false;
			}
		}
		return true;
	}

	/** What a text is when read as UTF-8; its last character may be cut. */
	private static Utf8 utf8(byte[] bytes, int from, int to) {
		Utf8 found = Utf8.OTHER;
		int pos = from;
		while (pos < to) {
			int lead = bytes[pos++] & 0xFF;
			int rest = (lead < 0x80) ? 0 : (lead >= 0xC2 && lead < 0xE0) ? 1
					: (lead >= 0xE0 && lead < 0xF0) ? 2 : (lead >= 0xF0 && lead < 0xF5) ? 3 : -1;
			if (rest < 0) {
				return Utf8.BROKEN;
			}
			int have = Math.min(rest, to - pos);
			for (int i = 0; i < have; i++) {
				if ((bytes[pos++] & 0xC0) != 0x80) {
					return Utf8.BROKEN;
				}
			}
			// Pairs of bytes are UTF-8 by chance in some words of GBK, three seldom.
			found = (rest > 1 && have == rest) ? Utf8.HANZI : found;
		}
		return found;
	}

	private static boolean breaks(byte[] bytes, int from, int to, Charset charset) {
		CharsetDecoder decoder = charset.newDecoder();
		try {
			decoder.decode(ByteBuffer.wrap(bytes, from, to - from));
			return false;
		}
		catch (CharacterCodingException ex) {
			return true;
		}
	}

	/** What the file beside a table says, by the same name in any case. */
	private static Optional<Charset> cpg(Path file) throws IOException {
		String name = file.getFileName().toString();
		String wanted = name.substring(0, Math.max(name.lastIndexOf('.'), 0)) + ".cpg";
		try (DirectoryStream<Path> beside = Files.newDirectoryStream(file.toAbsolutePath().getParent(),
				(path) -> path.getFileName().toString().equalsIgnoreCase(wanted) && Files.isRegularFile(path))) {
			for (Path found : beside) {
				try (InputStream in = Files.newInputStream(found)) {
					return charset(new String(in.readNBytes(LONGEST_CPG), StandardCharsets.ISO_8859_1).strip());
				}
			}
		}
		catch (IOException ex) {
			// The table can be read without it.
		}
		return Optional.empty();
	}

	/** {@code UTF-8}, {@code 936}, {@code ANSI 936}, {@code GBK} and the like. */
	private static Optional<Charset> charset(String text) {
		String name = text.toLowerCase(Locale.ROOT).replaceFirst("^(ansi|oem|cp|ms|windows-?)\\s*(?=\\d)", "");
		try {
			Charset charset = TextEncoding.chinese(Charset.forName(CODE_PAGES.getOrDefault(name, name)));
			return Optional.of(charset).filter(TextEncoding::isMultibyte);
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** What a text that is not ASCII is when read as UTF-8. */
	private enum Utf8 {

		/** No UTF-8. */
		BROKEN,
		/** UTF-8 with at least one character of three bytes, as hanzi are. */
		HANZI,
		/** Shorter characters only, which prove nothing. */
		OTHER

	}

}
