package io.rollcall.identity;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;

/**
 * Names that were read in a wrong encoding by whoever exported them. The bytes behind the
 * characters tell: 寮犱笁 in GBK is 张三 in UTF-8, å¼\u00A0ä¸‰ in Latin letters the same.
 */
public final class Mojibake {

	private static final Charset GB18030 = Charset.forName("GB18030");

	private static final Charset WINDOWS = Charset.forName("windows-1252");

	/** What GBK makes of marks of lost characters in UTF-8. */
	private static final String LOST_TWICE = "锟斤拷";

	private static final int LAST_BYTE = 0xFF;

	private static final int EURO = 0x80;

	private static final int LAST_ASCII = 0x7F;

	/** Two hanzi at least; shorter texts may be so by chance. */
	private static final int SHORTEST_TWICE = 4;

	/**
	 * The bytes that Western programs have no character for all continue one of UTF-8.
	 */
	private static final int UNASSIGNED = 0x81;

	private Mojibake() {
	}

	/**
	 * Whether a name is certainly none, but the wrong characters for its bytes, or marks
	 * for characters that are lost.
	 * @param name a name as it stands in a file
	 * @return true for mojibake; false for a name with a single lost character
	 */
	public static boolean is(String name) {
		String text = name.strip();
		if (text.length() < 2) {
			return false;
		}
		return text.contains(LOST_TWICE) || isLost(text) || isOfLatin(text)
				|| isHanzi(bytesOfGbk(text), StandardCharsets.UTF_8) || isWrongTwice(text);
	}

	private static boolean isOfLatin(String text) {
		return isHanzi(bytesOfLatin(text), StandardCharsets.UTF_8) || isHanzi(bytesOfLatin(text), GB18030);
	}

	/** Latin letters for hanzi that were read in the wrong encoding once more. */
	private static boolean isWrongTwice(String text) {
		if (text.length() < SHORTEST_TWICE) {
			return false;
		}
		String once = new String(bytesOfGbk(text), StandardCharsets.UTF_8);
		return once.length() >= SHORTEST_TWICE && once.chars().allMatch((c) -> c > LAST_ASCII && c <= LAST_BYTE)
				&& isOfLatin(once);
	}

	/** Nothing but marks, or at least half of it and one for certain. */
	private static boolean isLost(String text) {
		int marks = 0;
		boolean replaced = false;
		for (int i = 0; i < text.length(); i++) {
			marks += CodePoints.isMissingGlyph(text.charAt(i)) ? 1 : 0;
			replaced |= text.charAt(i) == CodePoints.REPLACEMENT;
		}
		return marks == text.length() || replaced && marks * 2 >= text.length();
	}

	/** The bytes that a program for Western texts showed as these characters. */
	private static byte[] bytesOfLatin(String text) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c <= LAST_BYTE) {
				bytes.write(c);
			}
			else if (c == CodePoints.REPLACEMENT) {
				bytes.write(UNASSIGNED);
			}
			else if (WINDOWS.newEncoder().canEncode(c)) {
				bytes.writeBytes(String.valueOf(c).getBytes(WINDOWS));
			}
			else {
				return new byte[0];
			}
		}
		return bytes.toByteArray();
	}

	/**
	 * The bytes that a Chinese program showed as these characters, as far as it could.
	 */
	private static byte[] bytesOfGbk(String text) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c == '€') {
				bytes.write(EURO);
			}
			else if (!CodePoints.isMissingGlyph(c)) {
				bytes.writeBytes(String.valueOf(c).getBytes(GB18030));
			}
			else if (i < text.length() - 1) {
				return new byte[0];
			}
		}
		return bytes.toByteArray();
	}

	/** Whether bytes are hanzi and nothing else; the last one may be cut. */
	private static boolean isHanzi(byte[] bytes, Charset charset) {
		if (bytes.length < 2) {
			return false;
		}
		CharsetDecoder decoder = charset.newDecoder();
		CharBuffer chars = CharBuffer.allocate(bytes.length);
		CoderResult result = decoder.decode(ByteBuffer.wrap(bytes), chars, false);
		String text = chars.flip().toString();
		return !result.isError() && !text.isEmpty()
				&& text.codePoints().allMatch((c) -> CodePoints.isHanzi(c) || c == CodePoints.MIDDLE_DOT);
	}

}
