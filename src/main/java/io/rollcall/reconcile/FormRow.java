package io.rollcall.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.rollcall.claims.Typed;
import io.rollcall.identity.CandidateNumber;
import io.rollcall.identity.StudentNumber;
import io.rollcall.intake.Value;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row of a form.
 *
 * @param file the number of its file
 * @param record its number in the file
 * @param place where it stands, as findings say it
 * @param path the file, below the folder of the role
 * @param sheet the sheet, empty for a file without sheets
 * @param row the row, counted from 1
 * @param subject whom it is about
 * @param statedCollege the college that the row states, where the campaign knows it
 * @param shape how cells of the form differ from what was understood, as staged
 * @param cells what stands in the columns of the form
 * @param shown what may be shown of each cell
 */
record FormRow(int file, long record, String place, String path, String sheet, long row, Subject subject,
		@Nullable String statedCollege, Map<String, String> shape, Map<String, Typed> cells,
		Map<String, String> shown) {

	private static final JsonMapper JSON = new JsonMapper();

	private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {
	};

	static FormRow of(ResultSet row) throws SQLException {
		Subject subject = new Subject(row.getObject("student", Long.class), row.getString("student_key"),
				row.getString("college"), row.getString("student_no"), row.getString("candidate_no"),
				row.getString("name"), row.getString("major"), row.getString("class_name"));
		Map<String, String> shape = texts(row.getString("shape"));
		Map<String, Typed> cells = new LinkedHashMap<>();
		texts(row.getString("extra")).forEach((name, text) -> cells.put(name,
				new Typed(text, shape.getOrDefault(name, "").startsWith(Value.NUMERIC))));
		return new FormRow(row.getInt("file_no"), row.getLong("record_no"), row.getString("place"),
				row.getString("path"), row.getString("sheet"), row.getLong("row_no"), subject,
				row.getString("stated_college"), shape, cells, texts(row.getString("raw")));
	}

	private static Map<String, String> texts(@Nullable String json) {
		return (json == null) ? Map.of() : JSON.readValue(json, TEXTS);
	}

	String text(String column) {
		return this.cells.getOrDefault(column, Typed.NOTHING).text();
	}

	/** Whether a column of dates says something that is no day. */
	boolean isUnreadable(String column) {
		return this.shape.getOrDefault(column, "").startsWith(Value.UNREADABLE);
	}

	/** Whether the campaign's period completed the day in a column. */
	boolean isCompleted(String column) {
		return this.shape.getOrDefault(column, "").startsWith(Value.COMPLETED);
	}

	/** What may be shown of a column that is no field of its own in the form. */
	String shown(String column) {
		return this.shown.getOrDefault(column, "");
	}

	/**
	 * Whether all that should find the student is a number with hidden or destroyed
	 * digits.
	 */
	boolean hasBrokenNumbersOnly() {
		StudentNumber student = StudentNumber.parse(shown("student_no"));
		CandidateNumber candidate = CandidateNumber.parse(shown("candidate_no"));
		boolean broken = student.masked() || student.lost() || candidate.isBroken();
		return broken && !student.isPresent() && !candidate.isPresent() && shown("id_no").isEmpty();
	}

	/** What the row reports, so that it can be told whether it reports something else. */
	String fingerprint() {
		return new TreeMap<>(this.cells).entrySet()
			.stream()
			.map((cell) -> cell.getKey() + '=' + cell.getValue().text().strip())
			.collect(Collectors.joining("\n"));
	}

	@Override
	public String toString() {
		return "row " + this.record;
	}

}
