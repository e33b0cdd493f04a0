package io.rollcall.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.rollcall.cases.ShownValues;
import io.rollcall.facts.CaseEventRow;
import io.rollcall.facts.CaseRow;
import io.rollcall.run.RunContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes of rows of the database the cases and events that reports show. */
final class CaseMapper {

	/** Fields whose values are one student's alone. */
	static final Set<String> NUMBERS = Set.of("student_no", "candidate_no");

	private CaseMapper() {
	}

	static ShownValues shown(RunContext context) {
		return new ShownValues(context.campaign().fields(), context.run().unmasked());
	}

	/**
	 * A case.
	 * @param would the column of what would be registered: what agreeing approves, or
	 * what a college confirms that finds it true
	 */
	static CaseRow row(RunContext context, ResultSet row, String would) throws SQLException {
		ShownValues shown = shown(context);
		String field = row.getString("field");
		LocalDate opened = row.getObject("opened_on", LocalDate.class);
		LocalDate date = context.run().date();
		CaseRow.Student student = new CaseRow.Student(row.getString("college"), row.getString("shown_student_no"),
				row.getString("shown_candidate_no"), row.getString("name"), row.getString("major"),
				row.getString("class_name"));
		CaseRow.Problem problem = new CaseRow.Problem(row.getString("severity"), field, row.getString("cause"),
				row.getString("proposed_route"), row.getString("odd"), findings(row.getString("findings")));
		Seen seen = new Seen(shown, would.equals("offered") && NUMBERS.contains(field), row);
		CaseRow.Values values = new CaseRow.Values(row.getString("roster"), row.getString("platform_value"),
				row.getString("admission"), row.getString("claimed"),
				field.equals("id_no") ? row.getString(would) : seen.value(would), seen.value("approved"),
				seen.value("replaced"));
		CaseRow.Answer college = new CaseRow.Answer(row.getString("answer"), seen.value("answer_value"),
				row.getString("evidence"), row.getString("answered_by"), day(row, "answered_on"),
				row.getString("answer_note"));
		CaseRow.Answer registrar = new CaseRow.Answer(row.getString("review"), seen.value("review_value"),
				row.getString("review_route"), row.getString("reviewed_by"), day(row, "reviewed_on"),
				row.getString("review_note"));
		return new CaseRow(row.getString("case_id"), student, problem, values, college, registrar,
				row.getString("state"), opened, (int) ChronoUnit.DAYS.between(opened, date), opened.equals(date),
				day(row, "sent_on"), row.getString("note"));
	}

	/**
	 * What is shown of a case's values. Its own number is all that a college may read in
	 * a column of numbers: another one is likely to be another student's, unless it
	 * stands beside it on the list, where whose it is was looked at.
	 */
	private record Seen(ShownValues shown, boolean guarded, ResultSet row) {

		private String value(String column) throws SQLException {
			String value = this.row.getString(column);
			boolean known = !this.guarded || List
				.of(this.row.getString("roster"), this.row.getString("platform_value"), this.row.getString("admission"),
						this.row.getString("claimed"))
				.contains(value);
			return known ? this.shown.of(this.row.getString("field"), value) : "";
		}

	}

	/**
	 * What the findings of a case say: of each all texts in JSON, or only
	 * {@code <code> <severity>}, separated by commas.
	 */
	private static List<CaseRow.Finding> findings(String told) {
		if (!told.startsWith("[")) {
			return told.isEmpty() ? List.of() : Stream.of(told.split(",")).map(CaseMapper::brief).toList();
		}
		List<CaseRow.Finding> findings = new ArrayList<>();
		for (JsonNode each : JsonMapper.shared().readTree(told)) {
			List<String> texts = new ArrayList<>();
			each.forEach((text) -> texts.add(text.asString()));
			findings.add(new CaseRow.Finding(texts.get(0), texts.get(1), texts.get(2), texts.get(3), texts.get(4),
					texts.get(5)));
		}
		return findings;
	}

	private static CaseRow.Finding brief(String told) {
		int end = told.indexOf(' ');
		return new CaseRow.Finding(told.substring(0, end), told.substring(end + 1), "", "", "", "");
	}

	/**
	 * Something that happened to a case.
	 * @param college whether a college reads it, which of numbers reads its own only
	 * @param why the reason to tell
	 */
	static CaseEventRow event(ResultSet row, boolean college, String why) throws SQLException {
		boolean unseen = college && NUMBERS.contains(row.getString("field"));
		return new CaseEventRow(row.getObject("business_date", LocalDate.class), row.getString("case_id"),
				row.getString("code"), row.getString("college"), row.getString("student_no"), row.getString("name"),
				row.getString("field"), row.getString("kind"), row.getString("before"), row.getString("after"),
				unseen ? "" : row.getString("old_value"), unseen ? "" : row.getString("new_value"),
				row.getString("by_whom"), day(row, "on_date"), why, row.getString("place"));
	}

	private static Optional<LocalDate> day(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, LocalDate.class));
	}

}
