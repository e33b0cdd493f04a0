package io.rollcall.report;

import java.util.Objects;

/**
 * Something about a file that a person should know but that refuses nothing
 * (docs/rules.md, "Notices").
 *
 * @param role the source's role
 * @param file the path below the source's folder, or empty
 * @param kind what it is about, for machines
 * @param text the sentence for people
 */
public record NoticeRow(String role, String file, String kind, String text) {

	public NoticeRow {
		Objects.requireNonNull(role);
		Objects.requireNonNull(file);
		Objects.requireNonNull(kind);
		Objects.requireNonNull(text);
	}

	/** Without the file's name, which people like to build from names and numbers. */
	@Override
	public String toString() {
		return this.role + " " + this.kind;
	}

}
