package io.rollcall.generate;

/**
 * A cell to write.
 *
 * @param text its text; of a date {@code YYYYMMDD}
 * @param type how it is stored in files that know types
 */
record Entry(String text, Type type) {

	/** How a cell is stored. */
	enum Type {

		/** As text. */
		TEXT,
		/** As a number. */
		NUMBER,
		/** As a number with the format of a date. */
		DATE

	}

	static Entry of(String text) {
		return new Entry(text, Type.TEXT);
	}

}
