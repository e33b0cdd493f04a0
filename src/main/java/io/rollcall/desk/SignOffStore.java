package io.rollcall.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.results.CollegeStates.State;
import io.rollcall.run.RunRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tables of sign-offs. */
@Repository
class SignOffStore {

	private static final String RUN = "select run_id, business_date || '-' || number as name, business_date, status from run";

	private static final String SIGN_OFF = """
			select s.*, r.business_date || '-' || r.number as name, coalesce(w.reason, '') as reason
			  from sign_off s join run r using (run_id) left join sign_off_reason w using (sign_off_id)
			""";

	/** As a college may see them, or all that the registrar sees. */
	private static final String OPEN = """
			  from run_case
			 where campaign_id = :campaign and run_id = :run and to_do and severity = 'E' and state in ('open', 'reopened')
			   and (:all or college = :college and not hidden and student_key not like 'F:%')
			""";

	private final JdbcClient jdbc;

	SignOffStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<PublishedRun> newest(long campaign) {
		return this.jdbc.sql(RUN
				+ " where campaign_id = ? and status = 'published' order by business_date desc, number desc limit 1")
			.param(campaign)
			.query(SignOffStore::run)
			.optional();
	}

	Optional<PublishedRun> find(long campaign, String name) {
		return RunRef.parse(name)
			.filter((ref) -> ref.campaign().isEmpty())
			.flatMap((ref) -> this.jdbc.sql(RUN + " where campaign_id = ? and business_date = ? and number = ?")
				.params(campaign, ref.date(), ref.number())
				.query(SignOffStore::run)
				.optional());
	}

	/**
	 * Keeps a campaign as it is until the transaction ends; one at a time signs.
	 * @return whether it is closed
	 */
	boolean lock(long campaign) {
		return this.jdbc.sql("select closed_at is not null from campaign where campaign_id = ? for no key update")
			.param(campaign)
			.query(Boolean.class)
			.single();
	}

	/** The last statement for each college, and for the school. */
	Map<String, SignOff> last(long campaign) {
		Map<String, SignOff> last = new LinkedHashMap<>();
		this.jdbc.sql(SIGN_OFF + """
				 where s.sign_off_id in (select max(sign_off_id) from sign_off where campaign_id = ? group by college)
				""").param(campaign).query(SignOffStore::signOff).list().forEach((one) -> last.put(one.college(), one));
		return last;
	}

	List<SignOff> history(long campaign, String college, int most) {
		return this.jdbc
			.sql(SIGN_OFF + " where s.campaign_id = ? and s.college = ? order by s.sign_off_id desc limit ?")
			.params(campaign, college, most)
			.query(SignOffStore::signOff)
			.list();
	}

	/** How many the registrar sees of the whole school. */
	long openCases(long campaign, long run) {
		return this.jdbc.sql("select count(*) " + OPEN)
			.param("campaign", campaign)
			.param("run", run)
			.param("all", true)
			.param("college", "")
			.query(Long.class)
			.single();
	}

	List<OpenCase> openCaseList(long campaign, long run, Optional<String> college, int most) {
		return this.jdbc.sql("select college, student_no, name, field, code, opened_on " + OPEN + """
				 order by opened_on, college collate "C", student_no collate "C", case_id limit :most
				""")
			.param("campaign", campaign)
			.param("run", run)
			.param("all", college.isEmpty())
			.param("college", college.orElse(""))
			.param("most", most)
			.query((row, index) -> new OpenCase(row.getString("college"), row.getString("student_no"),
					row.getString("name"), row.getString("field"), row.getString("code"),
					row.getObject("opened_on", LocalDate.class)))
			.list();
	}

	void add(long campaign, PublishedRun run, String college, State state, String reason, Actor actor, Instant at) {
		long id = this.jdbc
			.sql("""
					insert into sign_off (campaign_id, run_id, college, by_whom, role, at, students, open_cases, fingerprint)
					values (?, ?, ?, ?, ?, ?, ?, ?, ?) returning sign_off_id
					""")
			.params(campaign, run.id(), college, actor.account(), actor.role(), at.atOffset(ZoneOffset.UTC),
					state.students(), state.openCases(), state.fingerprint())
			.query(Long.class)
			.single();
		if (!reason.isEmpty()) {
			this.jdbc.sql("insert into sign_off_reason (sign_off_id, campaign_id, reason) values (?, ?, ?)")
				.params(id, campaign, reason)
				.update();
		}
	}

	private static PublishedRun run(ResultSet row, int index) throws SQLException {
		return new PublishedRun(row.getLong("run_id"), row.getString("name"),
				row.getObject("business_date", LocalDate.class), row.getString("status"));
	}

	private static SignOff signOff(ResultSet row, int index) throws SQLException {
		return new SignOff(row.getString("name"), row.getString("college"), row.getString("by_whom"),
				row.getString("role"), row.getObject("at", OffsetDateTime.class).toInstant(), row.getLong("students"),
				row.getLong("open_cases"), row.getString("reason"), row.getString("fingerprint"));
	}

}
