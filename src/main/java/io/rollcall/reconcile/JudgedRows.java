package io.rollcall.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Collects what the rules say and hands it to the database in portions. */
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
	}

	/**
	 * Sends what has been collected. While a query is being read its connection must not
	 * be used for anything else, so this is called between queries.
	 */
	void send() {
		for (int i = 0; i < this.waiting.size(); i += PORTION) {
			List<Judged> portion = this.waiting.subList(i, Math.min(i + PORTION, this.waiting.size()));
			this.statements.copy("judged",
					(buffer) -> portion.forEach((one) -> buffer.add(one.code())
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
