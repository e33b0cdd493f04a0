package io.rollcall.desk;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.catalogue.Catalogue;
import io.rollcall.catalogue.FindingKind.Sheet;
import io.rollcall.facts.NightStanding;
import io.rollcall.pipeline.RunService;
import io.rollcall.results.RunStory;
import io.rollcall.run.Run;
import io.rollcall.run.RunRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** What a college must do today, from the last published run. */
@Service
public class CollegeDesk {

	/** How many nights a college can look back on. */
	private static final int NIGHTS = 10;

	/** More names than anybody reads on a page; the workbook has them all. */
	private static final int NAMES = 500;

	private final JdbcClient jdbc;

	private final RunService runs;

	private final RunStory stories;

	CollegeDesk(JdbcClient jdbc, RunService runs, RunStory stories) {
		this.jdbc = jdbc;
		this.runs = runs;
		this.stories = stories;
	}

	/**
	 * How far the self-check has come in a class, or in all of them.
	 *
	 * @param major the major, empty in a sum
	 * @param name the class, or empty
	 * @param expected who has to look
	 * @param checked who has; empty when no source tells it
	 */
	public record SchoolClass(String major, String name, long expected, Optional<Long> checked) {

		/**
		 * Who has not looked yet.
		 * @return how many; empty when no source tells it
		 */
		public Optional<Long> unchecked() {
			return this.checked.map((count) -> this.expected - count);
		}

		/**
		 * How far it has come.
		 * @return 0 to 100, empty when nobody is expected or no source tells it
		 */
		public Optional<BigDecimal> percent() {
			return this.checked.filter((count) -> this.expected > 0)
				.map((count) -> BigDecimal.valueOf(count * 1000 / this.expected, 1));
		}

	}

	/**
	 * One published night as a college saw it.
	 *
	 * @param run the run
	 * @param toDo cases that waited for somebody
	 * @param expected who had to look
	 * @param checked who had; empty when no source told it
	 */
	public record Night(Run run, long toDo, long expected, Optional<Long> checked) {
	}

	/**
	 * A college's day.
	 *
	 * @param run the last published run
	 * @param standing the figures of its cases
	 * @param all the self-check of the whole college
	 * @param classes and of each class
	 * @param nights the last published nights, the newest first
	 */
	public record Day(Run run, NightStanding standing, SchoolClass all, List<SchoolClass> classes, List<Night> nights) {

		public Day {
			classes = List.copyOf(classes);
			nights = List.copyOf(nights);
		}

	}

	/**
	 * A college among the others.
	 *
	 * @param college its official name
	 * @param all its self-check
	 * @param toDo its cases that wait for somebody
	 * @param forCollege those that wait for its own answer
	 */
	public record Line(String college, SchoolClass all, long toDo, long forCollege) {
	}

	/**
	 * A student who has not looked: no more than a class list may show.
	 *
	 * @param name the name
	 * @param studentNo the student number
	 */
	public record Unchecked(String name, String studentNo) {
	}

	/**
	 * A college's day.
	 * @param campaignId the campaign
	 * @param college the college's official name
	 * @return the day, empty before the first published run
	 */
	public Optional<Day> of(long campaignId, String college) {
		return latest(campaignId).map((run) -> {
			List<SchoolClass> classes = classes(run, college);
			return new Day(run, this.stories.college(run, college), sum(classes), classes, nights(campaignId, college));
		});
	}

	/**
	 * All colleges, for those who see every one.
	 * @param run a published run
	 * @param colleges their official names in the job file's order
	 * @return a line for each
	 */
	public List<Line> all(Run run, List<String> colleges) {
		Map<String, Line> lines = new HashMap<>();
		this.jdbc.sql("""
				select coalesce(k.college, s.college) as college, coalesce(k.expected, 0) as expected, k.checked,
				       coalesce(s.errors + s.warnings, 0) as to_do, coalesce(s.for_college, 0) as for_college
				  from (select college, sum(expected) as expected, sum(checked) as checked from run_self_check
				         where run_id = :run group by college) k
				  full join (select * from run_standing where run_id = :run and reader = 'registrar') s using (college)
				""").param("run", run.id()).query((row) -> {
			String college = row.getString("college");
			lines.put(college, new Line(college, new SchoolClass("", "", row.getLong("expected"), checked(row)),
					row.getLong("to_do"), row.getLong("for_college")));
		});
		return colleges.stream()
			.map((name) -> lines.getOrDefault(name, new Line(name, new SchoolClass("", "", 0, Optional.empty()), 0, 0)))
			.toList();
	}

