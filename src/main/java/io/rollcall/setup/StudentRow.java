package io.rollcall.setup;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a record says that is no matter of a person: where somebody studies, and what
 * codes stand for.
 *
 * @param keys by what the record is found in another source, the surest first
 * @param college how the source writes the college, empty when it does not
 * @param official the college that the campaign knows by it, empty for none
 * @param major the major, empty when there is none
 * @param codes the values of fields with codes
 */
record StudentRow(List<String> keys, String college, String official, String major, Map<String, Coded> codes) {

	@Override
	public String toString() {
		return "StudentRow";
	}

	/**
	 * A value of a field with codes.
	 *
	 * @param raw as the source writes it
	 * @param meaning what it is understood as, or null
	 * @param told what the record itself tells besides, such as the sex in the ID number;
	 * or null
	 */
	record Coded(String raw, @Nullable String meaning, @Nullable String told) {

		@Override
		public String toString() {
			return "Coded";
		}

	}

}
