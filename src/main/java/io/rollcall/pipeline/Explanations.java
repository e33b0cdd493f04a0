package io.rollcall.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.FieldType;
import io.rollcall.explain.Dossier;
import io.rollcall.explain.ExplanationPage;
import io.rollcall.identity.IdNumber;
import io.rollcall.identity.PersonName;
import io.rollcall.identity.StudentNumber;
import io.rollcall.text.Messages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Explains what a run found about a student, and what it did not. */
@Service
public class Explanations {

	/** More people of one name are listed rather than explained. */
	private static final int PAGES = 3;

	private static final String MASKED = "***";

	private static final String STUDENTS = """
			select distinct s.student, s.student_key, s.student_no, s.candidate_no, s.name, s.college, s.major_name,
			       s.class_no, s.status
			  from staged_student s
			  join staged_link l using (campaign_id, run_id, student)
			  join staged_record r using (campaign_id, run_id, id)
			 where s.run_id = :staged
			   and (r.student_no = :number or r.candidate_no = :number or r.name = :name or s.name = :text
			        or r.id_no = :id or s.student_key in (select student_key from finding
			                                               where run_id = :run and finding_id = :text))
			 order by s.student
			""";

	private static final String RECORDS = """
			select l.role, l.role || ':' || f.path || '#' || r.sheet || '!' || r.row_no as place, l.kept, l.link, f.columns,
			       r.unusable, to_jsonb(r) as record
			  from staged_link l
			  join staged_record r using (campaign_id, run_id, id)
			  join run_file f using (campaign_id, run_id, file_no)
			 where l.run_id = :staged and l.student = :student
			 order by array_position(array['roster', 'platform', 'admission'], l.role), not l.kept, l.id
			""";

	private static final String NAMESAKES = """
			select count(distinct l.student) as all_of_them,
			       count(distinct l.student) filter (where r.birth_date = :birth) as same_date
			  from staged_record r
			  join staged_link l using (campaign_id, run_id, id)
			 where r.run_id = :staged and l.student <> :student and r.name = :name
			""";

	private final RunStore runs;

	private final ScratchRun scratch;

	private final JdbcClient jdbc;

	private final StudentCourse course;

	Explanations(RunStore runs, ScratchRun scratch, JdbcClient jdbc, StudentCourse course) {
		this.course = course;
		this.runs = runs;
		this.scratch = scratch;
		this.jdbc = jdbc;
	}

	/**
	 * Explains a student.
	 * @param wanted a student number, candidate number, ID number, name or finding id
	 * @param run the run, or empty for the newest that was published
	 * @param messages the texts
	 * @return the lines of the page
	 * @throws RunFailure when there is no such run or student, or an input that has to be
	 * read again is gone
	 */
	public List<String> explain(String wanted, Optional<Run> run, Messages messages) {
		Run explained = run.or(this.runs::newestPublished).orElseThrow(() -> new RunFailure("NOTHING_PUBLISHED"));
		boolean staged = this.jdbc.sql("select exists (select 1 from staged_student where run_id = ?)")
			.param(explained.id())
			.query(Boolean.class)
			.single();
		if (staged) {
			return pages(wanted, explained, RunContext.of(explained), messages);
		}
		return this.scratch.repeat(explained, explained.jobFile().toString(), explained.jobText(), RunListener.NONE,
				(context) -> pages(wanted, explained, context, messages));
	}

	private List<String> pages(String wanted, Run run, RunContext staged, Messages messages) {
		List<Student> students = students(wanted.strip(), run, staged.run());
		List<String> lines = new ArrayList<>();
		if (students.isEmpty()) {
			lines.addAll(this.course.strangers(wanted.strip(), run, messages));
			if (lines.isEmpty()) {
				throw new RunFailure("UNKNOWN_STUDENT", run);
			}
		}
		if (students.size() > PAGES) {
			lines.add(messages.get("explain.several", students.size()));
			students.forEach((student) -> lines.add("  " + student.title()));
			return lines;
		}
		for (Student student : students) {
			if (!lines.isEmpty()) {
				lines.add("");
			}
			lines.addAll(ExplanationPage.of(dossier(student, run, staged), staged.campaign(), messages));
		}
		return lines;
	}

	private record Student(long number, String key, String title, String status) {

		@Override
		public String toString() {
			return "Student " + this.number;
		}

	}

	private List<Student> students(String wanted, Run run, Run staged) {
		IdNumber id = IdNumber.parse(wanted, null);
		return this.jdbc.sql(STUDENTS)
			.param("staged", staged.id())
			.param("run", run.id())
			.param("number", StudentNumber.parse(wanted).canonical())
			.param("name", PersonName.parse(wanted).comparison())
			.param("id", id.isComparable() ? id.keyText() : "")
			.param("text", wanted)
			.query((row, index) -> student(row))
			.list();
	}

