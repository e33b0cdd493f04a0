package io.rollcall.source;

import java.time.Duration;
import java.util.Objects;

/**
 * How much of a file is read before it is refused. The defaults let every real delivery
 * pass (a million students with twenty columns are about 200 MB of CSV or 1.2 GB of sheet
 * XML) and stop what was made to exhaust the machine.
 *
 * @param fileBytes size of the file on the disk
 * @param inflatedBytes size of all parts of a packed file after inflation, together
 * @param inflateRatio inflated size divided by packed size; judged only above
 * {@link #RATIO_FLOOR_BYTES}
 * @param rows rows of all sheets together, blank ones included
 * @param columns columns of a row up to its last non-blank cell
 * @param cellLength characters of one cell
 * @param time time spent on reading one file, without the time spent in the handler
 */
public record Limits(long fileBytes, long inflatedBytes, int inflateRatio, long rows, int columns, int cellLength,
		Duration time) {

	/** One gibibyte. */
	public static final long FILE_BYTES = 1L << 30;

	/** Four gibibytes. */
	public static final long INFLATED_BYTES = 4L << 30;

	/** Real sheets shrink to a tenth to a fiftieth, a bomb to a thousandth. */
	public static final int INFLATE_RATIO = 200;

	/** Five full Excel sheets. */
	public static final long ROWS = 5L * 1_048_576;

	/** As many as an Excel sheet has. */
	public static final int COLUMNS = 16_384;

	/** As many as an Excel cell holds. */
	public static final int CELL_LENGTH = 32_767;

	/** Ten minutes: a hundred times what a million rows need. */
	public static final Duration TIME = Duration.ofMinutes(10);

	/** What everybody uses unless told otherwise. */
	public static final Limits DEFAULT = new Limits(FILE_BYTES, INFLATED_BYTES, INFLATE_RATIO, ROWS, COLUMNS,
			CELL_LENGTH, TIME);

	/**
	 * Below this inflated size the ratio is not judged: a small sheet of equal rows packs
	 * very well and harms nobody.
	 */
	static final long RATIO_FLOOR_BYTES = 64L << 20;

	/** Parts of a packed file; a workbook with a thousand sheets has some 2,000. */
	static final int ZIP_ENTRIES = 10_000;

	/** One mebibyte, the unit of sizes in sentences. */
	static final long MEBIBYTE = 1L << 20;

	public Limits {
		Objects.requireNonNull(time);
		if (fileBytes <= 0 || inflatedBytes <= 0 || inflateRatio <= 0 || rows <= 0 || columns <= 0 || cellLength <= 0) {
			throw new IllegalArgumentException("limits must be positive");
		}
	}

}
