package io.rollcall.setup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.campaign.FieldType;
import io.rollcall.campaign.SourceRole;
import io.rollcall.identity.Cleaned;
import io.rollcall.identity.IdNumber;
import io.rollcall.intake.IntakeSink;
import io.rollcall.intake.Mark;
import io.rollcall.intake.ParsedRow;
import io.rollcall.intake.Reject;
import io.rollcall.intake.Value;
import org.jspecify.annotations.Nullable;

/** The records of one source, as far as colleges and codes are learned from them. */
final class SourceRows implements IntakeSink {

	/** The place of the digit that is odd for men, from the end. */
	private static final int SEX_DIGIT = 2;

	private final SourceRole role;

	private final List<StudentRow> rows = new ArrayList<>();

	private final Map<String, StudentRow> byKey = new HashMap<>();

	private int begun;

	SourceRows(SourceRole role) {
		this.role = role;
	}

	SourceRole role() {
		return this.role;
	}

	/** The records of the files that were read. */
	List<StudentRow> rows() {
		return this.rows;
	}

	/** What follows belongs to the next file. */
	void nextFile() {
		this.begun = this.rows.size();
	}

	/** Makes the records findable; to be called when all files are read. */
	void index() {
		this.rows.forEach((row) -> row.keys().forEach((key) -> this.byKey.putIfAbsent(key, row)));
	}

	/** The record of the same student, by the surest number that both have. */
	Optional<StudentRow> same(StudentRow row) {
		return row.keys().stream().map(this.byKey::get).filter((found) -> found != null).findFirst();
	}

	@Override
	public void record(ParsedRow row, List<Mark> marks) {
		Value college = row.valueOrNull("college");
		String written = (college == null || college.isMissing()) ? "" : Cleaned.phrase(college.cell().text()).text();
		this.rows.add(new StudentRow(keys(row), written, written.isEmpty() ? "" : text(row, "college"),
				text(row, "major_name"), codes(row)));
	}

	private static List<String> keys(ParsedRow row) {
		List<String> keys = new ArrayList<>();
		if (row.candidateNumber().isPresent()) {
			keys.add("c" + row.candidateNumber().canonical());
		}
		if (row.studentNumber().isPresent()) {
			keys.add("s" + row.studentNumber().canonical());
		}
		if (row.id().isComparable()) {
			keys.add("i" + row.id().canonical());
		}
		return keys;
	}

	private static String text(ParsedRow row, String field) {
		return Optional.ofNullable(row.canonical(field)).orElse("");
	}

	private static Map<String, StudentRow.Coded> codes(ParsedRow row) {
		Map<String, StudentRow.Coded> codes = new HashMap<>();
		for (Value value : row.values()) {
			if (value != null && isCoded(value.field().type()) && !value.isMissing()) {
				@Nullable String told = value.field().type() == FieldType.SEX ? sex(row.id()) : null;
				codes.put(value.field().name(),
						new StudentRow.Coded(Cleaned.phrase(value.cell().text()).text(), value.canonical(), told));
			}
		}
		return codes;
	}

	static boolean isCoded(FieldType type) {
		return type == FieldType.SEX || type == FieldType.CODE || type == FieldType.TERM;
	}

	private static @Nullable String sex(IdNumber id) {
		if (!id.isComparable() || !id.form().isResident() || id.isFifteenDigits()) {
			return null;
		}
		int digit = id.canonical().charAt(id.canonical().length() - SEX_DIGIT) - '0';
		return (digit % 2 == 1) ? "男" : "女";
	}

	@Override
	public void reject(Reject reject) {
		// A refused row teaches nothing.
	}

	@Override
	public void forget() {
		this.rows.subList(this.begun, this.rows.size()).clear();
	}

}
