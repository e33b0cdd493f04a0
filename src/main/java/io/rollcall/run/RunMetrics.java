package io.rollcall.run;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.campaign.SourceRole;
import io.rollcall.facts.RowCounts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The figures of finished runs, which nights are compared by. */
@Repository
public class RunMetrics {

	private static final String OF_ROLES = """
			insert into run_metric
			select campaign_id, run_id, kind, role, value
			  from (select campaign_id, run_id, role, sum(rows_read) as read, sum(rows_loaded - rows_duplicate) as loaded,
			               sum(rows_duplicate) as duplicates, sum(rows_rejected) as rejected,
			               count(*) filter (where status = 'refused') as files
			          from run_file where run_id = :run group by campaign_id, run_id, role) of_role
			 cross join lateral (values ('read', read), ('loaded', loaded), ('duplicates', duplicates),
			                            ('rejected', rejected), ('files', files)) as v(kind, value)
			""";

	private static final String OF_FINDINGS = """
			insert into run_metric
			select f.campaign_id, f.run_id, v.kind, v.name, count(*)
			  from finding f
			 cross join lateral (values ('findings', f.severity),
			                            (case when f.severity = 'I' then 'information' else 'problems' end, f.code)
			                    ) as v(kind, name)
			 where f.campaign_id = :campaign and f.run_id = :run
			 group by f.campaign_id, f.run_id, v.kind, v.name
			""";

	private static final String OF_SELF_CHECKS = """
			insert into run_metric
			select s.campaign_id, s.run_id, v.kind, s.college, v.value
			  from (select campaign_id, run_id, college, sum(expected) as expected, sum(checked) as checked
			          from run_self_check where run_id = :run group by campaign_id, run_id, college) s
			 cross join lateral (values ('expected', s.expected), ('checked', s.checked)) as v(kind, value)
			 where v.value is not null
			""";

	private final JdbcClient jdbc;

	/** Figures over a database. */
	public RunMetrics(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Enters the figures of a run, in a transaction of its own: after a kill they must be
	 * there if the run's folder is.
	 */
	@Transactional(propagation = Propagation.REQUIRES_NEW)
	public void record(Run run) {
		for (String sql : List.of("delete from run_metric where run_id = :run", OF_ROLES, OF_FINDINGS,
				OF_SELF_CHECKS)) {
			this.jdbc.sql(sql).param("campaign", run.campaignId()).param("run", run.id()).update();
		}
	}

	/** The figures of a run. */
	public Figures of(long run) {
		Map<String, Long> values = new HashMap<>();
		this.jdbc.sql("select kind || ' ' || name as name, value from run_metric where run_id = ?")
			.param(run)
			.query((row) -> {
				values.put(row.getString("name"), row.getLong("value"));
			});
		return new Figures(values);
	}

	/** The figures of the last published run of an earlier date. */
	public Optional<Figures> before(Run run) {
		return earlier(run, 1).stream().findFirst();
	}

	/** The figures of the last published runs of earlier dates, the newest first. */
	public List<Figures> earlier(Run run, int most) {
		return this.jdbc.sql("""
				select run_id from effective_run where campaign_id = ? and business_date < ?
				 order by business_date desc limit ?
				""")
			.params(run.campaignId(), run.date(), most)
			.query(Long.class)
			.list()
			.stream()
			.map(this::of)
			.toList();
	}

	/** The seconds that those runs took. */
	public List<Double> earlierSeconds(Run run, int most) {
		return this.jdbc.sql("""
				select r.seconds from effective_run e join run r using (run_id)
				 where e.campaign_id = ? and e.business_date < ? order by e.business_date desc limit ?
				""").params(run.campaignId(), run.date(), most).query(Double.class).list();
	}

	/**
	 * Figures of a run.
	 *
	 * @param values by kind and name; what is 0 need not be there
	 */
	public record Figures(Map<String, Long> values) {

		public Figures {
			values = Map.copyOf(values);
		}

		/** A figure, or 0. */
		public long get(String kind, String name) {
			return this.values.getOrDefault(kind + " " + name, 0L);
		}

		/** All names of a kind. */
		public List<String> names(String kind) {
			return this.values.keySet()
				.stream()
				.filter((key) -> key.startsWith(kind + " "))
				.map((key) -> key.substring(kind.length() + 1))
				.sorted()
				.toList();
		}

		/** The row counts by role. */
		public Map<String, RowCounts> rows() {
			Map<String, RowCounts> rows = new LinkedHashMap<>();
			for (SourceRole role : SourceRole.values()) {
				rows.put(role.word(), new RowCounts(get("read", role.word()), get("loaded", role.word()),
						get("duplicates", role.word()), get("rejected", role.word())));
			}
			return rows;
		}

		/** The number of findings by severity. */
		public Map<String, Long> findings() {
			Map<String, Long> findings = new LinkedHashMap<>();
			names("findings").forEach((severity) -> findings.put(severity, get("findings", severity)));
			return findings;
		}

		/** The sum over all names of a kind. */
		public long sum(String kind) {
			return names(kind).stream().mapToLong((name) -> get(kind, name)).sum();
		}

	}

}
