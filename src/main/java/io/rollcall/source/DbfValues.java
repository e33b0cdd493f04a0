package io.rollcall.source;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.time.temporal.JulianFields;
import java.util.BitSet;
import java.util.stream.Collectors;

/**
 * The fields of DBF records that are no text: binary numbers, moments and the bits that
 * tell which fields hold nothing (Visual FoxPro, "Table File Structure"). What cannot be
 * read is named, so that no column is blank without a word.
 */
final class DbfValues {

	private static final String MOMENT = "T@";

	private static final String TEXT = "CVNFDL";

	/** Decimals of a currency. */
	private static final int CURRENCY_SCALE = 4;

	private static final long SECOND = 1_000;

	private static final int MILLIS_A_DAY = 86_400_000;

	/** Julian days of the years 1 and 10000. */
	private static final int FIRST_DAY = 1_721_426;

	private static final int END_DAY = 5_373_485;

	private final DbfHeader header;

	private final BitSet nulls = new BitSet();

	private final int[] nullBits;

	private final int[] lengthBits;

	private int flagsAt = -1;

	private int flagsLength;

	DbfValues(DbfHeader header) {
		this.header = header;
		this.nullBits = new int[header.fields().size()];
		this.lengthBits = new int[header.fields().size()];
		int bits = 0;
		int at = 0;
		for (int i = 0; i < header.fields().size(); i++) {
			DbfHeader.Field field = header.fields().get(i);
			boolean varies = field.type() == 'V' || field.type() == 'Q';
			this.lengthBits[i] = varies ? bits++ : -1;
			this.nullBits[i] = field.nullable() ? bits++ : -1;
			if (field.type() == '0') {
				this.flagsAt = at;
				this.flagsLength = field.length();
			}
			at += field.length();
		}
	}

	/** The fields that cannot be read, each with its type; empty when there are none. */
	String unread() {
		return this.header.fields()
			.stream()
			.filter((field) -> field.type() != '0' && !isText(field) && !isBinary(field))
			.map((field) -> field.name() + ":" + field.type())
			.collect(Collectors.joining(", "));
	}

	/** Whether a field holds characters, which the caller decodes. */
	boolean isText(DbfHeader.Field field) {
		return TEXT.indexOf(field.type()) >= 0;
	}

	/** Takes a record's own word on which of its fields hold nothing. */
	void record(byte[] record) {
		if (this.flagsAt >= 0) {
			this.nulls.clear();
			this.nulls.or(BitSet.valueOf(ByteBuffer.wrap(record, this.flagsAt, this.flagsLength)));
		}
	}

	/** Whether the record says that a field holds nothing. */
	boolean isNull(int index) {
		return this.flagsAt >= 0 && this.nullBits[index] >= 0 && this.nulls.get(this.nullBits[index]);
	}

	/** The bytes of a field that are in use: one of varying length may say how many. */
	int used(byte[] record, int at, int index) {
		int length = this.header.fields().get(index).length();
		if (this.flagsAt < 0 || this.lengthBits[index] < 0 || !this.nulls.get(this.lengthBits[index])) {
			return length;
		}
		return Math.min(record[at + length - 1] & 0xFF, length - 1);
	}

	/** The value of a field that is no text; blank where it cannot be read. */
	Cell value(byte[] record, int at, DbfHeader.Field field) {
		if (!isBinary(field)) {
			return Cell.BLANK;
		}
		ByteBuffer bytes = ByteBuffer.wrap(record, at, field.length()).slice().order(ByteOrder.LITTLE_ENDIAN);
		return switch (field.type()) {
			case 'I' -> Cell.ofText(Integer.toString(bytes.getInt(0)));
			case '+' -> Cell.ofText(Integer.toString(counter(bytes)));
			case 'Y' -> currency(bytes.getLong(0));
			case 'B' -> Numbers.cell(bytes.getDouble(0), false, false);
			default -> moment(bytes);
		};
	}

	private boolean isBinary(DbfHeader.Field field) {
		return switch (field.type()) {
			case 'I', '+' -> field.length() == Integer.BYTES;
			case 'Y' -> field.length() == Long.BYTES;
			// A double in FoxPro; in dBASE the number of a memo, as text of ten
			// characters.
			case 'B' -> field.length() == Double.BYTES;
			default -> MOMENT.indexOf(field.type()) >= 0 && field.length() == Long.BYTES;
		};
	}

	/** Counters are written in either order of bytes, and are small. */
	private static int counter(ByteBuffer bytes) {
		int little = bytes.getInt(0);
		int big = Integer.reverseBytes(little) & Integer.MAX_VALUE;
		return (little >= 0 && little <= big) ? little : big;
	}

	private static Cell currency(long units) {
		BigDecimal amount = BigDecimal.valueOf(units, CURRENCY_SCALE);
		return Cell.ofText((units == 0) ? "0" : amount.stripTrailingZeros().toPlainString());
	}

	/** A Julian day and milliseconds, nothing but zeros for none. */
	private static Cell moment(ByteBuffer bytes) {
		int day = bytes.getInt(0);
		int millis = bytes.getInt(Integer.BYTES);
		if (day == 0 && millis == 0 || isSpaces(bytes)) {
			return Cell.BLANK;
		}
		if (day < FIRST_DAY || day >= END_DAY || millis < 0 || millis > MILLIS_A_DAY) {
			return RowBuffer.BROKEN;
		}
		LocalDate date = LocalDate.MIN.with(JulianFields.JULIAN_DAY, day);
		// FoxPro's own arithmetic leaves a millisecond too little now and then.
		long seconds = (millis + SECOND / 2) / SECOND;
		return new Cell(Numbers.iso(date.atStartOfDay().plusSeconds(seconds)), Cell.Kind.DATE);
	}

	private static boolean isSpaces(ByteBuffer bytes) {
		for (int i = 0; i < bytes.limit(); i++) {
			if (bytes.get(i) != ' ') {
				return false;
			}
		}
		return true;
	}

}
