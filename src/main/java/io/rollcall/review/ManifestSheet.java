package io.rollcall.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.rollcall.sheet.Seals;
import io.rollcall.source.Row;

/**
 * The hidden sheet that lists what a workbook held when it was written. It is one sheet,
 * so a million cases are the most there can be.
 */
final class ManifestSheet {

	/** No name, id or row of marks of ours is longer. */
	private static final int LONGEST = 400;

	private final List<String> facts = new ArrayList<>();

	private final Map<String, Entry> entries = new LinkedHashMap<>();

	private final Seals seals = new Seals();

	private boolean broken;

	/** Takes in the next row that is not blank. */
	void add(Row row) {
		String name = row.cell(0).text();
		String value = row.cell(1).text();
		String field = row.cell(2).text();
		this.broken |= name.length() > LONGEST || value.length() > LONGEST || field.length() > LONGEST;
		if (this.broken) {
			this.entries.clear();
			return;
		}
		int place = this.facts.size();
		if (place < Seals.FACTS.size()) {
			this.broken |= !name.equals(Seals.FACTS.get(place));
			this.facts.add(value);
		}
		else if (place == Seals.FACTS.size()) {
			// The list of another layout has another head, and is told by its layout.
			this.broken |= schema().equals(Seals.SCHEMA) && !name.equals(Seals.HEAD.get(0));
			this.facts.add(name);
		}
		else {
			this.seals.add(name, value, field);
			this.broken |= this.entries.put(name, new Entry(this.entries.size(), value, field)) != null;
		}
	}

	/** Whether it does not have the shape that we give it. */
	boolean isBroken() {
		return this.broken || this.facts.size() <= Seals.FACTS.size();
	}

	String schema() {
		return this.facts.get(0);
	}

	String campaign() {
		return this.facts.get(1);
	}

	String date() {
		return this.facts.get(2);
	}

	String reader() {
		return this.facts.get(3);
	}

	/** What the seal was made over; to be asked once. */
	String sealed(String runName) {
		return this.seals.sealed(runName, reader());
	}

	/** The case with an id, or null. */
	Entry entry(String caseId) {
		return this.entries.get(caseId);
	}

	Collection<Map.Entry<String, Entry>> all() {
		return Collections.unmodifiableSet(this.entries.entrySet());
	}

	/** A case of the list and what became of its row. */
	static final class Entry {

		private final long place;

		private final String marks;

		private final String field;

		private String sheet = "";

		private long row;

		Entry(long place, String marks, String field) {
			this.field = field;
			this.place = place;
			this.marks = marks;
		}

		/** Its place in the list from 0, before anybody sorted it. */
		long place() {
			return this.place;
		}

		/** The canonical field that it is about, or empty. */
		String field() {
			return this.field;
		}

		/** The mark of a cell, counted over the marked columns. */
		String mark(int cell) {
			int from = cell * Seals.MARK;
			return (this.marks.length() >= from + Seals.MARK) ? this.marks.substring(from, from + Seals.MARK) : "";
		}

		boolean seen() {
			return this.row > 0;
		}

		void seenAt(String onSheet, long inRow) {
			this.sheet = onSheet;
			this.row = inRow;
		}

		String sheet() {
			return this.sheet;
		}

		long row() {
			return this.row;
		}

	}

}
