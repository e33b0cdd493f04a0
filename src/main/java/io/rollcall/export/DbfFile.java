package io.rollcall.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.rollcall.files.DurableFile;

/**
 * Writes a dBASE III table of character fields, the format of the platform's uploads. All
 * records are in memory: corrections are few.
 */
public final class DbfFile {

	private static final int VERSION = 3;

	private static final int FIELD_LENGTH = 32;

	private static final int YEAR_ZERO = 1900;

	private DbfFile() {
	}

	/**
	 * Writes a table.
	 * @param widths the fields in order, with their widths in bytes
	 * @param rows the values by field
	 * @throws IllegalArgumentException when a value is longer than its field
	 */
	public static void write(Path target, Charset charset, LocalDate date, Map<String, Integer> widths,
			List<Map<String, String>> rows) throws IOException {
		ByteArrayOutputStream records = new ByteArrayOutputStream();
		for (Map<String, String> row : rows) {
			records.write(' ');
			widths
				.forEach((field, width) -> records.writeBytes(padded(row.get(field).getBytes(charset), width, field)));
		}
		records.write(0x1A);
		DurableFile.write(target, (OutputStream out) -> {
			out.write(header(date, widths, rows.size()));
			records.writeTo(out);
		});
	}

	private static byte[] padded(byte[] value, int width, String field) {
		if (value.length > width) {
			throw new IllegalArgumentException("a value is longer than field " + field);
		}
		byte[] bytes = Arrays.copyOf(value, width);
		Arrays.fill(bytes, value.length, width, (byte) ' ');
		return bytes;
	}

	private static byte[] header(LocalDate date, Map<String, Integer> widths, int records) {
		int length = FIELD_LENGTH * (widths.size() + 1) + 1;
		ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
		header.put((byte) VERSION)
			.put((byte) (date.getYear() - YEAR_ZERO))
			.put((byte) date.getMonthValue())
			.put((byte) date.getDayOfMonth());
		header.putInt(records).putShort((short) length);
		header.putShort((short) (1 + widths.values().stream().mapToInt(Integer::intValue).sum()));
		int at = FIELD_LENGTH;
		for (Map.Entry<String, Integer> field : widths.entrySet()) {
			header.position(at);
			header.put(field.getKey().getBytes(StandardCharsets.US_ASCII));
			header.put(at + 11, (byte) 'C').put(at + 16, field.getValue().byteValue());
			at += FIELD_LENGTH;
		}
		return header.put(at, (byte) 0x0D).array();
	}

}
