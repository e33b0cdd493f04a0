package io.rollcall.desk;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How far a campaign has come, by college and over the nights. */
@Service
public class CampaignBoard {

	private static final int DECIMALS = 4;

	private final JdbcClient jdbc;

	CampaignBoard(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Where a college stands after a night.
	 *
	 * @param expected the students who have to look at their record
	 * @param checked those who did, empty when no source tells it
	 * @param toDo open cases on the list
	 * @param college of these, those that wait for the college's answer or proof
	 * @param registrar those that wait for the registrar's answer
	 * @param handover those approved and not handed in
	 * @param platform those handed in and not yet seen at the platform
	 * @param oldest the age of the oldest open case in days
	 */
	public record Standing(long expected, Optional<Long> checked, long toDo, long college, long registrar,
			long handover, long platform, int oldest) {

		/** Nobody and nothing. */
		public static final Standing NONE = new Standing(0, Optional.empty(), 0, 0, 0, 0, 0, 0);

		/**
		 * 自查率.
		 * @return 0 to 1 with four decimals; empty when nobody is expected or no source
		 * tells it
		 */
		public Optional<BigDecimal> rate() {
			return this.checked.filter((count) -> this.expected > 0)
				.map((count) -> BigDecimal.valueOf(count)
					.divide(BigDecimal.valueOf(this.expected), DECIMALS, RoundingMode.HALF_UP));
		}

		private Standing plus(Standing more) {
			Optional<Long> both = this.checked.isPresent() || more.checked.isPresent()
					? Optional.of(this.checked.orElse(0L) + more.checked.orElse(0L)) : Optional.empty();
			return new Standing(this.expected + more.expected, both, this.toDo + more.toDo, this.college + more.college,
					this.registrar + more.registrar, this.handover + more.handover, this.platform + more.platform,
					Math.max(this.oldest, more.oldest));
		}

	}

	/**
	 * A college on the league table.
	 *
	 * @param college its name, empty for students without one and for the whole school
	 * @param now after the night
	 * @param before after the published night before, empty when there is none
	 */
	public record Place(String college, Standing now, Optional<Standing> before) {

		/**
		 * How many more cases are open than the night before.
		 * @return the difference, empty when there was no night before
		 */
		public Optional<Long> more() {
			return this.before.map((earlier) -> this.now.toDo() - earlier.toDo());
		}

		/**
		 * By how much the rate rose.
		 * @return -1 to 1, empty when one of the rates is not there
		 */
		public Optional<BigDecimal> risen() {
			return this.before.flatMap(Standing::rate)
				.flatMap((earlier) -> this.now.rate().map((rate) -> rate.subtract(earlier)));
		}

	}

	/**
	 * The league table.
	 *
	 * @param school the whole school
	 * @param colleges the colleges, those with most to be done by them first
	 */
	public record League(Place school, List<Place> colleges) {
	}

	/**
	 * A published night.
	 *
	 * @param date its business date
	 * @param errors open cases that must be acted on
	 * @param warnings open cases to look at
	 * @param refused refused rows and files
	 * @param expected the students who have to look at their record
	 * @param checked those who did, empty when no source tells it
	 */
	public record Night(LocalDate date, long errors, long warnings, long refused, long expected,
			Optional<Long> checked) {

		/**
		 * 自查率.
		 * @return 0 to 1; empty when nobody is expected or no source tells it
		 */
		public Optional<Double> rate() {
			return this.checked.filter((count) -> this.expected > 0).map((count) -> (double) count / this.expected);
		}

	}

	/**
	 * The league table of a finished run.
	 * @param run the run's key
	 * @param before the key of the published run before, empty when there is none
	 * @param known the colleges of the job file; they stand on it also without a student
	 * @return the table
	 */
	public League league(long run, Optional<Long> before, Collection<String> known) {
		Map<String, Standing> now = standings(run);
		Optional<Map<String, Standing>> earlier = before.map(this::standings);
		known.forEach((college) -> now.putIfAbsent(college, Standing.NONE));
		List<Place> places = now.entrySet()
			.stream()
			.map((entry) -> new Place(entry.getKey(), entry.getValue(),
					earlier.map((night) -> night.getOrDefault(entry.getKey(), Standing.NONE))))
			.sorted(Comparator.comparingLong((Place place) -> -place.now().college())
				.thenComparing((place) -> place.now().rate().orElse(BigDecimal.ONE))
				.thenComparing(Place::college))
			.toList();
		return new League(new Place("", sum(now), earlier.map(CampaignBoard::sum)), places);
	}

	private static Standing sum(Map<String, Standing> standings) {
		return standings.values().stream().reduce(Standing.NONE, Standing::plus);
	}

	private Map<String, Standing> standings(long run) {
		Map<String, Standing> standings = new LinkedHashMap<>();
		this.jdbc.sql("""
				select college, s.errors + s.warnings as to_do, s.for_college + s.for_evidence as college_acts,
				       s.for_registrar, s.for_handover, s.for_platform, s.oldest, c.expected, c.checked
				  from (select * from run_standing where run_id = :run and reader = 'registrar') s
				  full join (select name as college, sum(value) filter (where kind = 'expected') as expected,
				                    sum(value) filter (where kind = 'checked') as checked
				               from run_metric where run_id = :run and kind in ('expected', 'checked') group by name) c
				       using (college)
				""").param("run", run).query((row) -> {
			standings.put(row.getString("college"),
					new Standing(row.getLong("expected"),
							Optional.ofNullable(row.getBigDecimal("checked")).map(BigDecimal::longValue),
							row.getLong("to_do"), row.getLong("college_acts"), row.getLong("for_registrar"),
							row.getLong("for_handover"), row.getLong("for_platform"), row.getInt("oldest")));
		});
		return standings;
	}

	/**
	 * The last published nights of a campaign.
	 * @param campaign the campaign's key
	 * @param most how many at most
	 * @return the oldest first
	 */
	public List<Night> nights(long campaign, int most) {
		return this.jdbc.sql("""
				select n.business_date, f.errors, f.warnings, m.refused, m.expected, m.checked
				  from (select run_id, business_date from effective_run where campaign_id = :campaign
				         order by business_date desc limit :most) n
				 cross join lateral (
				   select coalesce(sum(errors), 0) as errors, coalesce(sum(warnings), 0) as warnings
				     from run_standing f where f.run_id = n.run_id and f.reader = 'registrar') f
				 cross join lateral (
				   select coalesce(sum(value) filter (where kind in ('rejected', 'files')), 0) as refused,
				          coalesce(sum(value) filter (where kind = 'expected'), 0) as expected,
				          sum(value) filter (where kind = 'checked') as checked
				     from run_metric m where m.run_id = n.run_id) m
				 order by n.business_date
				""")
			.param("campaign", campaign)
			.param("most", most)
			.query((row, index) -> new Night(row.getObject("business_date", LocalDate.class), row.getLong("errors"),
					row.getLong("warnings"), row.getLong("refused"), row.getLong("expected"),
					Optional.ofNullable(row.getBigDecimal("checked")).map(BigDecimal::longValue)))
			.list();
	}

}
