package io.rollcall.cases;

import java.util.ArrayList;
import java.util.List;

import io.rollcall.cases.ReturnedRow.Given;

/** Tells an answer in a sentence. */
final class AnswerWords {

	private final CaseContext context;

	AnswerWords(CaseContext context) {
		this.context = context;
	}

	/** Who said what. */
	String told(ReturnedRow row) {
		Given given = row.given();
		String reader = row.byRegistrar() ? text("review.registrar") : row.desk();
		return text("review.told", reader, text("answer." + given.answer()), given.by().isEmpty() ? "–" : given.by(),
				(given.on() != null) ? given.on().toString() : "–");
	}

	/**
	 * Who said what on what grounds.
	 * @param more what else there is to say, or empty
	 */
	String why(ReturnedRow row, String more) {
		Given given = row.given();
		List<String> parts = new ArrayList<>(List.of(told(row)));
		if (!given.value().isEmpty()) {
			parts.add(text("review.correction", this.context.shown(row.about().field(), given.value())));
		}
		if (!given.evidence().isEmpty()) {
			parts.add(text("claim.evidence", given.evidence()));
		}
		if (!given.route().isEmpty()) {
			parts.add(text("review.route", given.route()));
		}
		if (!given.remark().isEmpty()) {
			parts.add(this.context.masked(given.remark()));
		}
		if (!more.isEmpty()) {
			parts.add(more);
		}
		return String.join(text("stop.mark"), parts);
	}

	private String text(String key, Object... arguments) {
		return this.context.text(key, arguments);
	}

}
