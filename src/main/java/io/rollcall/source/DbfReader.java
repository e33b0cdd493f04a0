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

/**
 * Reads dBASE and FoxPro tables. Our own reader, because the libraries at hand pass over
 * deleted records without their numbers, replace half characters silently and take a file
 * that ends too early for a whole one.
 */
final class DbfReader implements TableReader {

	private static final int BUFFER = 1 << 16;

	private static final int DELETED = '*';

	private static final int END_OF_FILE = 0x1A;

	private static final String MEMO_TYPES = "MGPBVQWO";

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
			records(in, header, charset, out);
			if (header.fields().stream().anyMatch((field) -> MEMO_TYPES.indexOf(field.type()) >= 0)) {
				out.notice(Notice.Kind.MEMO_IGNORED, "", 0);
			}
			out.endSheet(header.records());
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

	private static void records(InputStream in, DbfHeader header, Charset charset, Output out) throws IOException {
		long number = 0;
		long deleted = 0;
		for (int flag = in.read(); flag >= 0 && flag != END_OF_FILE; flag = in.read()) {
			boolean known = flag == ' ' || flag == DELETED;
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
				half(number + 1, flag, record, header, charset, out);
				break;
			}
			number++;
			if (flag == DELETED) {
				deleted++;
			}
			else {
				out.row(number, cells(record, header, charset));
			}
		}
		tell(out, header, number, deleted);
	}

	/** The record in which the file ends: what is there of it is told, not loaded. */
	private static void half(long number, int flag, byte[] record, DbfHeader header, Charset charset, Output out) {
		byte[] filled = Arrays.copyOf(record, header.recordLength() - 1);
		Arrays.fill(filled, record.length, filled.length, (byte) ' ');
		int begun = 0;
		for (int at = 0; begun < header.fields().size() && at < record.length; begun++) {
			at += header.fields().get(begun).length();
		}
		List<Cell> cells = (flag == DELETED) ? List.of() : Cell.half(cells(filled, header, charset).subList(0, begun));
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

	private static List<Cell> cells(byte[] record, DbfHeader header, Charset charset) {
		List<Cell> cells = new ArrayList<>(header.fields().size());
		int at = 0;
		for (DbfHeader.Field field : header.fields()) {
			cells.add(cell(record, at, field, charset));
			at += field.length();
		}
		return cells;
	}

	private static Cell cell(byte[] record, int at, DbfHeader.Field field, Charset charset) {
		if (MEMO_TYPES.indexOf(field.type()) >= 0 || "YT@0".indexOf(field.type()) >= 0) {
			return Cell.BLANK;
		}
		if ((field.type() == 'I' || field.type() == '+') && field.length() == Integer.BYTES) {
			int value = ByteBuffer.wrap(record, at, Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).getInt();
			return Cell.ofText(Integer.toString(value));
		}
		int end = at + field.length();
		while (end > at && (record[end - 1] == ' ' || record[end - 1] == 0)) {
			end--;
		}
		if (field.type() == 'C') {
			return text(record, at, end, charset);
		}
		return Cell.ofText(new String(record, at, end - at, StandardCharsets.ISO_8859_1).strip());
	}

	private static Cell text(byte[] record, int from, int to, Charset charset) {
		String whole = strict(record, from, to, charset);
		if (whole != null) {
			return Cell.ofText(whole);
		}
		for (int rest = 1; rest <= LONGEST_REST && to - rest >= from; rest++) {
			String cut = (record[to - rest] < 0 || rest > 1) ? strict(record, from, to - rest, charset) : null;
			if (cut != null) {
				return new Cell(cut, Cell.Kind.TEXT_CUT);
			}
		}
		return new Cell(new String(record, from, to - from, charset), Cell.Kind.UNDECODABLE);
	}

	private static String strict(byte[] record, int from, int to, Charset charset) {
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
