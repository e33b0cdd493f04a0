package io.rollcall.inquiry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.rollcall.explain.Dossier;
import io.rollcall.run.Run;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the findings of a run tell of one student, for his explanation. */
@Component
class StudentFindings {

	private final JdbcClient jdbc;

	StudentFindings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** What is found of a student, the gravest first. */
	List<Dossier.Fact> of(String student, Run run) {
		return this.jdbc.sql("""
				select * from finding where campaign_id = ? and run_id = ? and student_key = ?
				 order by severity_rank(severity), code collate "C", field collate "C", finding_id
				""").params(run.campaignId(), run.id(), student).query((row, index) -> fact(row)).list();
	}

	private static Dossier.Fact fact(ResultSet row) throws SQLException {
		String detail = row.getString("detail");
		String more = row.getString("private_detail");
		Map<String, String> values = new LinkedHashMap<>();
		for (String by : new String[] { "roster", "platform", "admission", "claim" }) {
			String value = row.getString(by.equals("claim") ? "claimed_value" : by + "_value");
			if (!value.isEmpty()) {
				values.put(by, value);
			}
		}
		return new Dossier.Fact(row.getString("code"), row.getString("severity"), row.getString("field"),
				more.isEmpty() ? detail : detail + " " + more, row.getString("suggestion"), values,
				Stream.of(row.getString("locations").split(";")).filter((place) -> !place.isEmpty()).toList(),
				new Dossier.Life(row.getString("state"), row.getObject("first_seen", LocalDate.class),
						row.getObject("last_seen", LocalDate.class), row.getBoolean("found")));
	}

	/** The fields whose differences a document of a change explains. */
	Set<String> explained(String student, Run run) {
		return new TreeSet<>(this.jdbc.sql(
				"select field from finding where campaign_id = ? and run_id = ? and student_key = ? and code = 'FIELD_DIFFERS'"
						+ " and cause = 'CAUSE-TRANSFER' and route = 'ROUTE-NONE'")
			.params(run.campaignId(), run.id(), student)
			.query(String.class)
			.list());
	}

}
