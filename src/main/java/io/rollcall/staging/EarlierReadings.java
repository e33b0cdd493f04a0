package io.rollcall.staging;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.rollcall.intake.BusinessDay;
import io.rollcall.intake.DeliveredCodes;
import io.rollcall.intake.FileOutcome;
import io.rollcall.run.InstallationKey;
import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import io.rollcall.run.RunFile;
import io.rollcall.run.RunFileStore;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Takes over what an earlier run read of a file with the same content, where reading it
 * anew would give the same. Everything that reading depends on besides the business date
 * is part of a reading's reference; for which dates it holds was noted while reading.
 * What other files decide of is never taken over.
 */
@Repository
public class EarlierReadings {

	/** Stands in nothing that people or programs write into these texts. */
	private static final String SEPARATOR = "\0";

	/**
	 * The columns of a table of staged rows but those that the database makes, and what
	 * they are under another run and file number.
	 */
	private static final String COLUMNS = """
			select quote_ident(current_schema()) as schema, string_agg(quote_ident(attname), ', ' order by attnum) as names,
			       string_agg(case attname when 'run_id' then ':run' when 'file_no' then ':no'
			                               when 'id' then 'id + ((:no - cast(:from_no as bigint)) << 36)'
			                               else quote_ident(attname) end, ', ' order by attnum) as values
			  from pg_attribute
			 where attrelid = cast(? as regclass) and attnum > 0 and not attisdropped and attgenerated = ''
			""";

	private static final String LATEST = """
			select run_id, file_no, rows_loaded, rows_rejected, marks from run_file
			 where campaign_id = :campaign and reading = :reading and run_id <> :run and status = 'loaded'
			   and :date between holds_from and holds_until
			 order by run_id desc limit 1
			""";

	private final JdbcClient jdbc;

	private final RunFileStore files;

	private final InstallationKey key;

	EarlierReadings(JdbcClient jdbc, RunFileStore files, InstallationKey key) {
		this.jdbc = jdbc;
		this.files = files;
		this.key = key;
	}

	/**
	 * The reference of a reading: equal for two files that are read alike on the same
	 * date.
	 * @param codes the delivered codes that hold for the file
	 */
	public String reference(RunContext context, RunFile file, DeliveredCodes codes) {
		Map<String, Map<String, String>> meanings = new TreeMap<>();
		codes.forFile(file.input()).forEach((field, names) -> meanings.put(field, new TreeMap<>(names)));
		return this.key.references()
			.of("reading",
					String.join(SEPARATOR, ProgramBuild.current(), file.input().role().word(), file.input().path(),
							file.input().sha256(), String.valueOf(context.run().unmasked()), context.run().jobText(),
							meanings.toString()));
	}

	/** Notes of a file that was read for which runs its rows may be taken over. */
	public void note(Run run, RunFile file, String reference, FileOutcome outcome) {
		if (outcome.holds().isPresent() && outcome.rowsLoaded() > 0) {
			BusinessDay.Range dates = outcome.holds().get();
			this.jdbc.sql("""
					update run_file set reading = ?, holds_from = ?, holds_until = ? where run_id = ? and file_no = ?
					""").params(reference, dates.first(), dates.last(), run.id(), file.number()).update();
		}
	}

	/**
	 * Takes over the rows of an earlier run, all or none.
	 * @return how many were loaded, or empty where the file has to be read
	 */
	public Optional<Long> take(Run run, RunFile file, String reference) {
		if (!file.input().seemsUnchanged()) {
			return Optional.empty();
		}
		return this.jdbc.sql(LATEST)
			.param("campaign", run.campaignId())
			.param("reading", reference)
			.param("run", run.id())
			.param("date", run.date())
			.query(Earlier.class)
			.optional()
			.filter((earlier) -> copy(run, file, earlier))
			.map((earlier) -> {
				settle(run, file, earlier);
				return earlier.rowsLoaded();
			});
	}

	/**
	 * Rows that a crash or a newer run took away leave less than was counted. They go
	 * table by table but all at once: what is there last was there before.
	 */
	private boolean copy(Run run, RunFile file, Earlier earlier) {
		int marks = copy("staged_mark", run, file, earlier) + copy("staged_file_mark", run, file, earlier);
		boolean whole = marks == earlier.marks() && copy("reject", run, file, earlier) == earlier.rowsRejected()
				&& copy("staged_record", run, file, earlier) == earlier.rowsLoaded();
		if (!whole) {
			this.files.unstage(run, file);
		}
		return whole;
	}

	private int copy(String table, Run run, RunFile file, Earlier earlier) {
		Map<String, Object> columns = this.jdbc.sql(COLUMNS).param(table).query().singleRow();
		return this.jdbc
			.sql("insert into " + table + " (" + columns.get("names") + ") select " + columns.get("values") + " from "
					+ columns.get("schema") + "." + table + " where campaign_id = :campaign and run_id = :from and "
					+ RunFileStore.STAGED.get(table).replace(":no", ":from_no"))
			.param("campaign", run.campaignId())
			.param("run", run.id())
			.param("no", file.number())
			.param("from", earlier.runId())
			.param("from_no", earlier.fileNo())
			.update();
	}

	private void settle(Run run, RunFile file, Earlier earlier) {
		this.jdbc
			.sql("""
					update run_file f
					   set status = e.status, rows_read = e.rows_read, rows_loaded = e.rows_loaded, rows_rejected = e.rows_rejected,
					       marks = e.marks, columns = e.columns, reading = e.reading, holds_from = e.holds_from,
					       holds_until = e.holds_until
					  from run_file e
					 where f.run_id = :run and f.file_no = :no and e.run_id = :from and e.file_no = :from_no
					""")
			.param("run", run.id())
			.param("no", file.number())
			.param("from", earlier.runId())
			.param("from_no", earlier.fileNo())
			.update();
		this.jdbc.sql("""
				insert into run_notice (campaign_id, run_id, file_no, notice_no, kind, text)
				select campaign_id, :run, :no, notice_no, kind, text from run_notice
				 where run_id = :from and file_no = :from_no and notice_no < :advice
				""")
			.param("run", run.id())
			.param("no", file.number())
			.param("from", earlier.runId())
			.param("from_no", earlier.fileNo())
			.param("advice", RunFileStore.ADVICE_NUMBER)
			.update();
	}

	/** A file of an earlier run, and how much of it there must be. */
	private record Earlier(long runId, int fileNo, long rowsLoaded, long rowsRejected, long marks) {
	}

}
