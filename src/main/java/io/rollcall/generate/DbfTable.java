package io.rollcall.generate;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** A dBASE III file of character fields in GB18030. */
final class DbfTable implements TableOutput {

	private static final Charset GB18030 = Charset.forName("GB18030");

	private static final int VERSION = 3;

	/** The date of the last change: 2020-09-15, counted from 1900. */
	private static final byte[] CHANGED = { 120, 9, 15 };

	private static final int FIELD_LENGTH = 32;

	private static final int COUNT_AT = 4;

	private final Path file;

	private final int[] widths;

	private final OutputStream out;

	private int records;

	DbfTable(Path file, Map<String, Integer> fields) throws IOException {
		this.file = file;
		this.widths = fields.values().stream().mapToInt(Integer::intValue).toArray();
		this.out = new BufferedOutputStream(Files.newOutputStream(file));
		this.out.write(header(fields));
	}

	private byte[] header(Map<String, Integer> fields) {
		int length = FIELD_LENGTH * (fields.size() + 1) + 1;
		ByteBuffer header = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
		header.put((byte) VERSION).put(CHANGED).putInt(0).putShort((short) length);
		header.putShort((short) (1 + Arrays.stream(this.widths).sum()));
		int at = FIELD_LENGTH;
		for (Map.Entry<String, Integer> field : fields.entrySet()) {
			header.position(at);
			header.put(field.getKey().getBytes(StandardCharsets.US_ASCII));
			header.put(at + 11, (byte) 'C').put(at + 16, field.getValue().byteValue());
			at += FIELD_LENGTH;
		}
		return header.put(at, (byte) 0x0D).array();
	}

	@Override
	public void row(List<Entry> cells) throws IOException {
		this.out.write(' ');
		for (int i = 0; i < this.widths.length; i++) {
			byte[] bytes = cells.get(i).text().getBytes(GB18030);
			if (bytes.length > this.widths[i]) {
				throw new IllegalStateException("a value is longer than field " + i + " of " + this.file);
			}
			byte[] padded = Arrays.copyOf(bytes, this.widths[i]);
			Arrays.fill(padded, bytes.length, padded.length, (byte) ' ');
			this.out.write(padded);
		}
		this.records++;
	}

	/** A record that was deleted and not yet packed away. */
	void deleted() throws IOException {
		byte[] record = new byte[1 + Arrays.stream(this.widths).sum()];
		Arrays.fill(record, (byte) ' ');
		record[0] = '*';
		this.out.write(record);
		this.records++;
	}

	@Override
	public void close() throws IOException {
		this.out.write(0x1A);
		this.out.close();
		// The number of records stands in the header and is known only now.
		try (RandomAccessFile header = new RandomAccessFile(this.file.toFile(), "rw")) {
			header.seek(COUNT_AT);
			header.writeInt(Integer.reverseBytes(this.records));
		}
	}

}
