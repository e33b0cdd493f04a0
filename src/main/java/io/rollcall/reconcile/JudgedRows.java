package io.rollcall.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Hands what the rules say to the database in portions, also while a rule reads: queries
 * give their rows portion by portion too, and between two of them the connection is free.
 */
final class JudgedRows {

	private static final int PORTION = 5_000;

	private static final String[] COLUMNS = { "code", "student", "field", "severity", "detail", "private_detail",
			"suggestion", "cause", "route", "odd", "group_ref", "partner", "roles", "every_row", "places", "reader" };

	private final Statements statements;

	private final List<Judged> waiting = new ArrayList<>();

	JudgedRows(Statements statements) {
		this.statements = statements;
		statements.run("judged");
	}

	void add(Judged judged) {
		this.waiting.add(judged);
		if (this.waiting.size() >= PORTION) {
			send();
		}
	}

	/** Sends what waits still; to be called when a rule has said all. */
	void send() {
		if (!this.waiting.isEmpty()) {
			this.statements.copy("judged",
					(buffer) -> this.waiting.forEach((one) -> buffer.add(one.code())
						.add(one.student())
						.add(one.field())
						.add(one.severity())
						.add(one.detail())
						.add(one.privateDetail())
						.add(one.suggestion())
						.add(one.cause())
						.add(one.route())
						.add(one.odd())
						.add(one.group())
						.add(one.partner())
						.add("{" + String.join(",", one.roles()) + "}")
						.add(one.everyRow())
						.add(one.places())
						.add(one.reader().name().toLowerCase(Locale.ROOT))
						.endRow()),
					COLUMNS);
		}
		this.waiting.clear();
	}

}
