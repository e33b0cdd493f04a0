package io.rollcall.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The encoding of a text file, found by strict decoding of the whole file.
 *
 * <p>
 * Chinese files are decoded as GB18030 even where somebody calls them GBK or GB2312: the
 * JDK's GB2312 decoder turns the dot in names into another character, and its GBK decoder
 * knows fewer characters.
 *
 * @param charset the encoding
 * @param bom bytes of the byte order mark to skip
 * @param strict whether the whole file is valid in it
 */
record TextEncoding(Charset charset, int bom, boolean strict) {

	/** The encoding of Chinese text that is not Unicode. */
	static final Charset GB18030 = Charset.forName("GB18030");

	/**
	 * Stands for undecodable bytes in decoded text. A noncharacter, because U+FFFD may
	 * also stand in a file as such, lost by whoever wrote it.
	 */
	static final char UNDECODABLE = '\uFFFF';

	/** The same in markup: a noncharacter that XML allows, unlike the other. */
	static final char UNDECODABLE_IN_MARKUP = '\uFDD0';

	/** What people see in place of lost characters. */
	static final char LOST = '\uFFFD';

	private static final Set<String> CHINESE = Set.of("gb2312", "gbk", "gb18030", "x-mswin-936", "ms936", "cp936",
			"euc-cn", "windows-936");

	/** One broken character in so many whole ones costs its row only. */
	private static final int WHOLE_SHARE = 9;

	/** Radicals, punctuation and everything else in Chinese texts follow. */
	private static final char FIRST_HANZI = '\u2E80';

	/** Byte order marks in hexadecimal. */
	private static final Map<String, String> MARKS = Map.of("efbbbf", "UTF-8", "fffe", "UTF-16LE", "feff", "UTF-16BE",
			"fffe0000", "UTF-32LE", "0000feff", "UTF-32BE", "84319533", "GB18030");

	static final int BLOCK = 64 << 10;

	/**
	 * Finds the encoding of a file.
	 * @param file the file
	 * @param forced the encoding that the caller knows, or null
	 * @param deadline time limit
	 * @return the encoding; not strict when no encoding fits, then UTF-8
	 * @throws IOException when the file cannot be read
	 */
	static TextEncoding detect(Path file, @Nullable Charset forced, Deadline deadline) throws IOException {
		byte[] head;
		try (InputStream in = Files.newInputStream(file)) {
			head = in.readNBytes(BLOCK);
		}
		Optional<TextEncoding> marked = byMark(head);
		if (marked.isPresent()) {
			return marked.get().tested(file, deadline);
		}
		if (forced != null) {
			return new TextEncoding(chinese(forced), 0, false).tested(file, deadline);
		}
		Charset bare = sniff(head);
		if (!bare.equals(StandardCharsets.ISO_8859_1)) {
			return new TextEncoding(bare, 0, false).tested(file, deadline);
		}
		TextEncoding utf8 = new TextEncoding(StandardCharsets.UTF_8, 0, false).tested(file, deadline);
		if (utf8.strict || provesUtf8(head)) {
			return utf8;
		}
		TextEncoding gb = new TextEncoding(GB18030, 0, false).tested(file, deadline);
		return gb.strict ? gb : utf8;
	}

	/**
	 * Whether bytes are UTF-8 but for a few: hanzi of three bytes do not come by chance,
	 * while many a text in UTF-8 can be read as GB18030 from end to end.
	 * @param head the first bytes of a text
	 * @return true when nearly everything in it that is not ASCII is hanzi in UTF-8
	 */
	private static boolean provesUtf8(byte[] head) {
		int hanzi = 0;
		int lost = 0;
		String text = new String(head, StandardCharsets.UTF_8);
		for (int i = 0; i < text.length(); i++) {
			hanzi += (text.charAt(i) >= FIRST_HANZI && text.charAt(i) != LOST) ? 1 : 0;
			lost += (text.charAt(i) == LOST) ? 1 : 0;
		}
		return hanzi > 0 && lost * WHOLE_SHARE <= hanzi;
	}

