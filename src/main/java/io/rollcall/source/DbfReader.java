package io.rollcall.source;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.rollcall.source.RefusedException.Problem;
import io.rollcall.source.TableHandler.Notice;
import org.jspecify.annotations.Nullable;

/**
 * Reads dBASE and FoxPro tables. Our own reader, because the libraries at hand pass over
 * deleted records without their numbers, replace half characters silently and take a file
 * that ends too early for a whole one.
 */
final class DbfReader implements TableReader {

	private static final int BUFFER = 1 << 16;

	private static final String HALF_CHARACTER = String.valueOf(TextEncoding.LOST);

	private static final int DELETED = '*';

	private static final int END_OF_FILE = 0x1A;

	private static final String NO_DAY = "00000000";

	/** The longest rest of a character that a field width can leave behind. */
	private static final int LONGEST_REST = 3;

	@Override
	public void read(Path file, ReadOptions options, Output out) throws IOException {
		try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
			byte[] start = header(in);
			Charset charset = (options.encoding() != null) ? TextEncoding.chinese(options.encoding())
					: DbfEncoding.of(file, start, out.deadline());
			DbfHeader header = DbfHeader.parse(start, charset);
			out.startSheet("", header.fields().stream().map((field) -> Cell.ofText(field.name())).toList());
			DbfValues values = new DbfValues(header);
			records(in, header, values, charset, out);
			if (!values.unread().isEmpty()) {
				out.notice(Notice.Kind.FIELDS_NOT_READ, values.unread(), 0);
			}
			out.endSheet(header.records());
		}
	}

	/** The encoding in which a table's texts are read. */
	static Charset encoding(Path file, Deadline deadline) throws IOException {
		try (InputStream in = Files.newInputStream(file)) {
			return DbfEncoding.of(file, header(in), deadline);
		}
	}

	private static byte[] header(InputStream in) throws IOException {
		byte[] start = whole(in, DbfHeader.PART);
		int length = ByteBuffer.wrap(start).order(ByteOrder.LITTLE_ENDIAN).getShort(8) & 0xFFFF;
		byte[] rest = whole(in, Math.max(length - DbfHeader.PART, 0));
		byte[] header = new byte[start.length + rest.length];
		System.arraycopy(start, 0, header, 0, start.length);
		System.arraycopy(rest, 0, header, start.length, rest.length);
		return header;
	}

	private static byte[] whole(InputStream in, int length) throws IOException {
		byte[] bytes = in.readNBytes(length);
		if (bytes.length < length) {
			throw new Refusal(Problem.TRUNCATED);
		}
		return bytes;
	}

	private static void records(InputStream in, DbfHeader header, DbfValues values, Charset charset, Output out)
			throws IOException {
		long number = 0;
		long deleted = 0;
		for (int flag = in.read(); flag >= 0 && flag != END_OF_FILE; flag = in.read()) {
			// Some programs leave the flag of a record unset.
			boolean known = flag == ' ' || flag == DELETED || flag == 0 && number < header.records();
			if (!known && number < header.records()) {
				throw new Refusal(Problem.DAMAGED);
			}
			byte[] record = in.readNBytes(header.recordLength() - 1);
			boolean half = record.length < header.recordLength() - 1;
			if (!known || half && number >= header.records()) {
				// What fills up the last block of the disk belongs to nobody.
				break;
			}
			if (half) {
				if (flag != DELETED) {
					half(number + 1, record, header, values, charset, out);
				}
				break;
			}
			number++;
			if (flag == DELETED) {
				deleted++;
			}
			else {
				out.row(number, cells(record, header, values, charset));
			}
		}
		tell(out, header, number, deleted);
	}

	/** The record in which the file ends: what is there of it is told, not loaded. */
	private static void half(long number, byte[] record, DbfHeader header, DbfValues values, Charset charset,
			Output out) {
		byte[] filled = Arrays.copyOf(record, header.recordLength() - 1);
		int begun = 0;
		for (int at = 0; begun < header.fields().size() && at < record.length; begun++) {
			at += header.fields().get(begun).length();
		}
		List<Cell> cells = Cell.half(cells(filled, header, values, charset).subList(0, begun));
		if (!cells.isEmpty()) {
			out.row(number, cells);
		}
	}

	private static void tell(Output out, DbfHeader header, long number, long deleted) {
		if (deleted > 0) {
			out.notice(Notice.Kind.DELETED_RECORDS, "", deleted);
		}
		if (number < header.records()) {
			out.notice(Notice.Kind.FEWER_RECORDS_THAN_DECLARED, "", header.records() - number);
			out.notice(Notice.Kind.CUT_OFF, "", 0);
		}
		if (number > header.records()) {
			out.notice(Notice.Kind.MORE_RECORDS_THAN_DECLARED, "", number - header.records());
		}
	}

	private static List<Cell> cells(byte[] record, DbfHeader header, DbfValues values, Charset charset) {
		List<Cell> cells = new ArrayList<>(header.fields().size());
		values.record(record);
		int at = 0;
		for (int i = 0; i < header.fields().size(); i++) {
			DbfHeader.Field field = header.fields().get(i);
			if (values.isNull(i)) {
				cells.add(Cell.BLANK);
			}
			else if (values.isText(field)) {
				cells.add(text(record, at, at + values.used(record, at, i), field, charset));
			}
			else {
				cells.add(values.value(record, at, field));
			}
			at += field.length();
		}
		return cells;
	}

	private static Cell text(byte[] record, int at, int behind, DbfHeader.Field field, Charset charset) {
		int end = behind;
		while (end > at && (record[end - 1] == ' ' || record[end - 1] == 0)) {
			end--;
		}
		if (field.type() == 'C' || field.type() == 'V') {
			return text(record, at, end, charset);
		}
		String value = new String(record, at, end - at, StandardCharsets.ISO_8859_1).strip();
		// How programs write a truth value or a day that nobody has entered.
		boolean unset = field.type() == 'L' && value.equals("?") || field.type() == 'D' && value.equals(NO_DAY);
		return unset ? Cell.BLANK : Cell.ofText(value);
	}

	private static Cell text(byte[] record, int from, int to, Charset charset) {
		String whole = strict(record, from, to, charset);
		if (whole != null) {
			return Cell.ofText(whole);
		}
		for (int rest = 1; rest <= LONGEST_REST && to - rest >= from; rest++) {
			String cut = (record[to - rest] < 0 || rest > 1) ? strict(record, from, to - rest, charset) : null;
			if (cut != null) {
				// Where nothing is left, the mark of a lost character says that there
				// was.
				return new Cell(cut.isEmpty() ? HALF_CHARACTER : cut, Cell.Kind.TEXT_CUT);
			}
		}
		return new Cell(new String(record, from, to - from, charset), Cell.Kind.UNDECODABLE);
	}

	private static @Nullable String strict(byte[] record, int from, int to, Charset charset) {
		try {
			return charset.newDecoder()
				.onMalformedInput(CodingErrorAction.REPORT)
				.onUnmappableCharacter(CodingErrorAction.REPORT)
				.decode(ByteBuffer.wrap(record, from, to - from))
				.toString();
		}
		catch (CharacterCodingException ex) {
			return null;
		}
	}

}
