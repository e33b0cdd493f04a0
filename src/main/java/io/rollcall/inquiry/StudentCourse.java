package io.rollcall.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.explain.Dossier;
import io.rollcall.run.Run;
import io.rollcall.run.RunRef;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was sent in about a student, and how the cases went on: up to the explained run,
 * which stands for its own date even where a rerun has replaced it.
 */
@Component
class StudentCourse {

	private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {
	};

	/** The runs that an explained run looks back on. */
	private static final String RUNS = """
			with told as (
			  select campaign_id, run_id, business_date, number from effective_run
			   where campaign_id = :campaign and business_date < :date
			  union all
			  select campaign_id, run_id, business_date, number from run where run_id = :run
			)
			""";

	private final JdbcClient jdbc;

	StudentCourse(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Dossier.Course of(String student, Run run, Run staged) {
		return new Dossier.Course(submissions(student, run, staged), events(student, run), history(student, run));
	}

	/** Where the run stands among the others. */
	Dossier.Standing standing(Run run) {
		return new Dossier.Standing(run.toString(), run.status() == Run.Status.PUBLISHED,
				newest("business_date = ? and number > " + run.number(), run), newest("business_date > ?", run));
	}

	private Optional<String> newest(String which, Run run) {
		return this.jdbc
			.sql("select business_date, number from effective_run where campaign_id = ? and " + which
					+ " order by business_date desc limit 1")
			.params(run.campaignId(), run.date())
			.query((row, index) -> name(row))
			.optional();
	}

	private static String name(ResultSet row) throws SQLException {
		return new RunRef(Optional.empty(), row.getObject("business_date", LocalDate.class), row.getInt("number"))
			.toString();
	}

	/** The rows of forms in which the student's findings stand. */
	private List<Dossier.Submission> submissions(String student, Run run, Run staged) {
		return this.jdbc.sql("""
				select f.role || ':' || f.path || '#' || r.sheet || '!' || r.row_no as place, r.raw::text as raw
				  from run_file f
				  join staged_record r on r.run_id = f.run_id and r.id >= f.file_no::bigint << 36
				                      and r.id < (f.file_no + 1)::bigint << 36
				 where f.run_id = :staged and f.role in ('discrepancies', 'accounts')
				   and f.role || ':' || f.path || '#' || r.sheet || '!' || r.row_no in (
				       select l.place from finding n, unnest(string_to_array(n.locations, ';')) as l(place)
				        where n.campaign_id = :campaign and n.run_id = :run and n.student_key = :key)
				 order by r.file_no, r.record_no
				""")
			.param("staged", staged.id())
			.param("campaign", run.campaignId())
			.param("run", run.id())
			.param("key", student)
			.query((row, index) -> new Dossier.Submission(row.getString("place"),
					JsonMapper.shared().readValue(row.getString("raw"), TEXTS)))
			.list();
	}

	private List<Dossier.Event> events(String student, Run run) {
		return this.jdbc.sql(RUNS + """
				select t.business_date, e.*, concat_ws(' ', nullif(e.by_whom, ''), e.on_date) as by
				  from case_event e join told t using (campaign_id, run_id)
				 where e.campaign_id = :campaign and e.student_key = :key
				 order by t.business_date, e.event_no
				""")
			.param("campaign", run.campaignId())
			.param("date", run.date())
			.param("run", run.id())
			.param("key", student)
			.query((row, index) -> new Dossier.Event(row.getObject("business_date", LocalDate.class),
					row.getString("kind"), row.getString("code"), row.getString("field"), row.getString("before"),
					row.getString("after"), row.getString("by"), row.getString("why"), row.getString("place")))
			.list();
	}

	/** Runs without a finding are told too: they show when something was gone. */
	private List<Dossier.Past> history(String student, Run run) {
		Map<String, List<Dossier.Found>> runs = new LinkedHashMap<>();
		this.jdbc
			.sql(RUNS
					+ """
							select t.business_date, t.number, f.code, f.field, f.state, f.found
							  from told t left join finding f on f.campaign_id = :campaign and f.run_id = t.run_id and f.student_key = :key
							 order by t.business_date, f.code collate "C", f.field collate "C", f.finding_id
							""")
			.param("campaign", run.campaignId())
			.param("date", run.date())
			.param("run", run.id())
			.param("key", student)
			.query((row) -> {
				List<Dossier.Found> found = runs.computeIfAbsent(name(row), (any) -> new ArrayList<>());
				if (row.getString("code") != null) {
					found.add(new Dossier.Found(row.getString("code"), row.getString("field"), row.getString("state"),
							!row.getBoolean("found")));
				}
			});
		List<Dossier.Past> history = new ArrayList<>();
		runs.forEach((name, found) -> history.add(new Dossier.Past(name, List.copyOf(found))));
		return history;
	}

}
