package io.rollcall.results;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.campaign.College;
import io.rollcall.campaign.SourceRole;
import io.rollcall.facts.BlockRow;
import io.rollcall.facts.CollegeFacts;
import io.rollcall.facts.NightChange;
import io.rollcall.facts.NightStanding;
import io.rollcall.facts.Provenance;
import io.rollcall.facts.RateRow;
import io.rollcall.facts.Receipt;
import io.rollcall.facts.SchoolFacts;
import io.rollcall.facts.SelfCheckRow;
import io.rollcall.facts.SelfChecks;
import io.rollcall.facts.TrendRow;
import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The figures of the reports: receipts, what changed, the nights, the self-check. */
@Component
public class ReportFigures {

	private final JdbcClient jdbc;

	ReportFigures(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What a college may know of itself; the empty name stands for unknown colleges. */
	public CollegeFacts college(RunContext context, String college) {
		Run run = context.run();
		Map<String, Long> students = new LinkedHashMap<>();
		for (SourceRole role : SourceRole.values()) {
			students.put(role.word(), 0L);
		}
		this.jdbc.sql("select role, students from run_college where run_id = ? and college = ?")
			.params(run.id(), college)
			.query((row) -> {
				students.put(row.getString("role"), row.getLong("students"));
			});
		List<SelfCheckRow> checks = selfChecks(context).byClass()
			.stream()
			.filter((row) -> row.college().equals(college))
			.toList();
		return new CollegeFacts(college, students, receipt(run, Optional.of(college)), before(run),
				standings(run, "college").getOrDefault(college, NightStanding.NONE), checks);
	}

	/** What the registrar knows of the school. */
	public SchoolFacts school(RunContext context, Provenance provenance) {
		Run run = context.run();
		Map<String, Long> told = new LinkedHashMap<>();
		standings(run, "college").forEach((college, standing) -> told.put(college, standing.toDo()));
		return new SchoolFacts(receipt(run, Optional.empty()), before(run), standings(run), told, selfChecks(context),
				trend(run), provenance);
	}

	private Receipt receipt(Run run, Optional<String> college) {
		return this.jdbc.sql("select * from run_receipt where run_id = :run and (:all or college = :college)")
			.param("run", run.id())
			.param("all", college.isEmpty())
			.param("college", college.orElse(""))
			.query((row, index) -> new Receipt(row.getLong("students"), row.getLong("missing"), row.getLong("doubled"),
					row.getLong("differ"), row.getLong("other")))
			.list()
			.stream()
			.reduce(Receipt.NONE, Receipt::plus);
	}

	/** The last published run of an earlier date. */
	private Optional<Map.Entry<Long, LocalDate>> earlier(Run run) {
		return this.jdbc.sql("""
				select run_id, business_date from effective_run where campaign_id = ? and business_date < ?
				 order by business_date desc limit 1
				""")
			.params(run.campaignId(), run.date())
			.query((row, index) -> Map.entry(row.getLong(1), row.getObject(2, LocalDate.class)))
			.optional();
	}

	/**
	 * The figures of the cases, by college; the empty name stands for unknown colleges.
	 */
	public Map<String, NightStanding> standings(Run run) {
		return standings(run, "registrar");
	}

	/**
	 * The same as one reader sees them: {@code registrar} or {@code college}.
	 */
	public Map<String, NightStanding> standings(Run run, String reader) {
		Map<String, NightStanding> standings = new LinkedHashMap<>();
		this.jdbc.sql("select * from run_standing where run_id = ? and reader = ? order by college collate \"C\"")
			.params(run.id(), reader)
			.query((row) -> {
				standings.put(row.getString("college"), standing(row));
			});
		return standings;
	}

	/** The figures of the cases of the school. */
	NightStanding standing(Run run) {
		return standings(run).values().stream().reduce(NightStanding.NONE, NightStanding::plus);
	}

	/** The business date of the last published run of an earlier date. */
	Optional<LocalDate> before(Run run) {
		return earlier(run).map(Map.Entry::getValue);
	}

	private static NightStanding standing(ResultSet row) throws SQLException {
		return new NightStanding(row.getLong("errors"), row.getLong("warnings"), row.getInt("oldest"),
				row.getLong("ages"), row.getLong("answered"),
				new NightStanding.Waits(row.getLong("for_college"), row.getLong("for_evidence"),
						row.getLong("for_registrar"), row.getLong("for_handover"), row.getLong("for_platform"),
						row.getLong("known_ok"), row.getLong("rejected")),
				new NightChange(row.getLong("fresh"), row.getLong("still"), row.getLong("again"), row.getLong("gone"),
						row.getLong("answered_now"), row.getLong("lapsed"), row.getLong("sent"), row.getLong("closed"),
						row.getLong("reopened"), row.getLong("stale")));
	}

	/** The published run of each earlier date, and this one. */
	private List<TrendRow> trend(Run run) {
		return this.jdbc
			.sql("""
					with night as (
					  select run_id, business_date from effective_run where campaign_id = :campaign and business_date < :date
					  union all select :run, :date
					)
					select n.business_date, f.errors, f.warnings, s.expected, s.checked, j.rows + u.files as refused
					  from night n
					 cross join lateral (
					   select coalesce(sum(errors), 0) as errors, coalesce(sum(warnings), 0) as warnings
					     from run_standing f where f.run_id = n.run_id and f.reader = 'registrar') f
					 cross join lateral (
					   select coalesce(sum(expected), 0) as expected, sum(checked) as checked
					     from run_self_check s where s.run_id = n.run_id) s
					 cross join lateral (select count(*) as rows from reject r where r.campaign_id = :campaign and r.run_id = n.run_id) j
					 cross join lateral (select count(*) as files from run_file u
					                      where u.run_id = n.run_id and u.status = 'refused') u
					 order by n.business_date
					""")
			.param("campaign", run.campaignId())
			.param("date", run.date())
			.param("run", run.id())
			.query((row, index) -> new TrendRow(row.getObject("business_date", LocalDate.class), row.getLong("errors"),
					row.getLong("warnings"), row.getLong("refused"), row.getLong("expected"),
					Optional.ofNullable(row.getBigDecimal("checked")).map(BigDecimal::longValue)))
			.list();
	}

	/** How far the self-check has come. */
	public SelfChecks selfChecks(RunContext context) {
		List<SelfCheckRow> rows = this.jdbc.sql("""
				select * from run_self_check where run_id = ?
				 order by college collate "C", major collate "C", class_name collate "C"
				""").param(context.run().id()).query((row, index) -> {
			Long checked = row.getObject("checked", Long.class);
			return new SelfCheckRow(row.getString("college"), row.getString("major"), row.getString("class_name"),
					row.getLong("expected"), Optional.ofNullable(checked), row.getLong("wrong"),
					row.getLong("not_found"), row.getLong("account_problems"), row.getLong("duplicate_id"),
					row.getLong("pending"), row.getLong("reported"), row.getLong("kept"), row.getLong("gave_up"),
					row.getLong("left_school"), row.getLong("damaged"));
		}).list();
		return new SelfChecks(context.campaign().colleges().all().stream().map(College::name).toList(), rows);
	}

	/** What each blocking key brought. */
	public List<BlockRow> blocks(Run run) {
		return this.jdbc
			.sql("select block, pairs, passed_over from run_block where run_id = ? order by block collate \"C\"")
			.param(run.id())
			.query((row, index) -> new BlockRow(row.getString("block"), row.getLong("pairs"),
					row.getLong("passed_over")))
			.list();
	}

	/** The rates that linking by similarity estimated. */
	public List<RateRow> rates(Run run) {
		return this.jdbc.sql("select * from run_link_rate where run_id = ? order by place")
			.param(run.id())
			.query((row, index) -> new RateRow(row.getString("names"), row.getString("field"), row.getString("level"),
					row.getBigDecimal("match"), row.getBigDecimal("chance"), row.getBigDecimal("bits")))
			.list();
	}

}
