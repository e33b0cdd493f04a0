package io.rollcall.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** XML in the making, as the bytes that stand in the file. */
final class XmlBytes {

	private static final byte[] HEX = { '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e',
			'f' };

	/** Stands for what XML cannot hold. */
	private static final char UNKNOWN = '?';

	/** The most bytes that one UTF-16 unit becomes: {@code &quot;} has six. */
	private static final int LONGEST = 6;

	private byte[] bytes = new byte[1 << 13];

	private int length;

	/** Markup that is written often, as its bytes. */
	static byte[] ascii(String markup) {
		return markup.getBytes(StandardCharsets.US_ASCII);
	}

	int length() {
		return this.length;
	}

	/** Appends markup, which is ASCII. */
	XmlBytes markup(String ascii) {
		int count = ascii.length();
		reserve(count);
		for (int i = 0; i < count; i++) {
			this.bytes[this.length++] = (byte) ascii.charAt(i);
		}
		return this;
	}

	XmlBytes markup(byte[] ascii) {
		reserve(ascii.length);
		System.arraycopy(ascii, 0, this.bytes, this.length, ascii.length);
		this.length += ascii.length;
		return this;
	}

	XmlBytes append(XmlBytes more) {
		reserve(more.length);
		System.arraycopy(more.bytes, 0, this.bytes, this.length, more.length);
		this.length += more.length;
		return this;
	}

	/**
	 * Appends a text as it stands between tags or quotes: escaped, in UTF-8. What XML
	 * cannot hold becomes a question mark.
	 */
	XmlBytes text(String text) {
		int count = text.length();
		reserve(count * LONGEST);
		for (int i = 0; i < count; i++) {
			char c = text.charAt(i);
			if (c >= 0x20 && c < 0x80) {
				plain(c);
			}
			else if (c >= 0x80 && c < 0x800) {
				put(0xC0 | c >> 6, 0x80 | c & 0x3F);
			}
			else if (Character.isHighSurrogate(c) && i + 1 < count && Character.isLowSurrogate(text.charAt(i + 1))) {
				int point = Character.toCodePoint(c, text.charAt(++i));
				put(0xF0 | point >> 18, 0x80 | point >> 12 & 0x3F);
				put(0x80 | point >> 6 & 0x3F, 0x80 | point & 0x3F);
			}
			else if (c < 0x20) {
				control(c);
			}
			else {
				wide(Character.isSurrogate(c) || c >= 0xFFFE ? UNKNOWN : c);
			}
		}
		return this;
	}

	private void plain(char c) {
		switch (c) {
			case '<' -> markup("&lt;");
			case '>' -> markup("&gt;");
			case '&' -> markup("&amp;");
			case '"' -> markup("&quot;");
			default -> this.bytes[this.length++] = (byte) c;
		}
	}

	private void control(char c) {
		if (c == '\n' || c == '\r' || c == '\t') {
			markup("&#x");
			this.bytes[this.length++] = HEX[c];
			this.bytes[this.length++] = ';';
		}
		else {
			this.bytes[this.length++] = UNKNOWN;
		}
	}

	private void wide(char c) {
		if (c < 0x80) {
			this.bytes[this.length++] = (byte) c;
			return;
		}
		this.bytes[this.length++] = (byte) (0xE0 | c >> 12);
		put(0x80 | c >> 6 & 0x3F, 0x80 | c & 0x3F);
	}

	private void put(int first, int second) {
		this.bytes[this.length++] = (byte) first;
		this.bytes[this.length++] = (byte) second;
	}

	void clear() {
		this.length = 0;
	}

	void writeTo(OutputStream out) throws IOException {
		out.write(this.bytes, 0, this.length);
	}

	private void reserve(int more) {
		if (this.bytes.length - this.length < more) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(this.bytes.length * 2, this.length + more));
		}
	}

}
