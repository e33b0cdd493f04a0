package io.rollcall.source;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.rollcall.source.RefusedException.Problem;

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

	private static final int SMALLEST = 2 * PART + 1;

	/**
	 * One field.
	 *
	 * @param name its name
	 * @param type its type letter
	 * @param length its width in bytes
	 */
	record Field(String name, char type, int length) {
	}

	/** Whether the first bytes of a file are such a header. */
	static boolean looksLike(byte[] head, long size) {
		if (head.length < PART || !VERSIONS.contains(head[0] & 0xFF)) {
			return false;
		}
		int month = head[2] & 0xFF;
		int day = head[3] & 0xFF;
		int length = number(head).getShort(8) & 0xFFFF;
		int recordLength = number(head).getShort(10) & 0xFFFF;
		boolean sane = month <= 12 && day <= 31 && length >= SMALLEST && recordLength > 1;
		return sane && (head.length < PART + NAME + 1 || TYPES.indexOf(head[PART + NAME]) >= 0);
	}

	static DbfHeader parse(byte[] header, Charset charset) {
		ByteBuffer numbers = number(header);
		int length = numbers.getShort(8) & 0xFFFF;
		int recordLength = numbers.getShort(10) & 0xFFFF;
		List<Field> fields = new ArrayList<>();
		int sum = 1;
		for (int at = PART; at + PART <= length && (header[at] & 0xFF) != END; at += PART) {
			Field field = field(header, at, charset);
			fields.add(field);
			sum += field.length();
		}
		if (fields.isEmpty() || sum > recordLength
				|| fields.stream().anyMatch((field) -> TYPES.indexOf(field.type()) < 0)) {
			throw new Refusal(Problem.DAMAGED);
		}
		return new DbfHeader(numbers.getInt(4) & 0xFFFFFFFFL, length, recordLength, List.copyOf(fields));
	}

	private static Field field(byte[] header, int at, Charset charset) {
		int end = at;
		while (end < at + NAME && header[end] != 0) {
			end++;
		}
		char type = (char) (header[at + NAME] & 0xFF);
		int length = header[at + 16] & 0xFF;
		if (type == 'C') {
			// Clipper and FoxPro keep the high byte of a long text in the place of
			// decimals.
			length |= (header[at + 17] & 0xFF) << 8;
		}
		return new Field(new String(header, at, end - at, charset).strip(), type, length);
	}

	private static ByteBuffer number(byte[] bytes) {
		return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
	}

}
