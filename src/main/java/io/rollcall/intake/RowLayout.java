package io.rollcall.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.rollcall.campaign.Field;

/**
 * The fields of a list, in the order of their columns. All its records share one, so that
 * what a field's name leads to can be found once a list.
 */
public final class RowLayout {

	static final RowLayout NONE = new RowLayout(List.of());

	private final List<Field> fields;

	private final Map<String, Integer> places = new HashMap<>();

	/**
	 * The layout of some columns.
	 * @param columns the fields of the columns; of two columns for one field the first
	 * counts
	 */
	RowLayout(List<Field> columns) {
		List<Field> found = new ArrayList<>();
		for (Field field : columns) {
			if (this.places.putIfAbsent(field.name(), found.size()) == null) {
				found.add(field);
			}
		}
		this.fields = List.copyOf(found);
	}

	/**
	 * The fields.
	 * @return each once
	 */
	public List<Field> fields() {
		return this.fields;
	}

	/**
	 * The place of a field among a record's values.
	 * @param field the canonical name
	 * @return counted from 0, or -1 when the list has no such column
	 */
	public int place(String field) {
		Integer place = this.places.get(field);
		return (place != null) ? place : -1;
	}

}
