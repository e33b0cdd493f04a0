package io.rollcall.campaign;

import java.util.Optional;

/** What is done with a file, as far as its name alone decides (contract, ruling 1). */
public final class FileNames {

	private FileNames() {
	}

	/**
	 * What is done with a file.
	 * @param fileName the name without folders
	 * @param role the role in whose folder it lies
	 * @return the class
	 */
	public static FileName classify(String fileName, Role role) {
		throw new UnsupportedOperationException();
	}

	/**
	 * What a file's name says.
	 *
	 * @param use what is done with it
	 * @param field for a code table, the field whose codes it explains; empty when no
	 * field uses it
	 */
	public record FileName(Use use, Optional<Field> field) {
	}

	/** What is done with a file. */
	public enum Use {

		/** Read as records; its content decides which format it has. */
		RECORDS,
		/** Read as a code table. */
		CODE_TABLE,
		/** Refused as {@code FILE_NOT_A_TABLE} without being opened. */
		NOT_A_TABLE,
		/** Passed over with a notice, without being opened. */
		PASSED_OVER

	}

}
