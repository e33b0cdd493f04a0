package io.rollcall.pipeline;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.rollcall.database.CopyBuffer;
import io.rollcall.campaign.Field;
import io.rollcall.campaign.Fields;
import io.rollcall.identity.IdNumber;
import io.rollcall.identity.IdProblem;
import io.rollcall.intake.FileMark;
import io.rollcall.intake.IntakeSink;
import io.rollcall.intake.Mark;
import io.rollcall.intake.ParsedRow;
import io.rollcall.intake.Reject;
import io.rollcall.intake.Shown;
import io.rollcall.intake.StudentKeys;
import io.rollcall.intake.Value;

/** Writes what one file yields into the staging tables, in the caller's transaction. */
final class StagingWriter implements IntakeSink {

	private static final List<String> STANDARD = Fields.standard().all().stream().map(Field::name).toList();

	private final Run run;

	private final RunFile file;

	private final StudentKeys keys;

	private final Runnable everyRow;

	private final CopyBuffer records;

	private final CopyBuffer texts;

	private final CopyBuffer marks;

	private final CopyBuffer rejects;

	private final CopyBuffer fileMarks;

	/**
	 * A writer for one file.
	 * @param connection the transaction's connection
	 * @param run the run
	 * @param file the file
	 * @param keys makes student keys
	 * @param everyRow called once a row: progress, and the place to stop from
	 */
	StagingWriter(Connection connection, Run run, RunFile file, StudentKeys keys, Runnable everyRow) {
		this.run = run;
		this.file = file;
		this.keys = keys;
		this.everyRow = everyRow;
		List<String> columns = new ArrayList<>(
				List.of("campaign_id", "run_id", "role", "file_no", "record_no", "sheet", "row_no", "spare_key",
						"shown_name", "states_college", "extra", "unusable", "shape", "id_text", "id_sound", "filled"));
		columns.addAll(STANDARD);
		this.records = new CopyBuffer(connection, "staged_value", columns.toArray(String[]::new));
		this.texts = new CopyBuffer(connection, "staged_text", "campaign_id", "run_id", "id", "raw");
		this.marks = new CopyBuffer(connection, "staged_mark", "campaign_id", "run_id", "file_no", "record_no", "code",
				"field", "detail", "suggestion");
		this.rejects = new CopyBuffer(connection, "reject", "campaign_id", "run_id", "file_no", "reject_no", "sheet",
				"row_no", "reason", "detail", "raw", "clues", "college");
		this.fileMarks = new CopyBuffer(connection, "staged_file_mark", "campaign_id", "run_id", "file_no", "code",
				"field", "count", "locations", "detail", "suggestion");
	}

	@Override
	public void record(ParsedRow row, List<Mark> rowMarks) {
		long number = this.records.rows() + 1;
		Map<String, String> shown = shown(row);
		this.records.add(this.run.campaignId())
			.add(this.run.id())
			.add(this.file.input().role().word())
			.add(this.file.number())
			.add(number)
			.add(row.row().sheet())
			.add(row.row().number())
			.add(this.keys.spare(row))
			.add(shownName(shown.get("name"), row))
			.add(shown.containsKey("college"))
			.add(extra(row))
			.add(unusable(row))
			.add(shape(row))
			.add(idText(row))
			.add(isSound(row))
			.add(row.values().stream().filter((value) -> !value.isMissing()).count());
		STANDARD.forEach((field) -> this.records.add(key(field, row)));
		this.records.endRow();
		this.texts.add(this.run.campaignId()).add(this.run.id()).add(id(number)).add(Json.object(shown)).endRow();
		for (Mark mark : rowMarks) {
			start(this.marks).add(number)
				.add(mark.code())
				.add(mark.field())
				.add(mark.detail())
				.add(mark.suggestion())
				.endRow();
		}
		sendWhenFull();
	}

	@Override
	public void reject(Reject reject) {
		start(this.rejects).add(this.rejects.rows() + 1)
			.add(reject.sheet())
			.add(reject.row())
			.add(reject.reason())
			.add(reject.detail())
			.add(reject.raw())
			.add(reject.clues().stream().map(this.keys::clue).collect(Collectors.joining(",", "{", "}")))
			.add(reject.college())
			.endRow();
		sendWhenFull();
	}

