package io.rollcall.run;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.SourceRole;
import io.rollcall.intake.FileContent;
import io.rollcall.intake.FileNotice;
import io.rollcall.intake.FileOutcome;
import io.rollcall.intake.InputFile;
import io.rollcall.intake.InputPaths;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The frozen list of a run's files, and what became of each. */
@Repository
public class RunFileStore {

	/**
	 * Rows of a file, by the range of its records' numbers, for which there is an index.
	 */
	private static final String OF_FILE = "id >= cast(:no as bigint) << 36 and id < (cast(:no as bigint) + 1) << 36";

	/** Notices of the loading step are numbered from 1; advice comes behind them. */
	public static final int ADVICE_NUMBER = 1000;

	/** The tables that reading fills, each with what picks out the rows of a file. */
	public static final Map<String, String> STAGED = Map.of("staged_record", OF_FILE, "staged_mark", OF_FILE,
			"staged_file_mark", "file_no = :no", "reject", "file_no = :no");

	private final JdbcClient jdbc;

	RunFileStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Forgets a list that was begun and not finished. */
	public void clear(Run run) {
		this.jdbc.sql("delete from reject where campaign_id = ? and run_id = ?")
			.params(run.campaignId(), run.id())
			.update();
		this.jdbc.sql("delete from run_file where run_id = ?").param(run.id()).update();
	}

	/**
	 * Adds a file to the list.
	 * @param accepted when a page took it in, if one did
	 */
	public void add(Run run, RunFile file, Optional<Instant> accepted) {
		this.jdbc
			.sql("""
					insert into run_file (campaign_id, run_id, file_no, role, path, size, modified, sha256, checksum, status,
					                      reason, detail, accepted_at)
					values (:campaign, :run, :no, :role, :path, :size, :modified, :sha256, :checksum, :status, :reason,
					        :detail, :accepted)
					""")
			.param("campaign", run.campaignId())
			.param("run", run.id())
			.param("no", file.number())
			.param("role", file.input().role().word())
			.param("path", file.input().path())
			.param("size", file.input().size())
			.param("modified", file.input().modified().atOffset(ZoneOffset.UTC))
			.param("sha256", file.input().sha256())
			.param("checksum", checksum(file.input().content()), Types.BIGINT)
			.param("status", file.status().column())
			.param("reason", file.reason())
			.param("detail", file.detail())
			.param("accepted", accepted.map((at) -> at.atOffset(ZoneOffset.UTC)).orElse(null),
					Types.TIMESTAMP_WITH_TIMEZONE)
			.update();
	}

	/** What the files of a run held, by role and path. */
	public Map<String, String> hashes(long run) {
		Map<String, String> hashes = new TreeMap<>();
		this.jdbc.sql("select role, path, sha256 from run_file where run_id = ?").param(run).query((row) -> {
			hashes.put(row.getString("role") + "/" + row.getString("path"), row.getString("sha256"));
		});
		return hashes;
	}

	/** All files of a run, in the order of the list. */
	public List<RunFile> all(Run run, Campaign campaign) {
		return this.jdbc.sql("select * from run_file where run_id = ? order by file_no")
			.param(run.id())
			.query((row, index) -> map(row, run, campaign))
			.list();
	}

	/** Waits until nobody else loads a file of a run. */
	public void lock(Run run, int number) {
		this.jdbc.sql("select 1 from run_file where run_id = ? and file_no = ? for update")
			.params(run.id(), number)
			.query(Integer.class)
			.optional();
	}

	/** Whether everything that was staged of a loaded file is still there. */
	public boolean isStaged(Run run, RunFile file) {
		return this.jdbc
			.sql("""
					select (select count(*) from staged_record where run_id = :run and {of_file})
					     + (select count(*) from review_row where run_id = :run and file_no = :no)
					       = case role when 'reviews' then rows_read else rows_loaded end
					   and (select count(*) from staged_mark where run_id = :run and {of_file})
					     + (select count(*) from staged_file_mark where run_id = :run and file_no = :no) = marks
					   and (select count(*) from reject where campaign_id = :campaign and run_id = :run and file_no = :no) = rows_rejected
					  from run_file where run_id = :run and file_no = :no
					"""
				.replace("{of_file}", OF_FILE))
			.param("campaign", run.campaignId())
			.param("run", run.id())
			.param("no", file.number())
			.query(Boolean.class)
			.single();
	}

