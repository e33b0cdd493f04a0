package io.rollcall.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import io.rollcall.campaign.Field;
import io.rollcall.explain.Dossier;
import io.rollcall.identity.DocumentType;
import io.rollcall.identity.IdNumber;
import io.rollcall.identity.Masking;
import io.rollcall.intake.Value;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * A staged record as explanations look at it. It holds numbers in clear, which leave it
 * masked only.
 *
 * @param role the source
 * @param place where it stands
 * @param row the row's number
 * @param part why it is looked at
 * @param link how it was linked, or empty
 * @param columns the fields that its file has
 * @param record the columns of the staged record
 * @param marks codes and fields that the row rules marked
 * @param damaged how many loaded numbers of its file are damaged
 */
record StagedRow(String role, String place, long row, Dossier.Part part, String link, Set<String> columns,
		Map<String, Object> record, Set<String> marks, long damaged) {

	private static final TypeReference<LinkedHashMap<String, Object>> RECORD = new TypeReference<>() {
	};

	static StagedRow of(ResultSet row, Dossier.Part part) throws SQLException {
		return new StagedRow(row.getString("role"), row.getString("place"), row.getLong("row_no"), part,
				row.getString("link"), strings(row, "columns"),
				JsonMapper.shared().readValue(row.getString("record"), RECORD), strings(row, "marks"),
				row.getLong("damaged"));
	}

	private static Set<String> strings(ResultSet row, String column) throws SQLException {
		return new TreeSet<>(List.of((String[]) row.getArray(column).getArray()));
	}

	boolean isKept() {
		return this.part == Dossier.Part.KEPT;
	}

	boolean isMarked(String code, String field) {
		return this.marks.contains(code + " " + field);
	}

	/** The value as compared, in clear, or null. */
	String canonical(String field) {
		Object value = this.record.get(field);
		return (value instanceof String text) ? text : nested("extra", field);
	}

	/** The text as it may be shown, or empty. */
	String raw(String field) {
		String raw = nested("raw", field);
		return Objects.requireNonNullElse((raw != null) ? raw : canonical(field), "");
	}

	List<String> steps(String field) {
		String shape = nested("shape", field);
		return (shape == null || shape.startsWith(":") || isMasked(field)) ? List.of()
				: Arrays.asList(shape.substring(0, shape.indexOf(':')).split(","));
	}

	/** The ID number as compared; blank where there is none to compare. */
	IdNumber id() {
		String stated = canonical("id_type");
		return IdNumber.parse(canonical("id_no"), (stated != null) ? DocumentType.parse(stated).orElse(null) : null);
	}

	boolean isUnusable(String field) {
		return this.record.get("unusable") instanceof List<?> fields && fields.contains(field);
	}

	private String nested(String column, String field) {
		return (this.record.get(column) instanceof Map<?, ?> map && map.get(field) != null)
				? String.valueOf(map.get(field)) : null;
	}

	/**
	 * Why the field holds something that cannot be compared, as a stable key, or empty.
	 */
	String unusable(Field field) {
		if (!isUnusable(field.name())) {
			return "";
		}
		if (isMasked(field.name())) {
			return "HIDDEN";
		}
		return switch (field.type()) {
			// A malformed number is compared as it stands.
			case ID_NO ->
				isMarked("ID_DAMAGED", field.name()) ? "DAMAGED" : (this.record.get("id_text") == null) ? "MASKED" : "";
			case DATE -> "DATE";
			case CANDIDATE_NO, STUDENT_NO -> "NUMBER";
			case SEX, CODE, TERM -> "CODE";
			case COLLEGE -> "COLLEGE";
			default -> "VALUE";
		};
	}

	private boolean isMasked(String field) {
		String shape = nested("shape", field);
		return shape != null && shape.startsWith(Value.MASKED + ":");
	}

	/** The value as compared, with ID numbers masked unless the run shows them. */
	String shown(Field field, boolean unmasked) {
		String value = canonical(field.name());
		if (value == null || unmasked) {
			return (value != null) ? value : "";
		}
		return switch (field.type()) {
			case ID_NO -> Masking.mask(field.name().equals("id_no") ? id() : IdNumber.parse(value, null));
			case DATE, SEX, CODE, NUMBER, YEAR, COLLEGE, PRESENCE -> value;
			// An ID number typed into the column of another number is masked as read.
			case CANDIDATE_NO, STUDENT_NO -> raw(field.name()).contains("*") ? raw(field.name()) : value;
			default -> Masking.maskAnyNumbers(value);
		};
	}

	@Override
	public String toString() {
		return this.place;
	}

}
