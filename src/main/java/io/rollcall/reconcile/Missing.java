package io.rollcall.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Finds students whom a usable source does not hold. */
final class Missing {

	private final Statements statements;

	private final JudgeContext context;

	private final JudgedRows judged;

	Missing(Statements statements, JudgeContext context, JudgedRows judged) {
		this.statements = statements;
		this.context = context;
		this.judged = judged;
	}

	void judge() {
		Map<String, List<String>> refusedFiles = files(
				"select role, path from run_file where run_id = :run and status = 'refused' order by file_no");
		Map<String, List<String>> cutFiles = files("""
				select distinct f.role, f.path, f.file_no from run_file f join run_notice n using (run_id, file_no)
				 where f.run_id = :run and f.status = 'loaded' and n.kind = 'FILE_CUT' order by f.file_no
				""");
		Map<String, Set<String>> clues = clues();
		this.statements.query("missing", (row) -> {
			String role = row.getString("role");
			String code = "MISSING_IN_" + role.toUpperCase(Locale.ROOT);
			List<String> holders = List.of(row.getString("holders").split(","));
			StringBuilder detail = new StringBuilder(this.context.text("missing", this.context.role(role), String
				.join(this.context.messages().get("intake.comma"), holders.stream().map(this.context::role).toList())));
			tell(detail, "missing.files", refusedFiles.get(role));
			tell(detail, "missing.cut", cutFiles.get(role));
			if (isAmong(clues.getOrDefault(role, Set.of()), row)) {
				detail.append(this.context.text("stop.mark")).append(this.context.text("missing.row"));
			}
			this.judged.add(Judged.of(code, row.getLong("student"), "", holders)
				.detail(detail.toString(), this.context.text("missing.todo." + role)));
		});
		this.statements
			.query("keepers",
					(row) -> this.judged.add(Judged
						.of("FIELD_MISSING", row.getLong("student"), "entry_state", List.of("roster", "platform"))
						.severity("I")
						.detail(this.context.text("keeper", this.context.role(row.getString("keeper")),
								this.context.role(row.getString("silent"))), this.context.text("keeper.todo"))));
		this.judged.send();
	}

	private void tell(StringBuilder detail, String sentence, List<String> files) {
		if (files != null) {
			detail.append(this.context.text("stop.mark"))
				.append(this.context.text(sentence, String.join(this.context.messages().get("intake.comma"), files)));
		}
	}

	/** The paths of some files, by role. */
	private Map<String, List<String>> files(String query) {
		Map<String, List<String>> files = new HashMap<>();
		this.statements.each(query, (row) -> files.computeIfAbsent(row.getString("role"), (any) -> new ArrayList<>())
			.add(row.getString("path")));
		return files;
	}

	private Map<String, Set<String>> clues() {
		Map<String, Set<String>> clues = new HashMap<>();
		this.statements.each(
				"select distinct f.role, c.clue from reject j join run_file f using (run_id, file_no),"
						+ " unnest(j.clues) as c(clue) where j.run_id = :run",
				(row) -> clues.computeIfAbsent(row.getString("role"), (any) -> new HashSet<>())
					.add(row.getString("clue")));
		return clues;
	}

	/** Whether a refused row may be about the student. */
	private boolean isAmong(Set<String> clues, ResultSet student) throws SQLException {
		if (!clues.isEmpty()) {
			for (String field : new String[] { "candidate_no", "student_no", "id_no", "name" }) {
				String value = student.getString(field);
				if (value != null && clues.contains(this.context.clue().apply(field, value))) {
					return true;
				}
			}
		}
		return false;
	}

}
