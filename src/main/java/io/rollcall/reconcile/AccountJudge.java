package io.rollcall.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Judges the problems that students have with their accounts of the platform. */
final class AccountJudge {

	private final Statements statements;

	private final JudgeContext context;

	private final ReportedRows reported;

	AccountJudge(Statements statements, JudgeContext context, ReportedRows reported) {
		this.statements = statements;
		this.context = context;
		this.reported = reported;
	}

	/**
	 * What the records tell of a number that an account holds too.
	 *
	 * @param code the finding's code
	 * @param group what its members share
	 * @param doubtful whether the sources disagree on the student's number
	 */
	record Taken(String code, String group, boolean doubtful) {
	}

	void judge() {
		Map<Long, Taken> taken = new HashMap<>();
		this.statements.query("taken", (row) -> taken.putIfAbsent(row.getLong("student"),
				new Taken(row.getString("code"), row.getString("group_ref"), row.getBoolean("doubtful"))));
		Map<String, Long> classmates = new HashMap<>();
		this.statements.query("classmates",
				(row) -> classmates.put(
						className(row.getString("college"), row.getString("major"), row.getString("class_name")),
						row.getLong("looked")));
		List<FormRow> rows = new ArrayList<>();
		this.statements.with("role", "accounts").query("submitted_rows", (row) -> rows.add(FormRow.of(row)));
		for (FormRow row : rows) {
			Subject subject = row.subject();
			long looked = classmates.getOrDefault(className(subject.college(), subject.major(), subject.className()),
					0L);
			new AccountRow(this.context, row, taken.get(subject.student()), looked).judge().forEach(this.reported::add);
		}
	}

	private static String className(String college, String major, String name) {
		return String.join("|", college, major, name);
	}

}