	/**
	 * The run that {@code latest} names.
	 * @param campaignId the campaign
	 * @return the published run of the highest date and number, empty before there is one
	 */
	public Optional<Run> latest(long campaignId) {
		return this.jdbc.sql("""
				select c.name, r.business_date, r.number from run r join campaign c using (campaign_id)
				 where r.campaign_id = ? and r.status = 'published' order by r.business_date desc, r.number desc limit 1
				""").param(campaignId).query((row, index) -> run(row)).optional();
	}

	/**
	 * Who of a class has not looked.
	 * @param run the run
	 * @param college the college's official name
	 * @param major the major as the figures name it
	 * @param name the class as the figures name it
	 * @return by student number, at most 500
	 */
	public List<Unchecked> unchecked(Run run, String college, String major, String name) {
		return this.jdbc.sql("""
				select name, student_no from college_finding(:campaign, :run, :college) f
				 where f.code = any (:unchecked) and f.major = :major and f.class_name = :class
				 order by student_no collate "C", candidate_no collate "C" limit :most
				""")
			.param("campaign", run.campaignId())
			.param("run", run.id())
			.param("college", college)
			.param("major", major)
			.param("class", name)
			.param("most", NAMES)
			.param("unchecked", Catalogue.shipped().codesOn(Sheet.UNCHECKED).toArray(String[]::new))
			.query((row, index) -> new Unchecked(row.getString("name"), row.getString("student_no")))
			.list();
	}

	private List<SchoolClass> classes(Run run, String college) {
		return this.jdbc.sql("""
				select major, class_name, expected, checked from run_self_check where run_id = ? and college = ?
				 order by expected - coalesce(checked, 0) desc, major collate "C", class_name collate "C"
				""")
			.params(run.id(), college)
			.query((row, index) -> new SchoolClass(row.getString("major"), row.getString("class_name"),
					row.getLong("expected"), checked(row)))
			.list();
	}

	private static SchoolClass sum(List<SchoolClass> classes) {
		return classes.stream()
			.reduce((a, b) -> new SchoolClass("", "", a.expected() + b.expected(),
					a.checked().flatMap((count) -> b.checked().map((more) -> count + more))))
			.orElse(new SchoolClass("", "", 0, Optional.empty()));
	}

	private List<Night> nights(long campaignId, String college) {
		return this.jdbc.sql("""
				select c.name, r.business_date, r.number, coalesce(s.errors + s.warnings, 0) as to_do,
				       coalesce(k.expected, 0) as expected, k.checked
				  from (select * from run where campaign_id = :campaign and status = 'published'
				         order by business_date desc, number desc limit :nights) r
				  join campaign c using (campaign_id)
				  left join run_standing s on s.run_id = r.run_id and s.reader = 'college' and s.college = :college
				  left join lateral (select sum(expected) as expected, sum(checked) as checked from run_self_check
				                      where run_id = r.run_id and college = :college) k on true
				 order by r.business_date desc, r.number desc
				""")
			.param("campaign", campaignId)
			.param("college", college)
			.param("nights", NIGHTS)
			.query((row, index) -> new Night(run(row), row.getLong("to_do"), row.getLong("expected"), checked(row)))
			.list();
	}

	private Run run(ResultSet row) throws SQLException {
		return this.runs.find(new RunRef(Optional.of(row.getString("name")),
				row.getObject("business_date", LocalDate.class), row.getInt("number")));
	}

	private static Optional<Long> checked(ResultSet row) throws SQLException {
		return Optional.ofNullable(row.getBigDecimal("checked")).map(BigDecimal::longValue);
	}

}
