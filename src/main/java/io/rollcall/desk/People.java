package io.rollcall.desk;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds the students whose records hold a number. */
final class People {

	/**
	 * A name is looked for where a student has it; numbers wherever a record has them.
	 */
	private static final String BEARERS = """
			select distinct s.student_key
			  from staged_value v join staged_link l using (run_id, id) join staged_student s using (run_id, student)
			 where v.run_id = :run and (v.student_no = :number or v.candidate_no = :number or v.id_no = :id)
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
