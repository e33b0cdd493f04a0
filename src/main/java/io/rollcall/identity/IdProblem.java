package io.rollcall.identity;

/** What can be wrong with an identity document number. */
public enum IdProblem {

	/** No number but a stand-in such as 无, 0, 111111 or 123456. */
	PLACEHOLDER(Category.MISSING),
	/** Digits are hidden by asterisks or the like. */
	MASKED(Category.FORMAT),
	/** The cell was a number, so digits beyond the fifteenth are lost. */
	NUMERIC_CELL(Category.DAMAGED),
	/** E-notation of a spreadsheet. */
	SCIENTIFIC(Category.DAMAGED),
	/** Another trace of a number format: {@code .0}, digit grouping, or ####. */
	NUMBER_FORMAT(Category.DAMAGED),
	/** 18 digits that end in 000 with a wrong check digit. */
	TAIL_000(Category.DAMAGED),
	/** 18 digits that end in 000 with a right check digit: the column decides. */
	TAIL_000_PLAUSIBLE(Category.SUSPICION),
	/** A multiple of what a double can tell apart, check wrong: the column decides. */
	DOUBLE_TAIL(Category.SUSPICION),
	/** Not as long as a number of its document type. */
	LENGTH(Category.FORMAT),
	/** Characters that no number of its document type has. */
	CHARS(Category.FORMAT),
	/** A number of another document type than the one stated. */
	OTHER_TYPE(Category.FORMAT),
	/** The check digit is wrong. */
	CHECKSUM(Category.CHECKSUM),
	/** The birth date inside does not exist. */
	BIRTH_IMPOSSIBLE(Category.BIRTH);

	private final Category category;

	IdProblem(Category category) {
		this.category = category;
	}

	/**
	 * What the problem means for the record.
	 * @return the category
	 */
	public Category category() {
		return this.category;
	}

	/** What a problem means for the record. */
	public enum Category {

		/** The number counts as absent. */
		MISSING,
		/** Digits are certainly lost. */
		DAMAGED,
		/** Perhaps digits are lost; see {@link ColumnDamage}. */
		SUSPICION,
		/** Not a number of its document type. */
		FORMAT,
		/** The check digit is wrong. */
		CHECKSUM,
		/** The birth date inside is wrong. */
		BIRTH

	}

}
