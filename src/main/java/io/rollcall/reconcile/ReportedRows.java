package io.rollcall.reconcile;

import java.util.LinkedHashMap;
import java.util.Map;

/** Collects findings about submissions and hands them to the database. */
final class ReportedRows {

	private static final String[] COLUMNS = { "code", "student_key", "college", "student_no", "candidate_no", "name",
			"major", "class_name", "field", "roster_value", "platform_value", "admission_value", "claimed_value",
			"locations", "detail", "private_detail", "suggestion", "cause", "route", "group_ref", "odd", "matter",
			"case_id", "stated", "reader", "partner" };

	private final Statements statements;

	private final Map<String, Reported> rows = new LinkedHashMap<>();

	ReportedRows(Statements statements) {
		this.statements = statements;
		statements.run("reported");
	}

	void add(Reported reported) {
		this.rows.merge(reported.key(), reported, Reported::merge);
	}

	void send() {
		this.statements.copy("reported", (buffer) -> this.rows.values().forEach((row) -> {
			row.columns().forEach(buffer::add);
			buffer.add("").endRow();
		}), COLUMNS);
		this.statements.run("reported_findings");
		this.statements.update("drop table reported");
	}

}
