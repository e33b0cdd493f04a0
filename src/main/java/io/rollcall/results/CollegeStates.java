package io.rollcall.results;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import io.rollcall.run.InstallationKey;
import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What runs know of each college, as fingerprints: of every student's key and values in
 * all sources, as far as a difference would matter, and of every case that somebody has
 * to settle with where it stands. Two runs of one fingerprint show a college the same.
 */
@Repository
public class CollegeStates {

	/**
	 * Keyed, because the students of a small college could be guessed one by one. What a
	 * college does not read of its cases is not in it.
	 */
	private static final String STATES = """
			insert into run_college_state (campaign_id, run_id, college, students, open_cases, fingerprint)
			with students as (
			  select coalesce(college, '') as college, count(*) as number,
			         bit_xor(hash_record_extended(row(student_key, said), 0)) as hash
			    from staged_student
			   where run_id = :run
			   group by coalesce(college, '')
			),
			cases as (
			  select college, count(*) filter (where severity = 'E' and state in ('open', 'reopened')) as open,
			         bit_xor(hash_record_extended(row(case_id, state, severity, facts), 0)) as hash
			    from run_case
			   where campaign_id = :campaign and run_id = :run and to_do and state <> 'closed' and not hidden and student_key not like 'F:%'
			   group by college
			)
			select :campaign, :run, college, coalesce(s.number, 0), coalesce(c.open, 0),
			       encode(sha256(convert_to(concat_ws('|', :salt::text, college, s.hash, '', c.hash), 'UTF8')), 'hex')
			  from students s full join cases c using (college)
			on conflict (run_id, college)
			do update set students = excluded.students, open_cases = excluded.open_cases, fingerprint = excluded.fingerprint
			""";

	private final JdbcClient jdbc;

	private final InstallationKey key;

	CollegeStates(JdbcClient jdbc, InstallationKey key) {
		this.jdbc = jdbc;
		this.key = key;
	}

	/**
	 * What a run knows of a college.
	 *
	 * @param students its students
	 * @param openCases cases that the college has to act on and has not answered
	 * @param fingerprint equal for runs that know the same of it
	 */
	public record State(long students, long openCases, String fingerprint) {

		/** Of a college without students and cases. */
		public static final State NOTHING = new State(0, 0, "");

	}

	/**
	 * What a run knows of the whole school.
	 * @param states what it knows of the colleges
	 * @return the state of all together
	 */
	public static State together(Map<String, State> states) {
		StringBuilder all = new StringBuilder();
		long students = 0;
		long open = 0;
		for (Map.Entry<String, State> each : new TreeMap<>(states).entrySet()) {
			students += each.getValue().students();
			open += each.getValue().openCases();
			all.append(each.getKey()).append('=').append(each.getValue().fingerprint()).append('\n');
		}
		return new State(students, open, sha256(all.toString()));
	}

	private static String sha256(String text) {
		try {
			return HexFormat.of()
				.formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Takes down what a run knows, in the caller's transaction, which has to end before
	 * the run's folder is published: after a kill it must be there if the folder is. A
	 * worker that was taken for dead may do the same at the same time.
	 */
	public void record(RunContext context) {
		Run run = context.run();
		this.jdbc.sql("delete from run_college_state where run_id = ?").param(run.id()).update();
		this.jdbc.sql(STATES)
			.param("run", run.id())
			.param("campaign", run.campaignId())
			.param("salt", this.key.references().of("sign-off", run.campaign()))
			.update();
	}

	/**
	 * What a run knows of every college that has students or cases.
	 * @param run the run's key
	 * @return by college, the empty one for students whose college is unknown; nothing
	 * for a run of a version that took nothing down
	 */
	public Map<String, State> of(long run) {
		Map<String, State> states = new LinkedHashMap<>();
		this.jdbc.sql("""
				select college, students, open_cases, fingerprint from run_college_state where run_id = ?
				 order by college collate "C"
				""").param(run).query((row) -> {
			states.put(row.getString("college"),
					new State(row.getLong("students"), row.getLong("open_cases"), row.getString("fingerprint")));
		});
		return states;
	}

}
