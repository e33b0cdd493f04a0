package io.rollcall.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.rollcall.source.RefusedException.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The header of a dBASE or FoxPro table.
 *
 * @param records the number of records it declares
 * @param length its own length in bytes
 * @param recordLength the length of a record in bytes, the deletion flag included
 * @param fields the fields
 */
record DbfHeader(long records, int length, int recordLength, List<Field> fields) {

	/** The bytes before the first field, and of each field. */
	static final int PART = 32;

	private static final Set<Integer> VERSIONS = Set.of(0x02, 0x03, 0x04, 0x05, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83,
			0x8B, 0x8E, 0xCB, 0xE5, 0xF5, 0xFB);

	private static final String TYPES = "CNFDLMGBPIYTVQWO+@0";

	private static final int END = 0x0D;

	private static final int NAME = 11;

	private static final int WIDTH = 16;

	private static final int FLAGS = 18;

	private static final int NULLABLE = 2;

	private static final Set<Integer> FOXPRO = Set.of(0x30, 0x31, 0x32);

	private static final int SMALLEST = 2 * PART + 1;

	/**
	 * Where the first field of dBASE 7 stands, and in it the type behind a longer name.
	 */
	private static final int DBASE_7 = 68;

	private static final int DBASE_7_TYPE = 32;

	/** Where the first field of dBASE II stands, half as long as later ones. */
	private static final int DBASE_2 = 8;

	/**
	 * One field.
	 *
	 * @param name its name
	 * @param type its type letter
	 * @param length its width in bytes
	 * @param nullable whether a record may say that it holds nothing
	 */
	record Field(String name, char type, int length, boolean nullable) {
	}

	/**
	 * Whether the first bytes of a file are such a header: by its version and date, or
	 * where a program left those unset by fields that fill the record exactly.
	 */
	static boolean looksLike(byte[] head) {
		if (head.length < PART) {
			return false;
		}
		int length = number(head).getShort(8) & 0xFFFF;
		int recordLength = number(head).getShort(10) & 0xFFFF;
		boolean sane = isDated(head) && length >= SMALLEST && recordLength > 1;
		if (sane && VERSIONS.contains(head[0] & 0xFF)) {
			return head.length < PART + NAME + 1 || isType(type(head, PART));
		}
		return length >= SMALLEST && head.length >= length && isConsistent(head, length, recordLength);
	}

	private static boolean isConsistent(byte[] head, int length, int recordLength) {
		int end = end(head, length);
		boolean known = true;
		for (int at = PART; at < end; at += PART) {
			known &= isType(type(head, at)) && head[at] > ' ';
		}
		return known && end > PART && end < length && widths(head, end, recordLength) != null;
	}

	/**
	 * Tells an older or newer table whose header is laid out in another way.
	 * @param head the first bytes of the file
	 * @return what it is, or empty
	 */
	static Optional<String> otherLayout(byte[] head) {
		if (head.length > DBASE_7 + DBASE_7_TYPE && (head[0] & 7) == 4 && isDated(head) && !isType(type(head, PART))
				&& isType((char) (head[DBASE_7 + DBASE_7_TYPE] & 0xFF)) && (head[PART] == 0 || head[PART] > ' ')) {
			return Optional.of("dBASE 7 (.dbf)");
		}
		boolean second = head.length > DBASE_2 + PART && head[0] == 2 && head[3] <= 12 && head[4] <= 31
				&& head[DBASE_2] > ' ' && "CNL".indexOf(head[DBASE_2 + NAME]) >= 0
				&& "CNL".indexOf(head[DBASE_2 + PART / 2 + NAME]) >= 0;
		return second ? Optional.of("dBASE II (.dbf)") : Optional.empty();
	}

	/**
	 * Whether month and day of the last change could be some: no text has such characters
	 * there, whatever its first one is.
	 */
	private static boolean isDated(byte[] head) {
		return (head[2] & 0xFF) <= 12 && (head[3] & 0xFF) <= 31;
	}

	static DbfHeader parse(byte[] header, Charset charset) {
		ByteBuffer numbers = number(header);
		int length = numbers.getShort(8) & 0xFFFF;
		int recordLength = numbers.getShort(10) & 0xFFFF;
		int end = end(header, length);
		int[] widths = widths(header, end, recordLength);
		if (widths == null || widths.length == 0) {
			throw new Refusal(Problem.DAMAGED);
		}
		List<Field> fields = new ArrayList<>();
		for (int at = PART; at < end; at += PART) {
			fields.add(field(header, at, widths[fields.size()], charset));
		}
		if (fields.stream().anyMatch((field) -> !isType(field.type()))) {
			throw new Refusal(Problem.DAMAGED);
		}
		return new DbfHeader(numbers.getInt(4) & 0xFFFFFFFFL, length, recordLength, List.copyOf(fields));
	}

	/** The place behind the last field. */
	private static int end(byte[] header, int length) {
		int at = PART;
		while (at + PART <= length && (header[at] & 0xFF) != END) {
			at += PART;
		}
		return at;
	}

	/**
	 * The widths of the fields. Clipper and FoxPro keep the high byte of a long text in
	 * the place of decimals, which other programs leave as it was: the widths that fill
	 * the record are right.
	 * @return the widths, or null when neither fit
	 */
	private static int @Nullable [] widths(byte[] header, int end, int recordLength) {
		int[] wide = new int[(end - PART) / PART];
		int[] narrow = new int[wide.length];
		int wideSum = 1;
		int narrowSum = 1;
		for (int i = 0; i < wide.length; i++) {
			int at = PART + i * PART;
			narrow[i] = header[at + WIDTH] & 0xFF;
			wide[i] = narrow[i] | ((type(header, at) == 'C') ? (header[at + WIDTH + 1] & 0xFF) << 8 : 0);
			wideSum += wide[i];
			narrowSum += narrow[i];
		}
		if (wideSum == recordLength || (wideSum < recordLength && narrowSum != recordLength)) {
			return wide;
		}
		return (narrowSum <= recordLength) ? narrow : null;
	}

	private static Field field(byte[] header, int at, int width, Charset charset) {
		int end = at;
		while (end < at + NAME && header[end] != 0) {
			end++;
		}
		// Only FoxPro gives a meaning to the byte of flags, and says so by its version.
		boolean nullable = FOXPRO.contains(header[0] & 0xFF) && (header[at + FLAGS] & NULLABLE) != 0;
		return new Field(new String(header, at, end - at, charset).strip(), type(header, at), width, nullable);
	}

	/** The type of a field, a letter that some programs write small. */
	private static char type(byte[] header, int at) {
		return Character.toUpperCase((char) (header[at + NAME] & 0xFF));
	}

	private static boolean isType(char type) {
		return TYPES.indexOf(type) >= 0;
	}

	private static ByteBuffer number(byte[] bytes) {
		return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
	}

}
