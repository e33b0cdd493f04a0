package io.rollcall.desk;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the students whose records hold a number. */
final class People {

	/**
	 * Records are looked through once, and students once: a night writes more than
	 * anybody looks for, so neither list has an index for it.
	 */
	private static final String BEARERS = """
			with held as materialized (
			  select id from staged_record
			   where run_id = :run and (student_no = :number or candidate_no = :number or id_no = :id)
			)
			select s.student_key
			  from staged_student s
			 where s.run_id = :run
			   and (s.roster_id = any (array(select id from held)) or s.platform_id = any (array(select id from held))
			        or s.admission_id = any (array(select id from held))
			        or s.student = any (array(select f.student from staged_fold f where f.run_id = :run
			                                     and f.id = any (array(select id from held)))))
			""";

	private final JdbcClient jdbc;

	People(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The keys of those of whom a source says the number. */
	List<String> bearers(long run, Wanted wanted) {
		boolean digits = wanted.text().chars().anyMatch(Character::isDigit);
		if (!digits) {
			return List.of();
		}
		return this.jdbc.sql(BEARERS)
			.param("run", run)
			.param("number", wanted.number())
			.param("id", wanted.idNo())
			.query(String.class)
			.list();
	}

}