	/** Whether a file that is not valid in any encoding is UTF-8 but for a few bytes. */
	static boolean provesUtf8(Path file) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return provesUtf8(in.readNBytes(BLOCK));
		}
	}

	/** How many characters are lost in it. */
	long lostCharacters(Path file, Deadline deadline) throws IOException {
		long lost = 0;
		try (Reader text = open(file, UNDECODABLE)) {
			char[] block = new char[BLOCK];
			for (int n = text.read(block); n >= 0; n = text.read(block)) {
				deadline.check();
				for (int i = 0; i < n; i++) {
					lost += (block[i] == UNDECODABLE) ? 1 : 0;
				}
			}
		}
		return lost;
	}

	/** Whether hanzi can be written in it; the others decode everything to something. */
	static boolean isMultibyte(Charset charset) {
		return charset.canEncode() && charset.newEncoder().canEncode('人');
	}

	/** Whether it is UTF-16 or UTF-32, which nothing but a mark or NUL bytes tell. */
	static boolean isWide(Charset charset) {
		return charset.name().startsWith("UTF-16") || charset.name().startsWith("UTF-32");
	}

	/**
	 * A guess from the first bytes, good enough to look for tags.
	 * @param head the first bytes
	 * @return a Unicode encoding where they tell one, else ISO-8859-1
	 */
	static Charset sniff(byte[] head) {
		return byMark(head).map(TextEncoding::charset).orElseGet(() -> bareUtf16(head));
	}

	/** The encoding under which GB18030 stands in for its smaller forerunners. */
	static Charset chinese(Charset charset) {
		return CHINESE.contains(charset.name().toLowerCase(Locale.ROOT)) ? GB18030 : charset;
	}

	/**
	 * Opens the file as text.
	 * @param file the file
	 * @param replacement what undecodable bytes become
	 * @return the text after the byte order mark
	 * @throws IOException when the file cannot be read
	 */
	Reader open(Path file, char replacement) throws IOException {
		InputStream in = new BufferedInputStream(Files.newInputStream(file), BLOCK);
		in.skipNBytes(this.bom);
		return new InputStreamReader(in,
				this.charset.newDecoder()
					.onMalformedInput(CodingErrorAction.REPLACE)
					.onUnmappableCharacter(CodingErrorAction.REPLACE)
					.replaceWith(String.valueOf(replacement)));
	}

	/**
	 * A text cell, marked when bytes of it could not be decoded.
	 * @param text the decoded text
	 * @param replacement what undecodable bytes became
	 * @return the cell
	 */
	static Cell cell(String text, char replacement) {
		if (text.indexOf(replacement) < 0) {
			return Cell.ofText(text);
		}
		return new Cell(text.replace(replacement, LOST), Cell.Kind.UNDECODABLE);
	}

	/** The longer marks first: that of UTF-32 begins like that of UTF-16. */
	private static Optional<TextEncoding> byMark(byte[] head) {
		return MARKS.entrySet()
			.stream()
			.filter((mark) -> Magic.startsWith(head, 0, HexFormat.of().parseHex(mark.getKey())))
			.max(Comparator.comparing((mark) -> mark.getKey().length()))
			.map((mark) -> new TextEncoding(Charset.forName(mark.getValue()), mark.getKey().length() / 2, false));
	}

	/**
	 * UTF-16 without a mark: line ends, delimiters and digits leave many NUL bytes at odd
	 * (little endian) or even places only.
	 */
	private static Charset bareUtf16(byte[] head) {
		int[] nuls = new int[2];
		for (int i = 0; i < head.length; i++) {
			if (head[i] == 0) {
				nuls[i & 1]++;
			}
		}
		int enough = Math.max(head.length / 20, 1);
		if (nuls[1] >= enough && nuls[0] == 0) {
			return StandardCharsets.UTF_16LE;
		}
		return (nuls[0] >= enough && nuls[1] == 0) ? StandardCharsets.UTF_16BE : StandardCharsets.ISO_8859_1;
	}

	/** The same with what became of decoding the whole file. */
	TextEncoding tested(Path file, Deadline deadline) throws IOException {
		return new TextEncoding(this.charset, this.bom, decodes(file, deadline));
	}

	private boolean decodes(Path file, Deadline deadline) throws IOException {
		CharsetDecoder decoder = this.charset.newDecoder()
			.onMalformedInput(CodingErrorAction.REPORT)
			.onUnmappableCharacter(CodingErrorAction.REPORT);
		ByteBuffer bytes = ByteBuffer.allocate(BLOCK);
		CharBuffer chars = CharBuffer.allocate(BLOCK);
		try (InputStream in = Files.newInputStream(file)) {
			in.skipNBytes(this.bom);
			boolean end = false;
			while (!end) {
				deadline.check();
				int n = in.read(bytes.array(), bytes.position(), bytes.remaining());
				end = n < 0;
				bytes.position(bytes.position() + Math.max(n, 0)).flip();
				// A rest of a character at the very end shows that the file was cut, not
				// that it is in another encoding.
				CoderResult result = decoder.decode(bytes, chars.clear(), false);
				if (result.isError()) {
					return false;
				}
				bytes.compact();
			}
		}
		return true;
	}

}
