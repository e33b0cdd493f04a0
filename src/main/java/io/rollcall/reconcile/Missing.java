package io.rollcall.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds students whom a usable source does not hold. */
final class Missing {

	private static final int PORTION = 2_000;

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
		boolean clues = this.statements.count(
				"select count(*) from (select 1 from reject where campaign_id = :campaign and run_id = :run and clues <> '{}' limit 1) r") > 0;
		List<Lacking> portion = new ArrayList<>();
		this.statements.query("missing", (row) -> {
			portion.add(Lacking.of(row));
			if (portion.size() >= PORTION) {
				judge(portion, clues, refusedFiles, cutFiles);
			}
		});
		judge(portion, clues, refusedFiles, cutFiles);
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
		if (!files.isEmpty()) {
			detail.append(this.context.text("stop.mark"))
				.append(this.context.text(sentence, String.join(comma(), files)));
		}
	}

	/** The paths of some files, by role. */
	private Map<String, List<String>> files(String query) {
		Map<String, List<String>> files = new HashMap<>();
		this.statements.each(query, (row) -> files.computeIfAbsent(row.getString("role"), (any) -> new ArrayList<>())
			.add(row.getString("path")));
		return files;
	}

	/** Judges some of them and forgets them. */
	private void judge(List<Lacking> portion, boolean clues, Map<String, List<String>> refusedFiles,
			Map<String, List<String>> cutFiles) {
		Set<String> refused = clues ? refused(portion) : Set.of();
		for (Lacking one : portion) {
			StringBuilder detail = new StringBuilder(this.context.text("missing", this.context.role(one.role()),
					String.join(comma(), one.holders().stream().map(this.context::role).toList())));
			tell(detail, "missing.files", refusedFiles.getOrDefault(one.role(), List.of()));
			tell(detail, "missing.cut", cutFiles.getOrDefault(one.role(), List.of()));
			if (!refused.isEmpty() && clues(one).anyMatch((clue) -> refused.contains(one.role() + ' ' + clue))) {
				detail.append(this.context.text("stop.mark")).append(this.context.text("missing.row"));
			}
			this.judged
				.add(Judged.of("MISSING_IN_" + one.role().toUpperCase(Locale.ROOT), one.student(), "", one.holders())
					.detail(detail.toString(), this.context.text("missing.todo." + one.role())));
		}
		portion.clear();
	}

	/** Which of their clues refused rows hold, behind the role. */
	private Set<String> refused(List<Lacking> portion) {
		Set<String> refused = new HashSet<>();
		this.statements.with("clues", portion.stream().flatMap(this::clues).distinct().toArray(String[]::new))
			.query("refused_clues", (row) -> refused.add(row.getString("role") + ' ' + row.getString("clue")));
		return refused;
	}

	/** The references by which a refused row may be about the student. */
	private Stream<String> clues(Lacking one) {
		return one.known()
			.entrySet()
			.stream()
			.map((known) -> this.context.clue().apply(known.getKey(), known.getValue()));
	}

	private String comma() {
		return this.context.messages().get("intake.comma");
	}

	/**
	 * A student whom a source does not hold.
	 *
	 * @param known by what a refused row may name him
	 */
	private record Lacking(long student, String role, List<String> holders, Map<String, String> known) {

		static Lacking of(ResultSet row) throws SQLException {
			Map<String, String> known = new LinkedHashMap<>();
			for (String field : List.of("candidate_no", "student_no", "id_no", "name")) {
				if (row.getString(field) != null) {
					known.put(field, row.getString(field));
				}
			}
			return new Lacking(row.getLong("student"), row.getString("role"),
					List.of(row.getString("holders").split(",")), known);
		}

		@Override
		public String toString() {
			return this.role + " " + this.student;
		}

	}

}
