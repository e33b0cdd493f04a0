package io.rollcall.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.rollcall.campaign.Field;
import io.rollcall.explain.Dossier;
import io.rollcall.explain.ExplanationPage;
import io.rollcall.identity.IdNumber;
import io.rollcall.identity.Masking;
import io.rollcall.identity.PersonName;
import io.rollcall.identity.StudentNumber;
import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunStore;
import io.rollcall.staging.StagedRuns;
import io.rollcall.text.Messages;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Explains what a run found about a student, and what it did not. */
@Service
public class Explanations {

	/** More people of one name are listed rather than explained. */
	private static final int PAGES = 3;

	private static final String STUDENTS = """
			select distinct s.student, s.student_key, s.student_no, s.candidate_no, s.name, s.college, s.major_name,
			       s.class_no, s.status, s.looked
			  from staged_student s
			  join staged_link l using (campaign_id, run_id, student)
			  join staged_record r using (campaign_id, run_id, id)
			 where s.run_id = :staged
			   and (r.student_no = :number or r.candidate_no = :number or r.name = :name or s.name = :text
			        or r.id_no = :id or s.student_key in (select student_key from finding
			                                               where campaign_id = :campaign and run_id = :run and finding_id = :text))
			 order by s.student
			""";

	private static final String KNOWN = """
			select student, student_key, student_no, candidate_no, name, college, major_name, class_no, status, looked
			  from staged_student
			 where run_id = :run and student_hash(student_key) = student_hash(:key) and student_key = :key
			""";

	private static final String STRANGERS = """
			select distinct student_key, concat_ws('  ', nullif(name, ''), nullif(student_no, ''), nullif(candidate_no, ''),
			       nullif(college, '')) as title
			  from finding
			 where campaign_id = :campaign and run_id = :run and :wanted in (student_no, candidate_no, name, finding_id)
			   and student_key not in (select student_key from staged_student where run_id = :staged)
			 order by student_key
			""";

	private static final String REMEMBERED = """
			select student_key, max(title) as title
			  from (select student_key, finding_id as id, student_no, candidate_no, name,
			               concat_ws('  ', nullif(name, ''), nullif(student_no, ''), nullif(candidate_no, ''), nullif(college, '')) as title
			          from finding where campaign_id = :campaign and run_id = :run
			        union all
			        select student_key, case_id, student_no, candidate_no, name,
			               concat_ws('  ', nullif(name, ''), nullif(student_no, ''), nullif(candidate_no, ''), nullif(college, ''))
			          from run_case where campaign_id = :campaign and run_id = :run) k
			 where student_key not like 'F:%'
			   and (:wanted in (student_no, candidate_no, name, id) or :number in (student_no, candidate_no) or name = :name)
			 group by student_key
			 order by student_key
			""";

	private final RunStore runs;

	private final ScratchRun scratch;

	private final JdbcClient jdbc;

	private final StagedRuns staged;

	private final StudentRecords records;

	private final StudentFindings findings;

	private final RefusedRows refused;

	private final StudentCourse course;

	private final NearRecords near;

	Explanations(RunStore runs, ScratchRun scratch, JdbcClient jdbc, StagedRuns staged, StudentRecords records,
			StudentFindings findings, RefusedRows refused, StudentCourse course, NearRecords near) {
		this.runs = runs;
		this.scratch = scratch;
		this.jdbc = jdbc;
		this.staged = staged;
		this.records = records;
		this.findings = findings;
		this.refused = refused;
		this.course = course;
		this.near = near;
	}

	/**
	 * Explains a student.
	 * @param wanted a student number, candidate number, ID number, name or finding id
	 * @param run the run, or empty for the newest that was published
	 * @param messages the texts
	 * @param width the columns of the terminal
	 * @return the lines of the page
	 * @throws RunFailure when there is no such run or student, or an input that has to be
	 * read again is gone and nothing else tells of the student
	 */
	public List<String> explain(String wanted, Optional<Run> run, Messages messages, int width) {
		Run explained = run.or(this.runs::newestPublished).orElseThrow(() -> new RunFailure("NOTHING_PUBLISHED"));
		Question question = new Question(wanted.strip(), explained, messages, width);
		if (this.staged.isJudged(explained)) {
			return pages(question, RunContext.of(explained));
		}
		try {
			return this.scratch.repeat(explained, explained.jobFile().toString(), explained.jobText(), RunListener.NONE,
					(context) -> pages(question, context));
		}
		catch (RunFailure ex) {
			if (!ex.getMessage().equals("INPUT_GONE")) {
				throw ex;
			}
			return remembered(question).orElseThrow(() -> ex);
		}
	}

	/** What findings, cases and events tell where the run's files are gone. */
	private Optional<List<String>> remembered(Question question) {
		Run run = question.run();
		List<Student> students = this.jdbc.sql(REMEMBERED)
			.param("campaign", run.campaignId())
			.param("run", run.id())
			.param("wanted", question.wanted())
			.param("number", StudentNumber.parse(question.wanted()).canonical())
			.param("name", PersonName.parse(question.wanted()).comparison())
			.query((row, index) -> new Student(0, row.getString("student_key"), row.getString("title"), "forgotten",
					false))
			.list();
		if (students.size() > PAGES) {
			return Optional.of(several(question, students));
		}
		List<Dossier> dossiers = students.stream().map((student) -> withoutRows(student, run, run, List.of())).toList();
		return dossiers.isEmpty() ? Optional.empty() : Optional.of(lines(question, dossiers, RunContext.of(run)));
	}

