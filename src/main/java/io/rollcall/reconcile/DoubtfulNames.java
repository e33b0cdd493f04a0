package io.rollcall.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.rollcall.database.CopyBuffer;
import io.rollcall.intake.Mark;
import io.rollcall.intake.Reject;

/**
 * Decides on names that may be words for nothing (docs/rules.md, "Words for nothing"),
 * when all sources are read and nothing is judged yet.
 */
final class DoubtfulNames {

	private static final Map<String, String> CLUES = Map.of("candidate_no", "candidate_no", "student_no", "student_no",
			"id_no", "id_text");

	private final Statements statements;

	private final JudgeContext context;

	DoubtfulNames(Statements statements, JudgeContext context) {
		this.statements = statements;
		this.context = context;
	}

	/** Refuses the records that have no name. */
	void settle() {
		this.statements.with("doubtful", Mark.DOUBTFUL);
		if (this.statements.count(
				"select count(*) from (select 1 from staged_mark where run_id = :run and code = :doubtful limit 1) m") == 0) {
			return;
		}
		this.statements.run("doubtful_names");
		this.statements.copy("reject", (rows) -> this.statements.query("nameless", (row) -> refuse(row, rows)),
				"campaign_id", "run_id", "file_no", "reject_no", "sheet", "row_no", "reason", "detail", "raw", "clues",
				"college");
		this.statements.run("refuse_nameless");
	}

	private void refuse(ResultSet row, CopyBuffer rows) throws SQLException {
		List<String> clues = new ArrayList<>();
		for (Map.Entry<String, String> clue : CLUES.entrySet()) {
			String value = row.getString(clue.getValue());
			if (value != null) {
				clues.add(this.context.clue().apply(clue.getKey(), value));
			}
		}
		rows.add(this.context.campaignId())
			.add(this.context.run())
			.add(row.getInt("file_no"))
			.add(row.getLong("reject_no"))
			.add(row.getString("sheet"))
			.add(row.getLong("row_no"))
			.add(Reject.Reason.ROW_NO_KEY.name())
			.add(row.getString("detail"))
			.add(row.getString("raw"))
			.add("{" + String.join(",", clues) + "}")
			.add(row.getString("college"))
			.endRow();
	}

}
