package io.rollcall.results;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.rollcall.identity.DocumentType;
import io.rollcall.identity.IdNumber;
import io.rollcall.identity.Masking;
import io.rollcall.run.RunContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * By what students are told apart, as the first of their sources says it that says
 * anything.
 */
@Component
public class StudentValues {

	private static final String VALUES = """
			select s.student_key, v.*
			  from staged_student s
			 cross join lateral (values (1, s.roster_id), (2, s.platform_id), (3, s.admission_id)) as r(turn, id)
			  join staged_record v on v.run_id = s.run_id and v.id = r.id
			 where s.run_id = :run and student_hash(s.student_key) = any (array(select student_hash(k) from unnest(:keys) as k))
			 order by s.student_key, r.turn
			""";

	private static final List<String> TOLD = List.of("name", "sex", "birth_date", "student_no", "candidate_no", "id_no",
			"college", "major_name", "class_no", "entry_state");

	private final JdbcClient jdbc;

	StudentValues(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * What is said of students.
	 * @param context the run
	 * @param students the keys of the students
	 * @return by student and field; ID numbers masked; nothing for whose records are gone
	 */
	public Map<String, Map<String, String>> of(RunContext context, Collection<String> students) {
		Map<String, Map<String, String>> all = new LinkedHashMap<>();
		this.jdbc.sql(VALUES)
			.param("run", context.run().id())
			.param("keys", students.toArray(String[]::new))
			.query((row) -> {
				Map<String, String> one = all.computeIfAbsent(row.getString("student_key"),
						(any) -> new LinkedHashMap<>());
				for (String field : TOLD) {
					String value = value(row, field);
					if (!value.isEmpty()) {
						one.putIfAbsent(field, value);
					}
				}
			});
		return all;
	}

	private static String value(ResultSet row, String field) throws SQLException {
		String value = row.getString(field);
		if (field.equals("name") && row.getString("shown_name") != null) {
			value = row.getString("shown_name");
		}
		if (value == null) {
			return "";
		}
		if (field.equals("id_no")) {
			String type = row.getString("id_type");
			return Masking.mask(IdNumber.parse(value, (type != null) ? DocumentType.parse(type).orElse(null) : null));
		}
		return field.equals("birth_date") && value.matches("\\d{8}")
				? value.substring(0, 4) + '-' + value.substring(4, 6) + '-' + value.substring(6)
				: Masking.maskAnyNumbers(value);
	}

}
