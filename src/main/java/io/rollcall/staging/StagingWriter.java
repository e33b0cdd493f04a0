package io.rollcall.staging;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.database.CopyBuffer;
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
import io.rollcall.run.Run;
import io.rollcall.run.RunFile;

/** Writes what one file yields into the staging tables, in the caller's transaction. */
public final class StagingWriter implements IntakeSink, AutoCloseable {

	/** What is told of every record beside the values of its fields. */
	private static final List<String> OF_RECORD = List.of("campaign_id", "run_id", "role", "file_no", "record_no",
			"sheet", "row_no", "spare_key", "raw", "shown_name", "states_college", "extra", "unusable", "shape",
			"id_text", "id_sound", "filled");

	private final Connection connection;

	private final Savepoint beginning;

	private final Run run;

	private final RunFile file;

	private final StudentKeys keys;

	private final Runnable everyRow;

	private final Runnable forgotten;

	/** What stands in front of every row of a table. */
	private final byte[] ofFile;

	private final byte[] ofSource;

	private CopyBuffer records;

	private long number;

	private final CopyBuffer marks;

	private final CopyBuffer rejects;

	private final CopyBuffer fileMarks;

	private StagedColumns columns = StagedColumns.NONE;

	/**
	 * A writer for one file.
	 * @param connection the transaction's connection
	 * @param run the run
	 * @param file the file
	 * @param keys makes student keys
	 * @param everyRow called once a row: progress, and the place to stop from
	 * @param forgotten called when the rows so far do not count
	 */
	public StagingWriter(Connection connection, Run run, RunFile file, StudentKeys keys, Runnable everyRow,
			Runnable forgotten) {
		this.connection = connection;
		this.beginning = savepoint(connection);
		this.run = run;
		this.ofFile = CopyBuffer.encoded(run.campaignId(), run.id(), file.number());
		this.ofSource = CopyBuffer.encoded(run.campaignId(), run.id(), file.input().role().word(), file.number());
		this.file = file;
		this.keys = keys;
		this.everyRow = everyRow;
		this.forgotten = forgotten;
		this.records = records(StagedColumns.NONE);
		this.marks = new CopyBuffer(connection, "staged_mark", "campaign_id", "run_id", "file_no", "record_no", "code",
				"field", "detail", "suggestion");
		this.rejects = new CopyBuffer(connection, "reject", "campaign_id", "run_id", "file_no", "reject_no", "sheet",
				"row_no", "reason", "detail", "raw", "clues", "college");
		this.fileMarks = new CopyBuffer(connection, "staged_file_mark", "campaign_id", "run_id", "file_no", "code",
				"field", "count", "locations", "detail", "suggestion");
	}

	@Override
	public void record(ParsedRow row, List<Mark> rowMarks) {
		if (this.columns.layout() != row.layout()) {
			send();
			this.columns = new StagedColumns(row.layout());
			this.records = records(this.columns);
		}
		this.number++;
		this.records.add(this.ofSource).add(this.number).add(row.row().sheet()).add(row.row().number());
		this.records.add(this.keys.spare(row));
		cells(row);
		for (int place : this.columns.places()) {
			this.records.add(this.columns.canonical(place, row));
		}
		this.records.endRow();
		for (Mark mark : rowMarks) {
			this.marks.add(this.ofFile)
				.add(this.number)
				.add(mark.code())
				.add(mark.field())
				.add(mark.detail())
				.add(mark.suggestion())
				.endRow();
		}
		sendWhenFull();
	}

	/** Each list has its own columns, and what a list has not is not sent. */
	private CopyBuffer records(StagedColumns of) {
		return new CopyBuffer(this.connection, "staged_record",
				Stream.concat(OF_RECORD.stream(), of.names().stream()).toArray(String[]::new));
	}

	/**
	 * The cells as they may be shown, and what is told of all of them together. A cell
	 * that its value tells is kept of forms only, whose columns mean something else.
	 */
	private void cells(ParsedRow row) {
		String shownName = null;
		boolean statesCollege = false;
		StringBuilder unusable = null;
		boolean shaped = false;
		int filled = 0;
		boolean form = this.file.input().role().isForm();
		boolean kept = false;
		for (int i = 0; i < row.layout().fields().size(); i++) {
			Value value = row.value(i);
			if (value.state() != Value.State.BLANK && value.state() != Value.State.ERROR) {
				String shown = Shown.text(value, row, this.run.unmasked());
				if (form || !shown.equals(this.columns.canonical(i, row))) {
					kept = kept ? kept : begin();
					this.records.addMember(this.columns.member(i), shown);
				}
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
		if (kept) {
			this.records.endObject();
		}
		else {
			this.records.add((Object) null);
		}
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

	private boolean begin() {
		this.records.beginObject();
		return true;
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
	public void finish(List<FileMark> found) {
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

	/** The number of marks written. */
	public long markCount() {
		return this.marks.rows() + this.fileMarks.rows();
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
			for (CopyBuffer buffer : all()) {
				buffer.clear();
			}
			this.connection.rollback(this.beginning);
		}
		catch (SQLException ex) {
			throw refused(ex);
		}
		this.number = 0;
		this.forgotten.run();
	}

	private void sendWhenFull() {
		this.everyRow.run();
		if (this.marks.isFull() || this.rejects.isFull()) {
			send();
		}
		else if (this.records.isFull()) {
			pass();
		}
	}

	/** The server puts records into their table while the next ones are made. */
	private void pass() {
		try {
			this.records.pass();
		}
		catch (SQLException ex) {
			throw refused(ex);
		}
	}

	private List<CopyBuffer> all() {
		return List.of(this.records, this.marks, this.rejects, this.fileMarks);
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
			for (CopyBuffer buffer : all()) {
				buffer.send();
			}
		}
		catch (SQLException ex) {
			throw refused(ex);
		}
	}

	/** Leaves the connection to others, also in the middle of a file. */
	@Override
	public void close() {
		try {
			this.records.close();
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
