package io.rollcall.inquiry;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.rollcall.explain.Dossier;
import io.rollcall.run.Run;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What came near a student: people of the same name, and records that were nearly linked.
 */
@Component
class NearRecords {

	/**
	 * Records are looked through once, and students once: neither list has an index for
	 * it.
	 */
	private static final String NAMESAKES = """
			with same as materialized (
			  select id, birth_date from staged_record where run_id = :staged and name = :name
			),
			bearer as (
			  select s.student, r.id
			    from staged_student s
			   cross join lateral (values (s.roster_id), (s.platform_id), (s.admission_id)) as r(id)
			   where s.run_id = :staged
			     and (s.roster_id in (select id from same) or s.platform_id in (select id from same)
			          or s.admission_id in (select id from same))
			  union all
			  select student, id from staged_fold where run_id = :staged and id in (select id from same)
			)
			select count(distinct b.student) as all_of_them,
			       count(distinct b.student) filter (where m.birth_date = :birth) as same_date
			  from bearer b join same m using (id)
			 where b.student <> :student
			""";

	private final JdbcClient jdbc;

	NearRecords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * How many other students have the name, and how many of those the birth date too.
	 */
	long[] namesakes(long student, StagedRow first, Run staged) {
		long[] namesakes = new long[2];
		this.jdbc.sql(NAMESAKES)
			.param("staged", staged.id())
			.param("student", student)
			.param("name", Objects.requireNonNullElse(first.canonical("name"), ""))
			.param("birth", Objects.requireNonNullElse(first.canonical("birth_date"), ""))
			.query((row) -> {
				namesakes[0] = row.getLong("all_of_them");
				namesakes[1] = row.getLong("same_date");
			});
		return namesakes;
	}

	/** Records that came near being linked, the nearest first. */
	List<Dossier.NearLink> links(String student, Run staged) {
		return this.jdbc.sql("""
				select other, told from run_near_link where run_id = ? and student_key = ?
				 order by weight desc, other collate "C" limit 3
				""")
			.params(staged.id(), student)
			.query((row, index) -> new Dossier.NearLink(row.getString("other"), row.getString("told")))
			.list();
	}

	/** The sources that hold anything. */
	Set<String> usable(Run staged) {
		return new LinkedHashSet<>(
				this.jdbc.sql("select distinct role from run_file where run_id = ? and rows_loaded > 0")
					.param(staged.id())
					.query(String.class)
					.list());
	}

}
