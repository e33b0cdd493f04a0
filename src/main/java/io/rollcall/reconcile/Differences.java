package io.rollcall.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares the sources of each student field by field. One statement picks out what is
 * not the same in the same way; {@link StudentDifferences} judges that.
 */
final class Differences {

	private final Statements statements;

	private final JudgeContext context;

	private final JudgedRows judged;

	Differences(Statements statements, JudgeContext context, JudgedRows judged) {
		this.statements = statements;
		this.context = context;
		this.judged = judged;
	}

	void judge(Columns columns) {
		String values = columns.values();
		if (!values.isEmpty()) {
			Reader reader = new Reader(BroadMajors.of(this.statements, this.context));
			this.statements.query("differences", reader::row, "values", values);
			reader.end();
			this.judged.send();
		}
	}

	/** Collects the rows of a student, who is judged as a whole. */
	private final class Reader {

		private final BroadMajors majors;

		private long student;

		private StudentDifferences current;

		Reader(BroadMajors majors) {
			this.majors = majors;
		}

		void row(ResultSet row) throws SQLException {
			if (this.current == null || this.student != row.getLong("student")) {
				end();
				this.student = row.getLong("student");
				this.current = new StudentDifferences(Differences.this.context, this.majors, this.student,
						Change.of(row.getString("change_type"), row.getString("document_no"),
								row.getString("approval_date")),
						"专升本".equals(row.getString("level")), row.getBoolean("candidate_agrees"));
			}
			List<Side> sides = new ArrayList<>();
			for (String role : Columns.ROLES) {
				if (row.getBoolean(role + "_has")) {
					sides.add(new Side(role, row.getString(role + "_value"), row.getBoolean(role + "_unusable"),
							row.getString(role + "_shape"), row.getString(role + "_type")));
				}
			}
			this.current.add(Differences.this.context.campaign().fields().get(row.getString("field")), sides);
		}

		void end() {
			if (this.current != null) {
				this.current.judge().forEach(Differences.this.judged::add);
			}
		}

	}

}
