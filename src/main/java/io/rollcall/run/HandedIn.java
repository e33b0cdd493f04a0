package io.rollcall.run;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

import io.rollcall.cases.Routes;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes down that the registrar handed corrections in. It is an input like an answer: the
 * next run applies it, and only to what is still approved with the value of that run.
 */
@Service
public class HandedIn {

	private final JdbcClient jdbc;

	HandedIn(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What a run lists to be handed in.
	 * @param run a run
	 * @return how many corrections by route, in the order of {@link Routes#all()}; routes
	 * without any are left out
	 */
	public Map<String, Long> listed(Run run) {
		Map<String, Long> listed = new LinkedHashMap<>();
		this.jdbc.sql("""
				select route, count(*) from run_case
				 where campaign_id = ? and run_id = ? and state = 'registrar-approved' and approved <> '' group by route
				""").params(run.campaignId(), run.id()).query((row) -> {
			listed.put(row.getString(1), row.getLong(2));
		});
		Map<String, Long> ordered = new LinkedHashMap<>();
		Routes.all().stream().filter(listed::containsKey).forEach((route) -> ordered.put(route, listed.get(route)));
		return ordered;
	}

	/**
	 * Enters that a run's corrections were handed in. Said twice it is as once.
	 * @param run a published run
	 * @param route one of {@link Routes#all()}
	 * @param on the day
	 * @param by who says so
	 * @return how many corrections of that route the run lists
	 * @throws RunFailure when the run was not published, or its campaign is closed
	 */
	@Transactional
	public long enter(Run run, String route, LocalDate on, String by) {
		if (run.status() != Run.Status.PUBLISHED) {
			throw new RunFailure("NOT_PUBLISHED", run);
		}
		boolean closed = this.jdbc.sql("select closed_at is not null from campaign where campaign_id = ? for share")
			.param(run.campaignId())
			.query(Boolean.class)
			.single();
		if (closed) {
			throw new RunFailure("CLOSED", run.campaign());
		}
		long listed = this.jdbc
			.sql("""
					select count(*) from run_case where campaign_id = ? and run_id = ? and route = ? and state = 'registrar-approved' and approved <> ''
					""")
			.params(run.campaignId(), run.id(), route)
			.query(Long.class)
			.single();
		boolean known = this.jdbc
			.sql("select exists (select 1 from case_input where made_run = ? and route = ? and kind = 'sent')")
			.params(run.id(), route)
			.query(Boolean.class)
			.single();
		if (listed > 0 && !known) {
			this.jdbc.sql("""
					insert into case_input (campaign_id, kind, made_run, route, on_date, entered_by, entered_at)
					values (?, 'sent', ?, ?, ?, ?, ?)
					""").params(run.campaignId(), run.id(), route, on, by, OffsetDateTime.now(ZoneOffset.UTC)).update();
		}
		return listed;
	}

}
