package io.rollcall.nightly;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.access.AuditLog;
import io.rollcall.campaign.Campaign;
import io.rollcall.run.RunFailure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether campaigns are open, paused or closed. */
@Service
public class Campaigns {

	private static final String STANDINGS = """
			select c.campaign_id, c.name, c.school_code, c.closed_at is not null as closed, c.cleared_at is not null as cleared,
			       s.paused_at is not null as paused
			  from campaign c left join schedule s using (campaign_id)
			""";

	private final JdbcClient jdbc;

	private final AuditLog audit;

	private final InstantSource clock;

	Campaigns(JdbcClient jdbc, AuditLog audit, InstantSource clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Where a campaign stands.
	 *
	 * @param id its key
	 * @param school the code of its school
	 * @param closed whether it takes no runs any more
	 * @param cleared whether its personal data are gone
	 * @param paused whether nothing starts by the clock
	 */
	public record Standing(long id, String school, boolean closed, boolean cleared, boolean paused) {
	}

	/**
	 * Where a campaign stands.
	 * @param campaign its name
	 * @return its standing, empty where the database never saw it
	 */
	public Optional<Standing> standing(String campaign) {
		return this.jdbc.sql(STANDINGS + " where c.name = ?").param(campaign).query(Campaigns::standing).optional();
	}

	/**
	 * Where all campaigns stand.
	 * @return by name, those that the database ever saw
	 */
	public Map<String, Standing> standings() {
		Map<String, Standing> standings = new HashMap<>();
		this.jdbc.sql(STANDINGS).query((row) -> {
			standings.put(row.getString("name"), standing(row, 0));
		});
		return standings;
	}

	private static Standing standing(ResultSet row, int index) throws SQLException {
		return new Standing(row.getLong("campaign_id"), row.getString("school_code"), row.getBoolean("closed"),
				row.getBoolean("cleared"), row.getBoolean("paused"));
	}

	/**
	 * Makes a campaign known from its job file. Nothing that was due before counts as
	 * missed. A campaign that had runs keeps its school.
	 * @param campaign the campaign
	 * @return where it stands; of another school where its name is taken
	 */
	@Transactional
	public Standing know(Campaign campaign) {
		this.jdbc.sql("""
				insert into campaign as c (name, school_code, personal_days, audit_days) values (?, ?, ?, ?)
				on conflict (name) do update set school_code = excluded.school_code,
				   personal_days = excluded.personal_days, audit_days = excluded.audit_days
				 where (c.school_code, c.personal_days, c.audit_days)
				       is distinct from (excluded.school_code, excluded.personal_days, excluded.audit_days)
				""")
			.params(campaign.name(), campaign.school().code(), campaign.operation().retention().personalDays(),
					campaign.operation().retention().auditDays())
			.update();
		this.jdbc.sql("""
				insert into schedule (campaign_id, dealt_until) select campaign_id, ? from campaign where name = ?
				on conflict do nothing
				""").params(now(), campaign.name()).update();
		return standing(campaign.name()).orElseThrow();
	}

	/**
	 * Starts nothing by the clock from now on.
	 * @param campaign the campaign
	 * @param reason why
	 * @param actor who says so
	 * @throws RunFailure when it is unknown, paused or closed
	 */
	@Transactional
	public void pause(String campaign, String reason, Actor actor) {
		long id = open(campaign);
		this.jdbc.sql("insert into schedule (campaign_id, dealt_until) values (?, ?) on conflict do nothing")
			.params(id, now())
			.update();
		int changed = this.jdbc
			.sql("""
					update schedule set paused_at = ?, paused_by = ?, paused_why = ? where campaign_id = ? and paused_at is null
					""")
			.params(now(), actor.account(), reason, id)
			.update();
		changed(changed, "PAUSED", campaign);
		this.audit.write(actor, "schedule.pause", campaign, "", "", "done");
	}

	/**
	 * Starts runs by the clock again; what was due in the pause is not made up for.
	 * @param campaign the campaign
	 * @param reason why
	 * @param actor who says so
	 * @throws RunFailure when it is unknown, closed, or not paused
	 */
	@Transactional
	public void goOn(String campaign, String reason, Actor actor) {
		long id = open(campaign);
		int changed = this.jdbc.sql("""
				update schedule set paused_at = null, paused_by = ?, paused_why = ?, dealt_until = ?
				 where campaign_id = ? and paused_at is not null
				""").params(actor.account(), reason, now(), id).update();
		changed(changed, "NOT_PAUSED", campaign);
		this.audit.write(actor, "schedule.continue", campaign, "", "", "done");
	}

	/**
	 * Ends a campaign: the line is emptied, a running run goes on to its end.
	 * @param campaign the campaign
	 * @param reason why
	 * @param actor who says so
	 * @throws RunFailure when it is unknown, closed, or a run is held
	 */
	@Transactional
	public void close(String campaign, String reason, Actor actor) {
		long id = open(campaign);
		this.jdbc
			.sql("select business_date || '-' || number from run where campaign_id = ? and status = 'held' limit 1")
			.param(id)
			.query(String.class)
			.optional()
			.ifPresent((held) -> {
				throw new RunFailure("CLOSE_HELD", campaign, campaign + "/" + held);
			});
		this.jdbc.sql("update campaign set closed_at = ?, closed_by = ?, closed_why = ? where campaign_id = ?")
			.params(now(), actor.account(), reason, id)
			.update();
		this.jdbc.sql("""
				update run set status = 'stopped', failure = 'CLOSED', settled_at = ?
				 where campaign_id = ? and status = 'waiting'
				""").params(now(), id).update();
		this.audit.write(actor, "campaign.close", campaign, "", "", "done");
	}

	/**
	 * Opens a closed campaign again.
	 * @param campaign the campaign
	 * @param reason why
	 * @param actor who says so
	 * @throws RunFailure when it is unknown, open, or its personal data are gone
	 */
	@Transactional
	public void reopen(String campaign, String reason, Actor actor) {
		Standing standing = find(campaign);
		if (standing.cleared()) {
			throw new RunFailure("CLEARED", campaign);
		}
		if (!standing.closed()) {
			throw new RunFailure("NOT_CLOSED", campaign);
		}
		this.jdbc.sql("update campaign set closed_at = null, closed_by = ?, closed_why = ? where campaign_id = ?")
			.params(actor.account(), reason, standing.id())
			.update();
		this.jdbc.sql("update schedule set dealt_until = ? where campaign_id = ?")
			.params(now(), standing.id())
			.update();
		this.audit.write(actor, "campaign.reopen", campaign, "", "", "done");
	}

	private Standing find(String campaign) {
		this.jdbc.sql("select 1 from campaign where name = ? for update")
			.param(campaign)
			.query(Integer.class)
			.optional();
		return standing(campaign).orElseThrow(() -> new RunFailure("UNKNOWN_NAME", campaign));
	}

	private long open(String campaign) {
		Standing standing = find(campaign);
		if (standing.closed()) {
			throw new RunFailure("CLOSED", campaign);
		}
		return standing.id();
	}

	private static void changed(int rows, String otherwise, String campaign) {
		if (rows == 0) {
			throw new RunFailure(otherwise, campaign);
		}
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
