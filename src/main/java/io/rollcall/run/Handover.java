package io.rollcall.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.facts.Correction;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the registrar approved and has not yet handed in, or the platform not yet shown.
 */
@Component
public class Handover {

	private static final TypeReference<LinkedHashMap<String, String>> VALUES = new TypeReference<>() {
	};

	private final JdbcClient jdbc;

	Handover(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The approved corrections, one entry a case, those to be handed in first. The
	 * platform finds its record by its own numbers and name, so they come as the records
	 * have them and not as reports show them.
	 */
	public List<Correction> corrections(Run run) {
		return this.jdbc
			.sql("""
					select * from run_case
					 where campaign_id = ? and run_id = ? and state in ('registrar-approved', 'sent') and approved <> ''
					 order by state, college collate "C", student_no collate "C", candidate_no collate "C", student_key collate "C",
					          field collate "C", case_id
					""")
			.params(run.campaignId(), run.id())
			.query((row, index) -> correction(run, row))
			.list();
	}

	private static Correction correction(Run run, ResultSet row) throws SQLException {
		LocalDate approved = row.getObject("approved_on", LocalDate.class);
		String platform = row.getString("platform");
		Map<String, String> held = (platform == null) ? Map.of() : JsonMapper.shared().readValue(platform, VALUES);
		return new Correction(row.getString("case_id"), row.getString("student_key"),
				new Correction.Whom(row.getString("college"), row.getString("student_no"),
						row.getString("candidate_no"), row.getString("name")),
				row.getString("field"), row.getString("replaced"), row.getString("approved"), row.getString("route"),
				row.getString("review_route"), held,
				new Correction.Ground(row.getString("evidence"), row.getString("answered_by"), day(row, "answered_on"),
						row.getString("reviewed_by"), day(row, "reviewed_on"), row.getString("review_note")),
				run.date().equals(approved), Optional.ofNullable(row.getObject("sent_on", LocalDate.class)));
	}

	private static String day(ResultSet row, String column) throws SQLException {
		LocalDate day = row.getObject(column, LocalDate.class);
		return (day != null) ? day.toString() : "";
	}

}
