package io.rollcall.pipeline;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
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

	private final Connection connection;

	private final Savepoint beginning;

	private final Run run;

	private final RunFile file;

	private final StudentKeys keys;

	private final Runnable everyRow;

	private final Runnable forgotten;

	/** What stands in front of every row of a table. */
	private final byte[] ofRun;

	private final byte[] ofFile;

	private final byte[] ofSource;

	private final CopyBuffer records;

	private final CopyBuffer texts;

	private final CopyBuffer marks;

	private final CopyBuffer rejects;

	private final CopyBuffer fileMarks;

	private final List<CopyBuffer> all;

	private StagedColumns columns = new StagedColumns(null, List.of());

	/**
	 * A writer for one file.
	 * @param connection the transaction's connection
	 * @param run the run
	 * @param file the file
	 * @param keys makes student keys
	 * @param everyRow called once a row: progress, and the place to stop from
	 * @param forgotten called when the rows so far do not count
	 */
	StagingWriter(Connection connection, Run run, RunFile file, StudentKeys keys, Runnable everyRow,
			Runnable forgotten) {
		this.connection = connection;
		this.beginning = savepoint(connection);
		this.run = run;
		this.ofRun = CopyBuffer.encoded(run.campaignId(), run.id());
		this.ofFile = CopyBuffer.encoded(run.campaignId(), run.id(), file.number());
		this.ofSource = CopyBuffer.encoded(run.campaignId(), run.id(), file.input().role().word(), file.number());
		this.file = file;
		this.keys = keys;
		this.everyRow = everyRow;
		this.forgotten = forgotten;
		List<String> names = new ArrayList<>(
				List.of("campaign_id", "run_id", "role", "file_no", "record_no", "sheet", "row_no", "spare_key",
						"shown_name", "states_college", "extra", "unusable", "shape", "id_text", "id_sound", "filled"));
		names.addAll(STANDARD);
		this.records = new CopyBuffer(connection, "staged_value", names.toArray(String[]::new));
		this.texts = new CopyBuffer(connection, "staged_text", "campaign_id", "run_id", "id", "raw");
		this.marks = new CopyBuffer(connection, "staged_mark", "campaign_id", "run_id", "file_no", "record_no", "code",
				"field", "detail", "suggestion");
		this.rejects = new CopyBuffer(connection, "reject", "campaign_id", "run_id", "file_no", "reject_no", "sheet",
				"row_no", "reason", "detail", "raw", "clues", "college");
		this.fileMarks = new CopyBuffer(connection, "staged_file_mark", "campaign_id", "run_id", "file_no", "code",
				"field", "count", "locations", "detail", "suggestion");
		this.all = List.of(this.records, this.texts, this.marks, this.rejects, this.fileMarks);
	}

	@Override
	public void record(ParsedRow row, List<Mark> rowMarks) {
		if (this.columns.layout() != row.layout()) {
			this.columns = new StagedColumns(row.layout(), STANDARD);
		}
		long number = this.records.rows() + 1;
		this.records.add(this.ofSource).add(number).add(row.row().sheet()).add(row.row().number());
		this.records.add(this.keys.spare(row));
		this.texts.add(this.ofRun).add(id(number));
		cells(row);
		for (int i = 0; i < STANDARD.size(); i++) {
			this.records.add(this.columns.canonical(i, row));
		}
		this.records.endRow();
		this.texts.endRow();
		for (Mark mark : rowMarks) {
			this.marks.add(this.ofFile)
				.add(number)
				.add(mark.code())
				.add(mark.field())
				.add(mark.detail())
				.add(mark.suggestion())
				.endRow();
		}
		sendWhenFull();
	}

	/** The cells as they may be shown, and what is told of all of them together. */
	private void cells(ParsedRow row) {
		String shownName = null;
		boolean statesCollege = false;
		StringBuilder unusable = null;
		boolean shaped = false;
		int filled = 0;
		this.texts.beginObject();
		for (int i = 0; i < row.layout().fields().size(); i++) {
			Value value = row.value(i);
			if (value.state() != Value.State.BLANK && value.state() != Value.State.ERROR) {
				String shown = Shown.text(value, row, this.run.unmasked());
				this.texts.addMember(this.columns.member(i), shown);
				shownName = (i == this.columns.name()) ? shown : shownName;
				statesCollege |= i == this.columns.college();
			}
			if (!value.isMissing()) {
				filled++;
				if (value.canonical() == null) {
					unusable = (unusable != null) ? unusable.append(',') : new StringBuilder("{");
					unusable.append(value.field().name());
				}
			}
			shaped |= !value.shape().isEmpty();
		}
		this.texts.endObject();
		boolean isCanonical = shownName != null && shownName.equals(row.canonical("name"));
		this.records.add(isCanonical ? null : shownName)
			.add(statesCollege)
			.add(extra(row))
			.add((unusable != null) ? unusable.append('}') : "{}")
			.add(shaped ? shape(row) : null)
			.add(idText(row))
			.add(isSound(row))
			.add(filled);
	}

	@Override
	public void reject(Reject reject) {
		this.rejects.add(this.ofFile)
			.add(this.rejects.rows() + 1)
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

	/**
	 * Writes the file-level marks and sends everything that is still here; nothing can be
	 * forgotten any more.
	 */
	void finish(List<FileMark> found) {
		for (FileMark mark : found) {
			this.fileMarks.add(this.ofFile)
				.add(mark.code())
				.add(mark.field())
				.add(mark.count())
				.add(mark.locations())
				.add(mark.detail())
				.add("")
				.endRow();
		}
		send();
		try {
			this.connection.releaseSavepoint(this.beginning);
		}
		catch (SQLException ex) {
			throw refused(ex);
		}
	}

	long markCount() {
		return this.marks.rows() + this.fileMarks.rows();
	}

	/** A record's number within its run, as the table of values makes it. */
	private long id(long number) {
		return ((long) this.file.number() << 36) | number;
	}

	/** How cells as written differ from their canonical values. */
	private static String shape(ParsedRow row) {
		Map<String, String> shape = new LinkedHashMap<>();
		for (Value value : row.values()) {
			if (!value.shape().isEmpty()) {
				shape.put(value.field().name(), String.join(",", value.shape()) + ":" + value.cell().text());
			}
		}
		return Json.object(shape);
	}

	/**
	 * The number for comparing between sources: also a malformed one, whose length is
	 * worth telling, but nothing damaged or masked.
	 */
	private static String idText(ParsedRow row) {
		IdNumber id = row.id();
		Value value = row.valueOrNull("id_no");
		boolean malformed = value != null && value.state() == Value.State.UNUSABLE && id.has(IdProblem.Category.FORMAT)
				&& !id.isMasked() && !id.isDamaged();
		return malformed ? id.canonical() : row.canonical("id_no");
	}

	/** Whether the number is usable and keeps every rule of its kind. */
	private static boolean isSound(ParsedRow row) {
		return row.canonical("id_no") != null && !row.id().has(IdProblem.Category.CHECKSUM)
				&& !row.id().has(IdProblem.Category.BIRTH);
	}

	/** The values of fields that have no column of their own, or null. */
	private String extra(ParsedRow row) {
		Map<String, String> extra = null;
		for (int place : this.columns.others()) {
			Value value = row.value(place);
			if (value.canonical() != null) {
				extra = (extra != null) ? extra : new LinkedHashMap<>();
				extra.put(value.field().name(), value.canonical());
			}
		}
		return (extra != null) ? Json.object(extra) : null;
	}

	@Override
	public void forget() {
		try {
			this.connection.rollback(this.beginning);
		}
		catch (SQLException ex) {
			throw refused(ex);
		}
		this.all.forEach(CopyBuffer::clear);
		this.forgotten.run();
	}

	private void sendWhenFull() {
		this.everyRow.run();
		if (this.records.isFull() || this.texts.isFull() || this.marks.isFull() || this.rejects.isFull()) {
			send();
		}
	}

	private static Savepoint savepoint(Connection connection) {
		try {
			return connection.setSavepoint();
		}
		catch (SQLException ex) {
			throw refused(ex);
		}
	}

	private void send() {
		try {
			for (CopyBuffer buffer : this.all) {
				buffer.send();
			}
		}
		catch (SQLException ex) {
			throw refused(ex);
		}
	}

	/** The server's message quotes the line, which is a person's record. */
	private static IllegalStateException refused(SQLException ex) {
		return new IllegalStateException("the database refused staged rows, SQLSTATE " + ex.getSQLState());
	}

}
