package io.rollcall.facts;

import java.util.Objects;
import java.util.OptionalLong;

/**
 * One refused row, or one refused file.
 *
 * @param role the source's role
 * @param file the path below the source's folder, with {@code /}
 * @param sheet the sheet's name; empty for CSV, DBF and whole files
 * @param row the row's number as a person would find it; empty for whole files
 * @param reason the reason for machines, such as {@code ROW_NO_KEY}
 * @param detail the reason in words
 * @param raw the row as read, mapped columns only, ID numbers masked
 */
public record RejectRow(String role, String file, String sheet, OptionalLong row, String reason, String detail,
		String raw) {

	public RejectRow {
		Objects.requireNonNull(role);
		Objects.requireNonNull(file);
		Objects.requireNonNull(sheet);
		Objects.requireNonNull(row);
		Objects.requireNonNull(reason);
		Objects.requireNonNull(detail);
		Objects.requireNonNull(raw);
	}

	/** The row's number as text, empty for whole files. */
	public String rowText() {
		return this.row.isPresent() ? Long.toString(this.row.getAsLong()) : "";
	}

	/** The place and the reason without the row itself, which is personal data. */
	@Override
	public String toString() {
		return this.role + " " + this.reason + " " + rowText();
	}

}
