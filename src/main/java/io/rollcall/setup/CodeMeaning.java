package io.rollcall.setup;

import java.util.Map;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.SourceRole;

/**
 * What the codes of a source's field mean.
 *
 * @param role the source
 * @param field the field
 * @param kind how that is known
 * @param meanings by code what it means; of open ones an empty text
 * @param rows by code how many rows have it
 */
record CodeMeaning(SourceRole role, Field field, Kind kind, Map<String, String> meanings, Map<String, Integer> rows) {

	/** How the meaning is known. */
	enum Kind {

		/** By the published table, which is read without a setting. */
		PUBLISHED,
		/**
		 * The same students have these words in another source, or their ID number says
		 * so.
		 */
		STUDENTS,
		/** As before, and other than the published table says: the source's own codes. */
		OWN,
		/** By the likeness of words. */
		WORDS,
		/** Nothing tells. */
		OPEN

	}

	/** How many rows have a code. */
	int rows(String code) {
		return this.rows.getOrDefault(code, 0);
	}

	/** Whether it goes into the job file as a setting. */
	boolean isSetting() {
		return this.kind == Kind.STUDENTS || this.kind == Kind.OWN || this.kind == Kind.WORDS;
	}

}
