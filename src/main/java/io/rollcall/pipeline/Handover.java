package io.rollcall.pipeline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.rollcall.identity.IdNumber;
import io.rollcall.report.Correction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a run hands over to the platform because the registrar approved it. */
@Component
class Handover {

	private final JdbcClient jdbc;

	Handover(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The corrections, one entry a student. The platform finds its record by the numbers,
	 * so they come as the records have them and not as reports show them.
	 */
	List<Correction> corrections(Run run) {
		Map<Long, Correction> corrections = new LinkedHashMap<>();
		this.jdbc
			.sql("""
					select c.student, c.field, c.value, n.candidate_no, n.student_no, s.name, s.college, f.code,
					       f.evidence_seen, f.suggestion, f.answered_by, f.answered_on
					  from run_correction c
					  join staged_student s on s.run_id = c.run_id and s.student = c.student
					  join finding f on f.run_id = c.run_id and f.finding_id = c.finding_id
					 cross join lateral (
					       select (array_agg(r.candidate_no order by o.at) filter (where r.candidate_no is not null))[1],
					              (array_agg(r.student_no order by o.at) filter (where r.student_no is not null))[1]
					         from unnest(array[s.roster_id, s.platform_id, s.admission_id]) with ordinality as o(id, at)
					         join staged_record r on r.run_id = c.run_id and r.id = o.id) as n(candidate_no, student_no)
					 where c.run_id = ?
					 order by s.college collate "C" nulls last, n.student_no collate "C" nulls last, c.student, c.field collate "C"
					""")
			.param(run.id())
			.query((row) -> {
				Correction before = corrections.get(row.getLong("student"));
				Map<String, String> values = new LinkedHashMap<>((before != null) ? before.values() : Map.of());
				values.put(row.getString("field"), row.getString("value"));
				if (row.getString("field").equals("id_no")) {
					values.putIfAbsent("id_type", documentType(row.getString("value")));
				}
				List<Correction.Ground> grounds = new ArrayList<>((before != null) ? before.grounds() : List.of());
				Object day = row.getObject("answered_on");
				grounds.add(new Correction.Ground(row.getString("field"), row.getString("evidence_seen"),
						row.getString("answered_by"), (day != null) ? day.toString() : "", row.getString("code")));
				corrections.put(row.getLong("student"), new Correction(text(row, "candidate_no"),
						text(row, "student_no"), text(row, "name"), text(row, "college"), values, grounds));
			});
		return List.copyOf(corrections.values());
	}

	/**
	 * A resident's number needs no further look; of others the platform is told by hand.
	 */
	private static String documentType(String number) {
		return IdNumber.parse(number, null).form().hasEighteenPlaces() ? "居民身份证" : "";
	}

	private static String text(ResultSet row, String column) throws SQLException {
		return Objects.requireNonNullElse(row.getString(column), "");
	}

}
