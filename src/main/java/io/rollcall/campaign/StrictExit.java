package io.rollcall.campaign;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Which refusals a finished run's exit code tells of. */
public enum StrictExit {

	/** Whatever was refused: files, rows, returned answers. */
	FILES,

	/** Rows and returned answers; a file that is no table does not count. */
	ROWS,

	/** Nothing that was refused. */
	NEVER;

	/**
	 * The word in job files and on command lines.
	 * @return such as {@code rows}
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * What a word means.
	 * @param word as people write it
	 * @return the constant, or empty when there is none of that name
	 */
	public static Optional<StrictExit> of(String word) {
		return Stream.of(values()).filter((value) -> value.word().equals(word)).findFirst();
	}

	/**
	 * Whether refusals count.
	 * @param files how many files were refused as a whole
	 * @param rows how many rows and returned answers were refused
	 * @return whether the exit code has to tell
	 */
	public boolean tells(long files, long rows) {
		return switch (this) {
			case FILES -> files > 0 || rows > 0;
			case ROWS -> rows > 0;
			case NEVER -> false;
		};
	}

}
