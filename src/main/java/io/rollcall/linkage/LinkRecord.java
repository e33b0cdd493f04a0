package io.rollcall.linkage;

import java.util.Map;

/**
 * A record that no key could link.
 *
 * @param id its number
 * @param sources the bits of the lists it stands in; records of one list never link
 * @param values canonical values by field, without those that are empty or cannot be
 * compared
 */
public record LinkRecord(long id, int sources, Map<String, String> values) {

	public LinkRecord {
		values = Map.copyOf(values);
	}

	String value(String field) {
		return this.values.get(field);
	}

	@Override
	public String toString() {
		return "LinkRecord " + this.id;
	}

}
