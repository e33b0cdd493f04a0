package io.rollcall.source;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;

import org.jspecify.annotations.Nullable;

/** Spreadsheet numbers and dates as text. */
final class Numbers {

	/** Whole numbers up to here are exact in a double and need no decimal arithmetic. */
	private static final double EXACT = 1e15;

	/**
	 * Serial after 9999-12-31 in the 1900 system; Excel shows nothing later as a date.
	 */
	private static final double END_SERIAL = 2_958_466;

	/** Days between the two systems' serials of one day. */
	private static final int EPOCH_GAP = 1_462;

	/** Serial that the 1900 system gives to a 29 February 1900, which never was. */
	private static final int NO_SUCH_DAY = 60;

	private static final int SECONDS_A_DAY = 86_400;

	/** {@code yyyy-MM-dd}. */
	private static final int DATE_LENGTH = 10;

	/** {@code yyyy-MM-ddTHH:mm:ss}. */
	private static final int MOMENT_LENGTH = 19;

	private static final ZoneId SCHOOL_ZONE = ZoneId.of("Asia/Shanghai");

	private Numbers() {
	}

	/**
	 * The cell of a stored number.
	 * @param value the number
	 * @param asDate whether the cell's format shows it as a date
	 * @param epoch1904 whether the workbook counts days from 1904
	 * @return a number or date cell; broken for infinities and the like
	 */
	static Cell cell(double value, boolean asDate, boolean epoch1904) {
		if (!Double.isFinite(value)) {
			return RowBuffer.BROKEN;
		}
		String date = asDate ? date(value, epoch1904) : null;
		return (date != null) ? new Cell(date, Cell.Kind.DATE) : new Cell(plain(value), Cell.Kind.NUMBER);
	}

	/**
	 * The shortest plain decimal that means the same double. Does not use
	 * {@link Double#toString} because its digits differ between Java versions.
	 * @param value a finite number
	 * @return digits without exponent, such as {@code 20010203} or {@code 2.5}
	 */
	static String plain(double value) {
		if (Math.abs(value) < EXACT && value == Math.rint(value)) {
			return Long.toString((long) value);
		}
		BigDecimal exact = new BigDecimal(value);
		BigDecimal shortest = exact;
		for (int digits = 17; digits >= 15; digits--) {
			BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
			if (rounded.doubleValue() == value) {
				shortest = rounded;
			}
		}
		return shortest.stripTrailingZeros().toPlainString();
	}

	/**
	 * The day and time of a date serial.
	 * @param serial days since the epoch, with the time of day as fraction
	 * @param epoch1904 whether serial 0 is 1904-01-01
	 * @return ISO text, or null where the serial is no date
	 */
	static @Nullable String date(double serial, boolean epoch1904) {
		double first = epoch1904 ? 0 : 1;
		double end = epoch1904 ? END_SERIAL - EPOCH_GAP : END_SERIAL;
		if (!(serial >= first && serial < end)) {
			return null;
		}
		long days = (long) Math.floor(serial);
		long seconds = Math.round((serial - days) * SECONDS_A_DAY);
		if (!epoch1904 && days == NO_SUCH_DAY) {
			return null;
		}
		return iso(epoch(days, epoch1904).plusDays(days).atStartOfDay().plusSeconds(seconds));
	}

	/**
	 * A date as XML formats store it. A moment with an offset is the day that it was at
	 * the school.
	 * @param value the stored text
	 * @return a date cell, or the text where it is no date
	 */
	static Cell isoDate(String value) {
		try {
			if (value.length() >= MOMENT_LENGTH) {
				return new Cell(iso(moment(value.replace(' ', 'T'))), Cell.Kind.DATE);
			}
			if (value.length() >= DATE_LENGTH) {
				TemporalAccessor day = DateTimeFormatter.ISO_DATE.parse(value);
				return new Cell(LocalDate.from(day).toString(), Cell.Kind.DATE);
			}
			return Cell.ofText(value);
		}
		catch (DateTimeException ex) {
			return Cell.ofText(value);
		}
	}

	private static LocalDateTime moment(String value) {
		TemporalAccessor moment = DateTimeFormatter.ISO_DATE_TIME.parse(value);
		return moment.isSupported(ChronoField.OFFSET_SECONDS)
				? OffsetDateTime.from(moment).atZoneSameInstant(SCHOOL_ZONE).toLocalDateTime()
				: LocalDateTime.from(moment);
	}

	/** ISO text of a moment, without the time when it is midnight. */
	static String iso(LocalDateTime moment) {
		LocalDate day = moment.toLocalDate();
		if (moment.toLocalTime().toSecondOfDay() == 0) {
			return day.toString();
		}
		return day + "T" + moment.toLocalTime().withNano(0).format(DateTimeFormatter.ISO_LOCAL_TIME);
	}

	/** The 1900 system counts a day too many from 1 March 1900 on. */
	private static LocalDate epoch(long days, boolean epoch1904) {
		if (epoch1904) {
			return LocalDate.of(1904, 1, 1);
		}
		return (days < NO_SUCH_DAY) ? LocalDate.of(1899, 12, 31) : LocalDate.of(1899, 12, 30);
	}

}
