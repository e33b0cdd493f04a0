package io.rollcall.facts;

import java.util.Objects;

import io.rollcall.text.Messages;

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
	 * @param messages the texts
	 * @return the sentence
	 */
	public String plain(Messages messages) {
		int end = this.text.indexOf('\n');
		return (end < 0) ? this.text : messages.get("report.notice.setting", this.text.substring(0, end));
	}

	/**
	 * What the job file could say about it.
	 * @return the setting, or empty
	 */
	public String setting() {
		int end = this.text.indexOf('\n');
		return (end < 0) ? "" : this.text.substring(end + 1);
	}

	/** Without the file's name, which people like to build from names and numbers. */
	@Override
	public String toString() {
		return this.role + " " + this.kind;
	}

}