	/**
	 * What is known of one student, for a page. Nothing is read again: where the parsed
	 * records are gone, findings and events tell what they can.
	 * @param context the run
	 * @param student the student's key
	 * @param title what to call him
	 * @return the dossier as the registrar reads it, masked
	 */
	public Dossier of(RunContext context, String student, String title) {
		RunContext shown = context.masked();
		return this.jdbc.sql(KNOWN)
			.param("run", shown.run().id())
			.param("key", student)
			.query((row, index) -> student(row))
			.optional()
			.map((found) -> dossier(found, shown.run(), shown))
			.orElseGet(() -> withoutRows(new Student(0, student, title, "stranger", false), shown.run(), shown.run(),
					List.of()));
	}

	/** Who is asked for, in which run, and how the answer is written. */
	private record Question(String wanted, Run run, Messages messages, int width) {

		@Override
		public String toString() {
			return "Question about " + this.run;
		}

	}

	private List<String> pages(Question question, RunContext staged) {
		List<Student> students = students(question, staged.run());
		if (students.size() > PAGES) {
			return several(question, students);
		}
		List<Dossier> dossiers = new ArrayList<>();
		students.forEach((student) -> dossiers.add(dossier(student, question.run(), staged)));
		dossiers.addAll(strangers(question, staged.run(), !students.isEmpty()));
		if (dossiers.isEmpty()) {
			throw new RunFailure("UNKNOWN_STUDENT", question.run());
		}
		return lines(question, dossiers, staged);
	}

	private static List<String> several(Question question, List<Student> students) {
		List<String> lines = new ArrayList<>();
		lines.add(question.messages().get("explain.several", students.size()));
		students.forEach((student) -> lines.add("  " + student.title()));
		return lines;
	}

	private static List<String> lines(Question question, List<Dossier> dossiers, RunContext context) {
		List<String> lines = new ArrayList<>();
		for (Dossier dossier : dossiers) {
			if (!lines.isEmpty()) {
				lines.add("");
			}
			lines.addAll(ExplanationPage.of(dossier, context.campaign(), question.messages(), question.width()));
		}
		return lines;
	}

	private record Student(long number, String key, String title, String status, boolean looked) {

		@Override
		public String toString() {
			return "Student " + this.number;
		}

	}

	private List<Student> students(Question question, Run staged) {
		IdNumber id = IdNumber.parse(question.wanted(), null);
		return this.jdbc.sql(STUDENTS)
			.param("staged", staged.id())
			.param("campaign", question.run().campaignId())
			.param("run", question.run().id())
			.param("number", StudentNumber.parse(question.wanted()).canonical())
			.param("name", PersonName.parse(question.wanted()).comparison())
			.param("id", id.isComparable() ? id.keyText() : "")
			.param("text", question.wanted())
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
				row.getString("status"), row.getBoolean("looked"));
	}

	private Dossier dossier(Student student, Run run, RunContext staged) {
		List<Dossier.Fact> findings = this.findings.of(student.key(), run);
		List<StagedRow> rows = this.records.of(student.number(), staged.run(), findings);
		Set<String> usable = this.near.usable(staged.run());
		SparedRules.Circumstances circumstances = new SparedRules.Circumstances(usable,
				Set.of("ordinary", "returned").contains(student.status()), student.status().equals("returned"),
				student.looked(), this.findings.explained(student.key(), run));
		long[] namesakes = this.near.namesakes(student.number(), rows.get(0), staged.run());
		return new Dossier(this.course.standing(run), student.title(), student.status(),
				StudentRecords.entries(rows, staged), findings, this.refused.of(rows, staged.run()),
				new Dossier.Nearby(namesakes[0], namesakes[1], StudentRecords.values(rows, staged),
						this.records.others(student.key(), run, staged, rows), usable,
						staged.campaign().rules().selfCheck().map(Field::name),
						this.near.links(student.key(), staged.run()),
						SparedRules.of(rows, findings, staged.campaign(), circumstances)),
				this.course.of(student.key(), run, staged.run()));
	}

	/** Somebody of whom no parsed record tells. */
	private Dossier withoutRows(Student student, Run run, Run staged, List<Dossier.Refused> refusedRows) {
		return new Dossier(this.course.standing(run), student.title(), student.status(), List.of(),
				this.findings.of(student.key(), run), refusedRows, Dossier.Nearby.NOTHING,
				this.course.of(student.key(), run, staged));
	}

	/**
	 * Somebody whom only forms or refused rows name, or a file that a finding is about.
	 */
	private List<Dossier> strangers(Question question, Run staged, boolean known) {
		Run run = question.run();
		List<Dossier.Refused> rows = known ? List.of() : this.refused.of(question.wanted(), staged);
		List<Dossier> dossiers = new ArrayList<>();
		this.jdbc.sql(STRANGERS)
			.param("campaign", run.campaignId())
			.param("run", run.id())
			.param("wanted", question.wanted())
			.param("staged", staged.id())
			.query((row) -> {
				String key = row.getString("student_key");
				boolean file = key.startsWith("F:");
				String title = row.getString("title");
				dossiers.add(withoutRows(new Student(0, key, title.isEmpty() ? key.substring(2) : title,
						file ? "file" : "stranger", false), run, staged, rows));
			});
		if (dossiers.isEmpty() && !rows.isEmpty()) {
			String title = run.unmasked() ? question.wanted() : Masking.maskAnyNumbers(question.wanted());
			dossiers.add(new Dossier(this.course.standing(run), title, "stranger", List.of(), List.of(), rows,
					Dossier.Nearby.NOTHING, new Dossier.Course(List.of(), List.of(), List.of())));
		}
		return dossiers;
	}

}
