package io.rollcall.staging;

import java.util.List;
import java.util.stream.IntStream;

import io.rollcall.database.CopyBuffer;
import io.rollcall.database.StagedFields;
import io.rollcall.intake.ParsedRow;
import io.rollcall.intake.RowLayout;

/** Where the fields of one list go in the staging tables, found once a list. */
final class StagedColumns {

	private static final String ID = "id_no";

	/** Of no list. */
	static final StagedColumns NONE = new StagedColumns(null);

	private final RowLayout layout;

	private final List<String> names;

	/** The places of the fields that have a column, in the order of the columns. */
	private final int[] places;

	private final int[] others;

	private final byte[][] members;

	private final int id;

	private final int name;

	private final int college;

	/**
	 * The columns of a list.
	 * @param layout the list's fields, or null for none
	 */
	StagedColumns(RowLayout layout) {
		this.layout = layout;
		this.names = StagedFields.columns().stream().filter((field) -> place(field) >= 0).toList();
		this.places = this.names.stream().mapToInt((field) -> place(field)).toArray();
		int fields = (layout != null) ? layout.fields().size() : 0;
		this.others = IntStream.range(0, fields)
			.filter((place) -> !this.names.contains(layout.fields().get(place).name()))
			.toArray();
		this.members = new byte[fields][];
		for (int i = 0; i < fields; i++) {
			this.members[i] = CopyBuffer.member(layout.fields().get(i).name());
		}
		this.id = place(ID);
		this.name = place("name");
		this.college = place("college");
	}

	private int place(String field) {
		return (this.layout != null) ? this.layout.place(field) : -1;
	}

	RowLayout layout() {
		return this.layout;
	}

	/** The columns of fields that the list has. */
	List<String> names() {
		return this.names;
	}

	/** Where their values stand in a record. */
	int[] places() {
		return this.places;
	}

	/**
	 * What is staged of a value, which for an ID number also says of which document it
	 * is.
	 */
	String canonical(int place, ParsedRow row) {
		String canonical = row.value(place).canonical();
		return (place == this.id && canonical != null) ? row.id().keyText() : canonical;
	}

	/** The fields that have no column of their own. */
	int[] others() {
		return this.others;
	}

	/** The beginning of a field's member in an object. */
	byte[] member(int place) {
		return this.members[place];
	}

	int name() {
		return this.name;
	}

	int college() {
		return this.college;
	}

}
