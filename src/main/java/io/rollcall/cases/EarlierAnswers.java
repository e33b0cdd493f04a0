package io.rollcall.cases;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.rollcall.database.SqlScripts;

/**
 * What earlier nights know of the answers of files: the same file again changes nothing.
 */
final class EarlierAnswers {

	private final Set<String> known = new HashSet<>();

	private final Set<String> stale = new HashSet<>();

	private final Set<String> lapsed = new HashSet<>();

	EarlierAnswers(SqlScripts statements) {
		statements.query("references", (row) -> {
			String reference = row.getString("reference");
			switch (row.getString("kind")) {
				case "stale" -> this.stale.add(reference);
				case "lapsed" -> this.lapsed.addAll(List.of(reference.split("\n")));
				default -> this.known.add(reference);
			}
		});
	}

	/** Whether an earlier night entered the answer. */
	boolean isKnown(ReturnedRow row) {
		return this.known.contains(row.reference());
	}

	/** Whether it came too late already when it was first read. */
	boolean wasStale(ReturnedRow row) {
		return this.stale.contains(row.reference());
	}

	/** Whether it lapsed since, with the values on which it was given. */
	boolean isLapsed(ReturnedRow row) {
		return this.lapsed.contains(row.reference());
	}

}
