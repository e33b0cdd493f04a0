package io.rollcall.generate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.rollcall.campaign.SourceRole;

/**
 * One row of a source: what it says of a student. Values stand in their canonical
 * notation; the file's own notation of dates, codes and lengths comes when it is written.
 */
final class View {

	private final SourceRole role;

	private final Map<String, String> values;

	private final Set<String> cleaned = new HashSet<>(0);

	private final Set<String> numeric = new HashSet<>(0);

	private boolean overflowing;

	private boolean late;

	View(SourceRole role, Map<String, String> values) {
		this.role = role;
		this.values = values;
	}

	View copy() {
		return new View(this.role, new LinkedHashMap<>(this.values));
	}

	SourceRole role() {
		return this.role;
	}

	boolean has(String field) {
		return this.values.containsKey(field);
	}

	String get(String field) {
		return this.values.getOrDefault(field, "");
	}

	View put(String field, String value) {
		this.values.put(field, value);
		return this;
	}

	/** The cell needs cleaning, which is told for the file. */
	View putUnclean(String field, String value) {
		this.cleaned.add(field);
		return put(field, value);
	}

	/** The cell is numeric, as spreadsheets make it. */
	View numeric(String field) {
		this.numeric.add(field);
		return this;
	}

	/** A cell stands beyond the last header. */
	View overflow() {
		this.overflowing = true;
		return this;
	}

	/** The row stands in the list of late additions, whatever the student's route is. */
	View late() {
		this.late = true;
		return this;
	}

	boolean isLate() {
		return this.late;
	}

	boolean isNumeric(String field) {
		return this.numeric.contains(field);
	}

	boolean isOverflowing() {
		return this.overflowing;
	}

	Set<String> cleaned() {
		return this.cleaned;
	}

	static View of(SourceRole role, String... fieldsAndValues) {
		Map<String, String> values = new HashMap<>();
		for (int i = 0; i < fieldsAndValues.length; i += 2) {
			values.put(fieldsAndValues[i], fieldsAndValues[i + 1]);
		}
		return new View(role, values);
	}

}