	private static Student student(ResultSet row) throws SQLException {
		List<String> title = new ArrayList<>();
		for (String column : new String[] { "name", "student_no", "candidate_no", "college", "major_name",
				"class_no" }) {
			if (row.getString(column) != null) {
				title.add(row.getString(column));
			}
		}
		return new Student(row.getLong("student"), row.getString("student_key"), String.join("  ", title),
				row.getString("status"));
	}

	private Dossier dossier(Student student, Run run, RunContext staged) {
		List<Dossier.Entry> records = records(student, staged);
		String name = records.get(0).canonical().getOrDefault("name", "");
		String birth = records.get(0).canonical().getOrDefault("birth_date", "");
		long[] namesakes = new long[2];
		this.jdbc.sql(NAMESAKES)
			.param("staged", staged.run().id())
			.param("student", student.number())
			.param("name", name)
			.param("birth", birth)
			.query((row) -> {
				namesakes[0] = row.getLong("all_of_them");
				namesakes[1] = row.getLong("same_date");
			});
		return new Dossier(run.toString(), student.title(), student.status(), records, findings(student, run),
				namesakes[0], namesakes[1], usable(staged.run()),
				staged.campaign().rules().selfCheck().map(Field::name), nearLinks(student, staged.run()),
				this.course.history(student.key(), run), this.course.submissions(student.key(), run, staged.run()),
				this.course.events(student.key(), run));
	}

	private List<Dossier.Entry> records(Student student, RunContext staged) {
		return this.jdbc.sql(RECORDS)
			.param("staged", staged.run().id())
			.param("student", student.number())
			.query((row, index) -> entry(row, staged))
			.list();
	}

	private static Dossier.Entry entry(ResultSet row, RunContext staged) throws SQLException {
		Map<String, Object> record = JsonMapper.shared()
			.readValue(row.getString("record"), new TypeReference<Map<String, Object>>() {
			});
		Map<String, String> raw = texts(record.get("raw"));
		Map<String, String> compared = texts(record.get("extra"));
		Map<String, String> canonical = new LinkedHashMap<>();
		for (Field field : staged.campaign().fields().all()) {
			Object value = record.getOrDefault(field.name(), compared.get(field.name()));
			// A canonical ID number is a number in clear, in whatever column it stands.
			boolean hidden = field.type() == FieldType.ID_NO || raw.getOrDefault(field.name(), "").contains(MASKED);
			if (value instanceof String text && !hidden) {
				canonical.put(field.name(), text);
			}
		}
		return new Dossier.Entry(row.getString("role"), row.getString("place"), row.getBoolean("kept"),
				row.getString("link"), strings(row, "columns"), raw, canonical, strings(row, "unusable"));
	}

	private static Map<String, String> texts(Object json) {
		Map<String, String> texts = new LinkedHashMap<>();
		if (json instanceof Map<?, ?> map) {
			map.forEach((key, value) -> texts.put(String.valueOf(key), String.valueOf(value)));
		}
		return texts;
	}

	private static Set<String> strings(ResultSet row, String column) throws SQLException {
		return new TreeSet<>(List.of((String[]) row.getArray(column).getArray()));
	}

	private List<Dossier.Fact> findings(Student student, Run run) {
		return this.jdbc.sql("""
				select * from finding where run_id = ? and student_key = ?
				 order by array_position(array['E', 'W', 'I'], severity), code collate "C", field collate "C"
				""").params(run.id(), student.key()).query((row, index) -> {
			String detail = row.getString("detail");
			String more = row.getString("private_detail");
			return new Dossier.Fact(row.getString("code"), row.getString("severity"), row.getString("field"),
					more.isEmpty() ? detail : detail + " " + more, row.getString("suggestion"), row.getString("state"),
					row.getObject("first_seen", LocalDate.class), row.getString("locations"));
		}).list();
	}

	private List<Dossier.NearLink> nearLinks(Student student, Run staged) {
		return this.jdbc.sql("""
				select other, weight, told from run_near_link where run_id = ? and student_key = ?
				 order by weight desc, other collate "C" limit 3
				""")
			.params(staged.id(), student.key())
			.query((row, index) -> new Dossier.NearLink(row.getString("other"), row.getString("weight"),
					row.getString("told")))
			.list();
	}

	private Set<String> usable(Run staged) {
		return new LinkedHashSet<>(
				this.jdbc.sql("select distinct role from run_file where run_id = ? and rows_loaded > 0")
					.param(staged.id())
					.query(String.class)
					.list());
	}

}
