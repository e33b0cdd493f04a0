package io.rollcall.nightly;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The numbers that one would be woken for. Counts only; tags name campaigns and roles.
 */
final class RunGauges implements Beat {

	private final JdbcClient jdbc;

	private final InstantSource clock;

	private final MultiGauge age;

	private final MultiGauge seconds;

	private final MultiGauge rows;

	private final MultiGauge files;

	private final MultiGauge runs;

	private final MultiGauge failed;

	private final MultiGauge mails;

	RunGauges(JdbcClient jdbc, InstantSource clock, MeterRegistry registry) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.age = gauge(registry, "rollcall.published.age.seconds", "Time since the last run was published");
		this.seconds = gauge(registry, "rollcall.published.duration.seconds", "How long the last published run took");
		this.rows = gauge(registry, "rollcall.published.rows", "Rows of the last published run, by role and outcome");
		this.files = gauge(registry, "rollcall.published.refused.files", "Refused files of the last published run");
		this.runs = gauge(registry, "rollcall.runs", "Runs by status");
		this.failed = gauge(registry, "rollcall.last.failed", "1 when the campaign's last finished run failed");
		this.mails = gauge(registry, "rollcall.mails.waiting", "Mails that are not sent yet");
	}

	private static MultiGauge gauge(MeterRegistry registry, String name, String description) {
		return MultiGauge.builder(name).description(description).register(registry);
	}

	@Override
	public void beat() {
		List<Row<?>> ages = new ArrayList<>();
		List<Row<?>> durations = new ArrayList<>();
		Instant now = this.clock.instant();
		this.jdbc
			.sql("""
					select distinct on (c.name) c.name, r.settled_at, r.seconds from run r join campaign c using (campaign_id)
					 where r.status = 'published' order by c.name, r.settled_at desc
					""")
			.query((row) -> {
				Tags tags = Tags.of("campaign", row.getString("name"));
				Instant settled = row.getObject("settled_at", OffsetDateTime.class).toInstant();
				ages.add(Row.of(tags, Duration.between(settled, now).toSeconds()));
				durations.add(Row.of(tags, row.getDouble("seconds")));
			});
		this.age.register(ages, true);
		this.seconds.register(durations, true);
		this.rows.register(rows("""
				select c.name as campaign, m.name as role, m.kind as outcome, m.value
				  from campaign c
				  join lateral (select run_id from run r where r.campaign_id = c.campaign_id and r.status = 'published'
				                 order by settled_at desc limit 1) r on true
				  join run_metric m using (run_id) where m.kind in ('read', 'loaded', 'duplicates', 'rejected')
				""", "campaign", "role", "outcome"), true);
		this.files.register(rows("""
				select c.name as campaign, sum(m.value) as value
				  from campaign c
				  join lateral (select run_id from run r where r.campaign_id = c.campaign_id and r.status = 'published'
				                 order by settled_at desc limit 1) r on true
				  join run_metric m using (run_id) where m.kind = 'files' group by c.name
				""", "campaign"), true);
		this.runs.register(rows("""
				select c.name as campaign, r.status, count(*) as value
				  from run r join campaign c using (campaign_id) group by c.name, r.status
				""", "campaign", "status"), true);
		this.failed.register(rows("""
				select distinct on (c.name) c.name as campaign, (r.status = 'failed')::int as value
				  from run r join campaign c using (campaign_id)
				 where r.status in ('published', 'held', 'dropped', 'failed') order by c.name, r.settled_at desc
				""", "campaign"), true);
		this.mails.register(rows("select count(*) as value from mail where sent_at is null"), true);
	}

	private List<Row<?>> rows(String sql, String... tags) {
		List<Row<?>> rows = new ArrayList<>();
		this.jdbc.sql(sql).query((row) -> {
			Tags all = Tags.empty();
			for (String tag : tags) {
				all = all.and(tag, row.getString(tag));
			}
			rows.add(Row.of(all, row.getDouble("value")));
		});
		return rows;
	}

}
