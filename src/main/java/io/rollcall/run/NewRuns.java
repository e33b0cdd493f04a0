package io.rollcall.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Stream;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.Operation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Enters runs into their table, with the next number of their date. */
@Repository
public class NewRuns {

	private final JdbcClient jdbc;

	private final RunStore runs;

	private final InstantSource clock;

	NewRuns(JdbcClient jdbc, RunStore runs, InstantSource clock) {
		this.jdbc = jdbc;
		this.runs = runs;
		this.clock = clock;
	}

	/**
	 * Enters a new run with the next number of its date that is free here and in the
	 * output folder, which may hold runs of another database. The campaign's row is
	 * locked meanwhile, so that no other run takes the same number.
	 * @param status running, or waiting in line
	 * @param waiter the presence of the command that waits with it, or empty
	 */
	@Transactional
	public Run create(RunRequest request, Run.Status status, String waiter) {
		long campaign = campaign(request.campaign());
		long id = this.jdbc
			.sql("""
					insert into run (campaign_id, business_date, number, status, reason, job_file, job_text, input_dir,
					                 output_dir, unmasked, started_at, trigger, due, by_whom, queued_at, waiter)
					select :campaign, :date, greatest(max(number), :taken) + 1, :status, :reason, :jobFile, :jobText, :input,
					       :output, :unmasked, :now, :trigger, :due, :by, :now, :waiter
					  from run where campaign_id = :campaign and business_date = :date
					returning run_id
					""")
			.param("campaign", campaign)
			.param("date", request.date())
			.param("taken", taken(request.output().resolve(request.campaign().name()), request.date()))
			.param("status", status.column())
			.param("reason", request.reason())
			.param("jobFile", request.jobFile().toString())
			.param("jobText", request.jobText())
			.param("input", request.input().toString())
			.param("output", request.output().toString())
			.param("unmasked", request.unmasked())
			.param("now", now())
			.param("trigger", request.origin().trigger().word())
			.param("due", request.origin().due().map((due) -> due.atOffset(ZoneOffset.UTC)).orElse(null),
					Types.TIMESTAMP_WITH_TIMEZONE)
			.param("by", request.origin().by())
			.param("waiter", waiter)
			.query(Long.class)
			.single();
		return this.runs.get(id);
	}

	/** The campaign's key; its row is locked until the transaction ends. */
	private long campaign(Campaign campaign) {
		Operation.Retention retention = campaign.operation().retention();
		return this.jdbc.sql("""
				insert into campaign as c (name, school_code, personal_days, audit_days)
				values (:name, :school, :personal, :audit)
				on conflict (name) do update set school_code = excluded.school_code,
				   personal_days = excluded.personal_days, audit_days = excluded.audit_days
				 where c.closed_at is null
				returning campaign_id, school_code
				""")
			.param("name", campaign.name())
			.param("school", campaign.school().code())
			.param("personal", retention.personalDays())
			.param("audit", retention.auditDays())
			.query((row, index) -> key(row, campaign))
			.optional()
			.orElseThrow(() -> new RunFailure("CLOSED", campaign.name()));
	}

	/** The database keeps the school of a campaign that had runs. */
	private static long key(ResultSet row, Campaign campaign) throws SQLException {
		if (!row.getString("school_code").equals(campaign.school().code())) {
			throw new RunFailure("NAME_TAKEN", campaign.name());
		}
		return row.getLong("campaign_id");
	}

	/** A run of the same inputs, job file, folders and options as another. */
	@Transactional
	public Run repeat(Run run, String reason, RunOrigin origin, Run.Status status, String waiter) {
		this.jdbc.sql("select name from campaign where campaign_id = :id and closed_at is null for update")
			.param("id", run.campaignId())
			.query(String.class)
			.optional()
			.orElseThrow(() -> new RunFailure("CLOSED", run.campaign()));
		long id = this.jdbc
			.sql("""
					insert into run (campaign_id, business_date, number, status, reason, job_file, job_text, input_dir,
					                 output_dir, unmasked, started_at, inputs_of, trigger, by_whom, queued_at, waiter)
					select campaign_id, business_date,
					       (select greatest(max(number), :taken) + 1 from run n
					         where n.campaign_id = r.campaign_id and n.business_date = r.business_date),
					       :status, :reason, job_file, job_text, input_dir, output_dir, unmasked, :now, run_id, :trigger, :by,
					       :now, :waiter
					  from run r where run_id = :id
					returning run_id
					""")
			.param("id", run.id())
			.param("taken", taken(run.campaignFolder(), run.date()))
			.param("status", status.column())
			.param("reason", reason)
			.param("now", now())
			.param("trigger", origin.trigger().word())
			.param("by", origin.by())
			.param("waiter", waiter)
			.query(Long.class)
			.single();
		return this.runs.get(id);
	}

	/** Has the connection of this transaction be known as one that works for a run. */
	public void works(Run run) {
		this.runs.works(run);
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

	/** The highest number of a date that a folder of finished runs carries, or 0. */
	private static int taken(Path campaignFolder, LocalDate date) {
		return Math.max(highest(campaignFolder, date), highest(campaignFolder.resolve("held"), date));
	}

	private static int highest(Path parent, LocalDate date) {
		try (Stream<Path> folders = Files.list(parent)) {
			return folders.map((folder) -> RunRef.parse(folder.getFileName().toString()))
				.flatMap(Optional::stream)
				.filter((ref) -> ref.date().equals(date))
				.mapToInt(RunRef::number)
				.max()
				.orElse(0);
		}
		catch (IOException ex) {
			return 0;
		}
	}

	/**
	 * A run of the same inputs that leaves nothing behind: the caller's transaction is
	 * rolled back. Its number lies beyond those of real runs.
	 */
	public Run scratch(Run run, String jobFile, String jobText) {
		long id = this.jdbc.sql("""
				insert into run (campaign_id, business_date, number, status, job_file, job_text, input_dir, output_dir,
				                 unmasked, started_at, inputs_of)
				select campaign_id, business_date, number + 1000000 + pg_backend_pid(), 'running', :jobFile, :jobText,
				       input_dir, output_dir, unmasked, :now, run_id
				  from run where run_id = :id
				returning run_id
				""")
			.param("id", run.id())
			.param("jobFile", jobFile)
			.param("jobText", jobText)
			.param("now", now())
			.query(Long.class)
			.single();
		return this.runs.get(id);
	}

}
