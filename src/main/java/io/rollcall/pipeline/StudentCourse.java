package io.rollcall.pipeline;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

import io.rollcall.explain.Dossier;
import io.rollcall.text.Messages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was sent in about a student, and how the cases went on. */
@Component
class StudentCourse {

	private static final TypeReference<LinkedHashMap<String, String>> TEXTS = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	StudentCourse(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The rows of forms in which the student's findings stand. */
	List<Dossier.Submission> submissions(String student, Run run, Run staged) {
		return this.jdbc.sql("""
				select f.role || ':' || f.path || '#' || r.sheet || '!' || r.row_no as place, r.raw::text as raw
				  from staged_record r join run_file f using (campaign_id, run_id, file_no)
				 where r.run_id = :staged and r.role in ('discrepancies', 'accounts')
				   and f.role || ':' || f.path || '#' || r.sheet || '!' || r.row_no in (
				       select l.place from finding n, unnest(string_to_array(n.locations, ';')) as l(place)
				        where n.run_id = :run and n.student_key = :key)
				 order by r.file_no, r.record_no
				""")
			.param("staged", staged.id())
			.param("run", run.id())
			.param("key", student)
			.query((row, index) -> new Dossier.Submission(row.getString("place"),
					JsonMapper.shared().readValue(row.getString("raw"), TEXTS)))
			.list();
	}

	/** What happened to the student's cases up to the run. */
	List<Dossier.Event> events(String student, Run run) {
		return this.jdbc.sql("""
				select r.business_date, e.*
				  from case_event e join effective_run r using (campaign_id, run_id)
				 where e.campaign_id = ? and e.student_key = ? and r.business_date <= ?
				 order by r.business_date, e.event_no
				""")
			.params(run.campaignId(), student, run.date())
			.query((row, index) -> new Dossier.Event(row.getObject("business_date", LocalDate.class),
					row.getString("kind"), row.getString("code"), row.getString("field"), row.getString("before"),
					row.getString("after"), row.getString("why"), row.getString("place")))
			.list();
	}

	List<Dossier.Past> history(String student, Run run) {
		return this.jdbc.sql("""
				select r.business_date, f.code, f.field, f.state
				  from finding f join effective_run r using (campaign_id, run_id)
				 where f.campaign_id = ? and f.student_key = ?
				 order by r.business_date, f.code collate "C", f.field collate "C"
				""")
			.params(run.campaignId(), student)
			.query((row, index) -> new Dossier.Past(row.getObject("business_date", LocalDate.class),
					row.getString("code"), row.getString("field"), row.getString("state")))
			.list();
	}

	/** Somebody whom only a form names. */
	List<String> strangers(String wanted, Run run, Messages messages) {
		List<String> lines = this.jdbc
			.sql("""
					select code, field, detail, suggestion, locations from finding
					 where run_id = ? and ? in (student_no, candidate_no, name, finding_id) order by code collate "C", field collate "C"
					""")
			.params(run.id(), wanted)
			.query((row,
					index) -> "* " + String.join("  ", row.getString(1), row.getString(2), row.getString(3),
							row.getString(4), row.getString(5)))
			.list();
		return lines.isEmpty() ? lines
				: Stream.concat(Stream.of(messages.get("explain.stranger")), lines.stream()).toList();
	}

}
