package io.rollcall.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * A row of a returned workbook: an answer, or why it is none. An answer that was given on
 * a page is one as well.
 *
 * @param file the number of its file, or 0 for an answer on a page
 * @param record its number in the file, or among all answers on pages
 * @param sheet the sheet, or empty
 * @param row the row as people count, or 0 for a whole file
 * @param place where it stands, as findings say it
 * @param path the file
 * @param since the business date of the first published run that had the file or saw the
 * answer
 * @param made the run whose workbook it is, or 0
 * @param refusal why it cannot be used, or empty
 * @param desk the college that answers, or {@code registrar}; empty for unknown
 * @param about whom and what it is about
 * @param caseId the case as it is known tonight, or empty
 * @param same whether what the case rests on is what it was in that workbook or on that
 * page
 * @param shown what was shown there of the decision
 * @param given what was answered
 * @param reference tells this answer of this file apart from every other
 * @param turn sorts answers in the order in which they count
 * @param old whether the version in which findings were answered wrote the workbook
 */
public record ReturnedRow(int file, long record, String sheet, long row, String place, String path, LocalDate since,
		long made, String refusal, String desk, Whom about, String caseId, boolean same, Shown shown, Given given,
		String reference, String turn, boolean old) {

	/** Who answers for all colleges. */
	static final String REGISTRAR = "registrar";

	private static final int PAGE = 0;

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'");

	/**
	 * Whom an answer is about.
	 *
	 * @param key the student key, or empty
	 * @param college the college, or empty
	 * @param studentNo the student number, or empty
	 * @param candidateNo the candidate number, or empty
	 * @param name the name, or empty
	 * @param field the canonical field, or empty
	 * @param storedCase the case's id in the workbook, or empty
	 */
	public record Whom(String key, String college, String studentNo, String candidateNo, String name, String field,
			String storedCase) {

		@Override
		public String toString() {
			return this.storedCase;
		}

	}

	/**
	 * What the workbook or page showed of the decision.
	 *
	 * @param answer the college's answer, or empty
	 * @param proposed a reference of what agreeing would have approved
	 * @param offered a reference of what 属实 would have confirmed
	 */
	record Shown(String answer, String proposed, String offered) {

		@Override
		public String toString() {
			return this.answer;
		}

	}

	/**
	 * What was answered.
	 *
	 * @param answer the answer, or {@code SENT}
	 * @param value the canonical value to register, or empty
	 * @param evidence the kinds of proof seen
	 * @param route the route chosen, or empty
	 * @param by who answered
	 * @param on when, or null
	 * @param remark what else was written
	 */
	record Given(String answer, String value, String evidence, String route, String by, LocalDate on, String remark) {

		/** Whether another answer wants the same. */
		boolean wantsAs(Given other) {
			return this.answer.equals(other.answer) && this.value.equals(other.value) && this.route.equals(other.route);
		}

		@Override
		public String toString() {
			return this.answer;
		}

	}

	static ReturnedRow of(ResultSet row) throws SQLException {
		String stored = row.getString("case_id");
		String known = row.getString("finding_id");
		Given given = new Given(row.getString("answer"), row.getString("correction"), row.getString("evidence"),
				row.getString("route"), row.getString("answered_by"), row.getObject("answered_on", LocalDate.class),
				row.getString("remark"));
		LocalDate since = row.getObject("since", LocalDate.class);
		int file = row.getInt("file_no");
		String turn = "%s|%s|%s|%09d|%s|%s|%09d".formatted(
				TIME.format(row.getObject("at", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.UTC)), since,
				row.getString("made_date"), row.getInt("made_number"), (given.on() != null) ? given.on() : "",
				row.getString("path"), row.getLong("record_no"));
		return new ReturnedRow(file, row.getLong("record_no"), row.getString("sheet"), row.getLong("row_no"),
				row.getString("place"), row.getString("path"), since, row.getLong("made_run"), row.getString("refusal"),
				row.getString("reader"),
				new Whom(row.getString("student_key"), row.getString("case_college"), row.getString("student_no"),
						row.getString("candidate_no"), row.getString("name"), row.getString("field"), stored),
				row.getString("now_id") != null ? row.getString("now_id") : "", row.getBoolean("same"),
				new Shown(row.getString("seen_answer"), row.getString("seen_proposed"), row.getString("seen_offered")),
				given,
				(file == PAGE) ? "page:" + row.getLong("record_no")
						: String.join("|", row.getString("sha256"), known.isEmpty() ? stored : known, given.answer()),
				turn, !known.isEmpty());
	}

	/**
	 * An answer of a page, as far as it decides before the night.
	 * @param number its number among all answers on pages
	 */
	static ReturnedRow ofPage(long number, String desk, String caseId, boolean same, Shown shown, Given given) {
		return new ReturnedRow(PAGE, number, "", number, "", "page", given.on(), 0, "", desk,
				new Whom("", "", "", "", "", "", caseId), caseId, same, shown, given, "page:" + number, "", false);
	}

	/**
	 * Whether it was given on a page and stands in no file.
	 * @return false for a row of a workbook
	 */
	public boolean isPage() {
		return this.file == PAGE;
	}

	boolean byRegistrar() {
		return this.desk.equals(REGISTRAR);
	}

	boolean isRefused() {
		return !this.refusal.isEmpty();
	}

	@Override
	public String toString() {
		return this.place;
	}

}
