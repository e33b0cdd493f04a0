package io.rollcall.source;

import java.util.List;

/**
 * A whole file that cannot be read. The message names no path and no value, so that it
 * may be logged; the sentence for people is made from {@link #problem()} and
 * {@link #arguments()}.
 */
public final class RefusedException extends Exception {

	private final Problem problem;

	private final List<String> arguments;

	/**
	 * Refuses a file.
	 * @param problem what is wrong
	 * @param arguments the values the sentence names, such as a limit; never personal
	 * data
	 */
	public RefusedException(Problem problem, Object... arguments) {
		super(problem.name());
		this.problem = problem;
		this.arguments = java.util.Arrays.stream(arguments).map(String::valueOf).toList();
	}

	/**
	 * What is wrong with the file.
	 * @return the problem
	 */
	public Problem problem() {
		return this.problem;
	}

	/**
	 * The values that the sentence for people names.
	 * @return the arguments, in order
	 */
	public List<String> arguments() {
		return this.arguments;
	}

	/**
	 * The refusal reasons in {@code rejects.csv} that a file's content can cause.
	 */
	public enum Reason {

		FILE_EMPTY, FILE_ENCRYPTED, FILE_UNREADABLE, FILE_NOT_A_TABLE, FILE_TOO_LARGE

	}

	/** What exactly is wrong; each has one sentence in the message bundle. */
	public enum Problem {

		/** No byte, or no non-blank cell. */
		EMPTY(Reason.FILE_EMPTY),
		/**
		 * Nothing in any visible sheet; argument: the hidden ones, which are not read.
		 */
		ONLY_HIDDEN(Reason.FILE_EMPTY),
		/** Nothing but formulas whose results the file does not hold. */
		ONLY_FORMULAS(Reason.FILE_EMPTY),
		/** A password is needed to open it. */
		ENCRYPTED(Reason.FILE_ENCRYPTED),
		/** The file cannot be opened or read from the disk. */
		UNREADABLE(Reason.FILE_UNREADABLE),
		/** The file ends too early. */
		TRUNCATED(Reason.FILE_UNREADABLE),
		/** The file's inner structure is damaged. */
		DAMAGED(Reason.FILE_UNREADABLE),
		/** The file declares entities or external references, which no export does. */
		HOSTILE_XML(Reason.FILE_UNREADABLE),
		/** No encoding fits the text. */
		UNKNOWN_ENCODING(Reason.FILE_UNREADABLE),
		/** Reading took too long; argument: seconds. */
		TOO_SLOW(Reason.FILE_UNREADABLE),
		/** Not a table: argument is what it is (PDF, JPEG, ...). */
		NOT_A_TABLE(Reason.FILE_NOT_A_TABLE),
		/** Neither text nor anything that is known, by its control characters. */
		BINARY(Reason.FILE_NOT_A_TABLE),
		/** NUL bytes from end to end, as an interrupted copy leaves behind. */
		BLANK_BYTES(Reason.FILE_UNREADABLE),
		/** A spreadsheet that must be saved as .xlsx first: argument is what it is. */
		SAVE_AS_XLSX(Reason.FILE_NOT_A_TABLE),
		/** None of the sheets asked for is in the file: argument is their names. */
		SHEET_MISSING(Reason.FILE_UNREADABLE),
		/** File size; arguments: limit in MiB, size in MiB. */
		FILE_SIZE(Reason.FILE_TOO_LARGE),
		/** Inflated size of a packed file; argument: limit in MiB. */
		INFLATED_SIZE(Reason.FILE_TOO_LARGE),
		/** Inflation ratio of a packed file; argument: limit. */
		INFLATE_RATIO(Reason.FILE_TOO_LARGE),
		/** Number of rows; argument: limit. */
		ROWS(Reason.FILE_TOO_LARGE),
		/** Number of columns; argument: limit. */
		COLUMNS(Reason.FILE_TOO_LARGE),
		/** Length of one field of a text; argument: limit in characters. */
		CELL_LENGTH(Reason.FILE_TOO_LARGE),
		/** Length of one cell of a sheet; arguments: limit in characters, sheet, row. */
		LONG_CELL(Reason.FILE_TOO_LARGE),
		/** Length of one text of a workbook, in whatever cell; argument: limit. */
		LONG_STRING(Reason.FILE_TOO_LARGE),
		/** Reading needs more memory than there is. */
		MEMORY(Reason.FILE_TOO_LARGE);

		private final Reason reason;

		Problem(Reason reason) {
			this.reason = reason;
		}

		/**
		 * The refusal reason in {@code rejects.csv}.
		 * @return the reason
		 */
		public Reason reason() {
			return this.reason;
		}

	}

}
