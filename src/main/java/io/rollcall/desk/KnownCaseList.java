package io.rollcall.desk;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.rollcall.review.Decision;
import io.rollcall.review.ReturnedWorkbook;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The cases that a returned workbook answers, as the last published run left them. */
@Repository
class KnownCaseList {

	private final JdbcClient jdbc;

	KnownCaseList(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * A case.
	 *
	 * @param student number and name
	 * @param code its gravest finding's code
	 * @param state where it stands
	 */
	record Known(String student, String code, String state) {

		@Override
		public String toString() {
			return this.code + " " + this.state;
		}

	}

	/**
	 * The cases of the first answers, by their ids. A college sees its own only, also
	 * where a student has left it since the workbook was written.
	 */
	Map<String, Known> of(Delivery delivery, ReturnedWorkbook returned) {
		List<String> ids = returned.decisions().stream().limit(Previews.TOLD).map(Decision::caseId).toList();
		Map<String, Known> known = new HashMap<>();
		if (ids.isEmpty()) {
			return known;
		}
		this.jdbc
			.sql("""
					select case_id, concat_ws(' ', nullif(student_no, ''), name) as student, code, state from run_case
					 where campaign_id = :campaign and run_id = (select run_id from run where campaign_id = :campaign and status = 'published'
					                  order by business_date desc, number desc limit 1)
					   and case_id in (:ids) and (:college = '' or college = :college and not hidden)
					""")
			.param("campaign", delivery.campaignId())
			.param("ids", ids)
			.param("college", delivery.college())
			.query((row) -> {
				known.put(row.getString("case_id"),
						new Known(row.getString("student"), row.getString("code"), row.getString("state")));
			});
		return known;
	}

}
