package io.rollcall.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.rollcall.run.RunContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Finds students of the last published run by a name, a part of one, or a whole number.
 */
@Service
public class StudentSearch {

	/** The most students that one search shows. */
	public static final int MOST = 50;

	/**
	 * Who stands in no source, but in a form or in cases of earlier nights, is found by
	 * what his cases say.
	 */
	private static final String PEOPLE = """
			with person as (
			  select s.student_key, s.name, s.student_no, s.candidate_no, s.college, s.major_name, s.class_no, s.status
			    from staged_student s where s.run_id = :run {own student}
			  union all
			  select distinct on (c.student_key) c.student_key, c.name, c.student_no, c.candidate_no, c.college, '', '', 'stranger'
			    from run_case c
			   where c.campaign_id = :campaign and c.run_id = :run and c.student_key not like 'F:%' {own case} {case}
			     and not exists (select 1 from staged_student s
			                      where s.run_id = :run and student_hash(s.student_key) = student_hash(c.student_key))
			)
			""";

	private static final String FOUND = PEOPLE
			+ """
					select p.*, (select count(*) from run_case c
					              where c.campaign_id = :campaign and c.run_id = :run and student_hash(c.student_key) = student_hash(p.student_key) and c.to_do
					                and c.state not in ('sent', 'registrar-rejected', 'known-ok', 'closed') {own case}) as open
					  from (select p.*, count(*) over () as total from person p where {matches}
					         order by (p.student_no = :number or p.candidate_no = :number or p.student_key = any (:bearers)) is not true,
					                  p.name <> :text, p.name not like :prefix, p.college collate "C", p.student_no collate "C",
					                  p.student_key collate "C"
					         limit :most) p
					""";

	private static final String MATCHES = """
			(p.student_no = :number or p.candidate_no = :number or p.student_key = any (:bearers) or p.name like :like
			 or p.name = :name)
			""";

	private static final String CASE_MATCHES = MATCHES.replace("p.", "c.");

	private static final String BY_HASH = PEOPLE
			+ "select * from person where student_hash(student_key) = :hash limit 1";

	private final JdbcClient jdbc;

	private final People people;

	public StudentSearch(JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.people = new People(jdbc);
	}

	/**
	 * A student.
	 *
	 * @param key the student's key
	 * @param name the name
	 * @param studentNo the student number
	 * @param candidateNo the candidate number
	 * @param college the college, empty when it is unknown
	 * @param major the major
	 * @param className the class
	 * @param status how the student is treated, {@code stranger} for who stands in no
	 * source
	 * @param open how many of his cases wait
	 */
	public record Student(String key, String name, String studentNo, String candidateNo, String college, String major,
			String className, String status, long open) {

		@Override
		public String toString() {
			return "student";
		}

	}

	/**
	 * What was found.
	 *
	 * @param students at most {@link #MOST}, those whose number it is first
	 * @param total how many there are
	 */
	public record Found(List<Student> students, long total) {
	}

	/**
	 * Looks for students.
	 * @param context the run
	 * @param reader who looks
	 * @param text a name, a part of one or a whole number
	 * @return the students; none for an empty text
	 */
	public Found find(RunContext context, Reader reader, String text) {
		Wanted wanted = Wanted.of(text);
		if (wanted.isEmpty()) {
			return new Found(List.of(), 0);
		}
		long run = context.run().id();
		List<Student> students = new ArrayList<>();
		long[] total = new long[1];
		this.jdbc.sql(owned(FOUND, reader).replace("{matches}", MATCHES).replace("{case}", "and " + CASE_MATCHES))
			.param("campaign", context.run().campaignId())
			.param("run", run)
			.param("colleges", reader.colleges().toArray(String[]::new))
			.param("text", wanted.text())
			.param("name", wanted.name())
			.param("like", wanted.like())
			.param("prefix", wanted.like().substring(1))
			.param("number", wanted.numberOrNothing())
			.param("bearers", this.people.bearers(run, wanted).toArray(String[]::new))
			.param("most", MOST)
			.query((row) -> {
				total[0] = row.getLong("total");
				students.add(student(row, row.getLong("open")));
			});
		return new Found(students, total[0]);
	}

	/**
	 * The student whom a reference stands for, whoever asks: by everybody and for
	 * everything the same is looked up, so that what is foreign takes as long as what
	 * does not exist.
	 * @param context the run
	 * @param hash what {@link PageReferences#studentHash} read, or anything else
	 * @return the student, of whom it is not yet said that the reader may see him
	 */
	public Optional<Student> byHash(RunContext context, String hash) {
		return this.jdbc
			.sql(owned(BY_HASH, Reader.REGISTRAR).replace("{case}", "and student_hash(c.student_key) = :hash"))
			.param("campaign", context.run().campaignId())
			.param("run", context.run().id())
			.param("hash", hash)
			.query((row, index) -> student(row, 0))
			.optional();
	}

	private static String owned(String sql, Reader reader) {
		return sql.replace("{own student}", reader.registrar() ? "" : "and s.college = any (:colleges)")
			.replace("{own case}", reader.registrar() ? "" : "and c.college = any (:colleges) and not c.hidden");
	}

	private static Student student(java.sql.ResultSet row, long open) throws java.sql.SQLException {
		return new Student(row.getString("student_key"), text(row.getString("name")), text(row.getString("student_no")),
				text(row.getString("candidate_no")), text(row.getString("college")), text(row.getString("major_name")),
				text(row.getString("class_no")), row.getString("status"), open);
	}

	private static String text(String value) {
		return (value != null) ? value : "";
	}

}
