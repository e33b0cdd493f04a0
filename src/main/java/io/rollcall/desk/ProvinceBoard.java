package io.rollcall.desk;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How far the campaigns of all schools have come: counts only. */
@Service
public class ProvinceBoard {

	private final JdbcClient jdbc;

	ProvinceBoard(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Where a campaign stands.
	 *
	 * @param published the date of the run that counts, empty before there is one
	 * @param expected the students who have to look at their record
	 * @param checked those who did, empty when no source tells it
	 * @param errors open cases that must be acted on
	 * @param warnings open cases to look at
	 * @param last the date of the run that was asked for last, empty before there is one
	 * @param status where that one stands, the word of the database, or empty
	 */
	public record Figures(Optional<LocalDate> published, long expected, Optional<Long> checked, long errors,
			long warnings, Optional<LocalDate> last, String status) {

		/** Before anything ran. */
		public static final Figures NONE = new Figures(Optional.empty(), 0, Optional.empty(), 0, 0, Optional.empty(),
				"");

		/**
		 * 自查率.
		 * @return 0 to 1; empty when nobody is expected or no source tells it
		 */
		public Optional<Double> rate() {
			return this.checked.filter((count) -> this.expected > 0).map((count) -> (double) count / this.expected);
		}

	}

	/**
	 * The figures of campaigns.
	 * @param campaigns their keys
	 * @return by key, those that the database knows
	 */
	public Map<Long, Figures> figures(List<Long> campaigns) {
		Map<Long, Figures> figures = new LinkedHashMap<>();
		this.jdbc.sql("""
				select c.campaign_id, p.business_date as published, m.expected, m.checked, s.errors, s.warnings,
				       l.business_date as last, l.status
				  from campaign c
				  left join lateral (
				    select run_id, business_date from run
				     where campaign_id = c.campaign_id and status = 'published'
				     order by business_date desc, number desc limit 1) p on true
				  left join lateral (
				    select business_date, status from run
				     where campaign_id = c.campaign_id order by queued_at desc, run_id desc limit 1) l on true
				 cross join lateral (
				    select coalesce(sum(value) filter (where kind = 'expected'), 0) as expected,
				           sum(value) filter (where kind = 'checked') as checked
				      from run_metric where run_id = p.run_id and kind in ('expected', 'checked')) m
				 cross join lateral (
				    select coalesce(sum(errors), 0) as errors, coalesce(sum(warnings), 0) as warnings
				      from run_standing where run_id = p.run_id and reader = 'registrar') s
				 where c.campaign_id = any (:campaigns)
				""").param("campaigns", campaigns.toArray(Long[]::new)).query((row) -> {
			figures.put(row.getLong("campaign_id"),
					new Figures(Optional.ofNullable(row.getObject("published", LocalDate.class)),
							row.getLong("expected"),
							Optional.ofNullable(row.getBigDecimal("checked")).map((count) -> count.longValue()),
							row.getLong("errors"), row.getLong("warnings"),
							Optional.ofNullable(row.getObject("last", LocalDate.class)),
							Optional.ofNullable(row.getString("status")).orElse("")));
		});
		return figures;
	}

}
