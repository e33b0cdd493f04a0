package io.rollcall.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What became of a file.
 *
 * @param refusal why the whole file was refused, or empty
 * @param rowsRead rows with anything in them below a header
 * @param rowsLoaded rows that became records
 * @param rowsRejected rows refused one by one
 * @param columns the canonical fields that the file has columns for
 * @param marks file-level marks
 * @param notices what a person should know of the file
 * @param holds the business dates for which every row would have come to the same; empty
 * where that depends on other files as well
 */
public record FileOutcome(Optional<Refusal> refusal, long rowsRead, long rowsLoaded, long rowsRejected,
		Set<String> columns, List<FileMark> marks, List<FileNotice> notices, Optional<BusinessDay.Range> holds) {

	public FileOutcome {
		columns = Set.copyOf(columns);
		marks = List.copyOf(marks);
		notices = List.copyOf(notices);
	}

	/**
	 * Why a whole file is refused.
	 *
	 * @param reason the reason for machines, such as {@code FILE_HEADER}
	 * @param detail one sentence: what is wrong and what to do
	 */
	public record Refusal(String reason, String detail) {
	}

	/**
	 * What becomes of a file that is refused.
	 * @param reason the reason for machines
	 * @param detail one sentence
	 * @param notices what was noticed before
	 * @return an outcome without any row
	 */
	public static FileOutcome refused(String reason, String detail, List<FileNotice> notices) {
		return new FileOutcome(Optional.of(new Refusal(reason, detail)), 0, 0, 0, Set.of(), List.of(), notices,
				Optional.empty());
	}

}
