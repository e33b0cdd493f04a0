package io.rollcall.report;

import java.util.Objects;

/**
 * Something about a file that a person should know but that refuses nothing
 * (docs/rules.md, "Notices").
 *
 * @param role the source's role
 * @param file the path below the source's folder, or empty
 * @param kind what it is about, for machines
 * @param text the sentence for people, and on a line of its own what the job file could
 * say about it
 */
public record NoticeRow(String role, String file, String kind, String text) {

	public NoticeRow {
		Objects.requireNonNull(role);
		Objects.requireNonNull(file);
		Objects.requireNonNull(kind);
		Objects.requireNonNull(text);
	}

	/**
	 * The sentence as sheets show it that hold no words of programs.
	 * @param book the workbook, for its words
	 */
	String plain(Book book) {
		int end = this.text.indexOf('\n');
		return (end < 0) ? this.text : book.text("notice.setting", this.text.substring(0, end));
	}

	/** What the job file could say about it, or empty. */
	String setting() {
		int end = this.text.indexOf('\n');
		return (end < 0) ? "" : this.text.substring(end + 1);
	}

	/** Without the file's name, which people like to build from names and numbers. */
	@Override
	public String toString() {
		return this.role + " " + this.kind;
	}

}