	/** Writes the file-level marks and sends everything that is still here. */
	void finish(List<FileMark> found) {
		for (FileMark mark : found) {
			start(this.fileMarks).add(mark.code())
				.add(mark.field())
				.add(mark.count())
				.add(mark.locations())
				.add(mark.detail())
				.add("")
				.endRow();
		}
		send();
	}

	long markCount() {
		return this.marks.rows() + this.fileMarks.rows();
	}

	/** A record's number within its run, as the table of values makes it. */
	private long id(long number) {
		return ((long) this.file.number() << 36) | number;
	}

	private CopyBuffer start(CopyBuffer buffer) {
		return buffer.add(this.run.campaignId()).add(this.run.id()).add(this.file.number());
	}

	private Map<String, String> shown(ParsedRow row) {
		Map<String, String> shown = new LinkedHashMap<>();
		for (Value value : row.values()) {
			if (value.state() != Value.State.BLANK && value.state() != Value.State.ERROR) {
				shown.put(value.field().name(), Shown.text(value, row, this.run.unmasked()));
			}
		}
		return shown;
	}

	/** The name as reports show it, where it is not the canonical one. */
	private static String shownName(String shown, ParsedRow row) {
		return (shown != null && shown.equals(row.canonical("name"))) ? null : shown;
	}

	/** The fields that hold something which cannot be compared. */
	private static String unusable(ParsedRow row) {
		return row.values()
			.stream()
			.filter((value) -> !value.isMissing() && value.canonical() == null)
			.map((value) -> value.field().name())
			.collect(Collectors.joining(",", "{", "}"));
	}

	/** The value to link by, which for an ID number also says of which document it is. */
	private static String key(String field, ParsedRow row) {
		String canonical = row.canonical(field);
		return (canonical != null && field.equals("id_no")) ? row.id().keyText() : canonical;
	}

	/** How cells as written differ from their canonical values; only where they do. */
	private static String shape(ParsedRow row) {
		Map<String, String> shape = new LinkedHashMap<>();
		for (Value value : row.values()) {
			if (!value.shape().isEmpty()) {
				shape.put(value.field().name(), String.join(",", value.shape()) + ":" + value.cell().text());
			}
		}
		return shape.isEmpty() ? null : Json.object(shape);
	}

	/**
	 * The number for comparing between sources: also a malformed one, whose length is
	 * worth telling, but nothing damaged or masked.
	 */
	private static String idText(ParsedRow row) {
		IdNumber id = row.id();
		boolean malformed = row.value("id_no").filter((value) -> value.state() == Value.State.UNUSABLE).isPresent()
				&& id.has(IdProblem.Category.FORMAT) && !id.isMasked() && !id.isDamaged();
		return malformed ? id.canonical() : row.canonical("id_no");
	}

	/** Whether the number is usable and keeps every rule of its kind. */
	private static boolean isSound(ParsedRow row) {
		return row.canonical("id_no") != null && !row.id().has(IdProblem.Category.CHECKSUM)
				&& !row.id().has(IdProblem.Category.BIRTH);
	}

	private static String extra(ParsedRow row) {
		Map<String, String> extra = new LinkedHashMap<>();
		for (Value value : row.values()) {
			if (value.canonical() != null && !STANDARD.contains(value.field().name())) {
				extra.put(value.field().name(), value.canonical());
			}
		}
		return extra.isEmpty() ? null : Json.object(extra);
	}

	private void sendWhenFull() {
		this.everyRow.run();
		if (this.records.isFull() || this.texts.isFull() || this.marks.isFull() || this.rejects.isFull()) {
			send();
		}
	}

	private void send() {
		try {
			for (CopyBuffer buffer : List.of(this.records, this.texts, this.marks, this.rejects, this.fileMarks)) {
				buffer.send();
			}
		}
		catch (SQLException ex) {
			// The server's message quotes the line, which is a person's record.
			throw new IllegalStateException("the database refused staged rows, SQLSTATE " + ex.getSQLState());
		}
	}

}