	/** Removes whatever a file left in the staging tables. */
	public void unstage(Run run, RunFile file) {
		STAGED.forEach((table, ofFile) -> this.jdbc
			.sql("delete from " + table + " where campaign_id = :campaign and run_id = :run and " + ofFile)
			.param("campaign", run.campaignId())
			.param("run", run.id())
			.param("no", file.number())
			.update());
	}

	/** Enters what became of a file. */
	public void settle(Run run, RunFile file, FileOutcome outcome, long marks) {
		this.jdbc.sql("""
				update run_file set status = :status, reason = :reason, detail = :detail, rows_read = :read,
				                    rows_loaded = :loaded, rows_rejected = :rejected, marks = :marks, columns = :columns
				 where run_id = :run and file_no = :no
				""")
			.param("status", (outcome.refusal().isPresent() ? RunFile.Status.REFUSED : RunFile.Status.LOADED).column())
			.param("reason", outcome.refusal().map(FileOutcome.Refusal::reason).orElse(""))
			.param("detail", outcome.refusal().map(FileOutcome.Refusal::detail).orElse(""))
			.param("read", outcome.rowsRead())
			.param("loaded", outcome.rowsLoaded())
			.param("rejected", outcome.rowsRejected())
			.param("marks", marks)
			.param("columns", outcome.columns().stream().sorted().toArray(String[]::new))
			.param("run", run.id())
			.param("no", file.number())
			.update();
		notices(run, file, outcome.notices());
	}

	/** Refuses a file that is not loaded. */
	void refuse(Run run, RunFile file, String reason, String detail) {
		this.jdbc.sql("update run_file set status = 'refused', reason = ?, detail = ? where run_id = ? and file_no = ?")
			.params(reason, detail, run.id(), file.number())
			.update();
	}

	/** Replaces the notices of a file. */
	void notices(Run run, RunFile file, List<FileNotice> notices) {
		this.jdbc.sql("delete from run_notice where run_id = ? and file_no = ?")
			.params(run.id(), file.number())
			.update();
		int number = 0;
		for (FileNotice notice : notices) {
			number++;
			notice(run, file, number, notice);
		}
	}

	/** Adds a notice to a file. */
	public void notice(Run run, RunFile file, int number, FileNotice notice) {
		this.jdbc.sql("insert into run_notice values (?, ?, ?, ?, ?, ?)")
			.params(run.campaignId(), run.id(), file.number(), number, notice.kind(), notice.text())
			.update();
	}

	private static @Nullable Long checksum(FileContent content) {
		return content.checksum().isPresent() ? content.checksum().getAsLong() : null;
	}

	private static FileContent content(ResultSet row) throws SQLException {
		long checksum = row.getLong("checksum");
		return new FileContent(row.getLong("size"), row.getObject("modified", OffsetDateTime.class).toInstant(),
				row.getString("sha256"), row.wasNull() ? OptionalLong.empty() : OptionalLong.of(checksum));
	}

	private static RunFile map(ResultSet row, Run run, Campaign campaign) throws SQLException {
		SourceRole role = SourceRole.of(row.getString("role")).orElseThrow();
		Path folder = run.input().resolve(campaign.source(role).folder());
		String path = row.getString("path");
		InputFile input = new InputFile(role, path, InputPaths.resolve(folder, path), content(row));
		return new RunFile(row.getInt("file_no"), input, RunFile.Status.of(row.getString("status")),
				row.getString("reason"), row.getString("detail"), row.getLong("rows_read"),
				row.getLong("rows_loaded") - row.getLong("rows_duplicate"), row.getLong("rows_duplicate"),
				row.getLong("rows_rejected"), row.getLong("marks"));
	}

}
