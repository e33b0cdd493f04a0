package io.rollcall.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Compares the sources of each student field by field. One statement picks out what is
 * not the same in the same way; {@link StudentDifferences} judges that.
 */
final class Differences {

	private final Statements statements;

	private final JudgeContext context;

	private final JudgedRows judged;

	private final SameName names;

	private final Suspects suspects;

	Differences(Statements statements, JudgeContext context, JudgedRows judged, SameName names, Suspects suspects) {
		this.statements = statements;
		this.context = context;
		this.judged = judged;
		this.names = names;
		this.suspects = suspects;
	}

	void judge(Columns columns, Duplicates duplicates) {
		String values = columns.values();
		if (!values.isEmpty()) {
			Reader reader = new Reader(BroadMajors.of(this.statements, this.context),
					new Bearers(this.statements, duplicates));
			this.statements.query("differences", reader::row, "values", values);
			reader.end();
			this.judged.send();
		}
	}

	/** Collects the rows of a student, who is judged as a whole. */
	private final class Reader {

		private final BroadMajors majors;

		private final Bearers bearers;

		private long student;

		private @Nullable StudentDifferences current;

		Reader(BroadMajors majors, Bearers bearers) {
			this.majors = majors;
			this.bearers = bearers;
		}

		void row(ResultSet row) throws SQLException {
			if (this.current == null || this.student != row.getLong("student")) {
				end();
				this.student = row.getLong("student");
				this.current = new StudentDifferences(Differences.this.context, this.majors, this.student,
						Change.of(row.getString("change_type"), row.getString("document_no"),
								row.getString("approval_date")),
						"专升本".equals(row.getString("level")),
						new LinkFacts(records(row), row.getBoolean("confirmed"), Differences.this.names), foreign(row),
						this.bearers);
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

		private Map<String, LinkFacts.Known> records(ResultSet row) throws SQLException {
			Map<String, LinkFacts.Known> records = new LinkedHashMap<>();
			for (String role : Columns.ROLES) {
				if (row.getObject(role + "_id") != null) {
					records.put(role,
							new LinkFacts.Known(
									WrittenName.of(row.getString(role + "_name"), row.getString(role + "_written")),
									row.getString(role + "_id_no"), row.getString(role + "_candidate_no"),
									row.getString(role + "_student_no")));
				}
			}
			return records;
		}

		/** The sources whose record is probably another student's. */
		private Set<String> foreign(ResultSet row) throws SQLException {
			Set<String> foreign = new HashSet<>();
			for (String role : Columns.ROLES) {
				if (Differences.this.suspects.contains(row.getLong(role + "_id"))) {
					foreign.add(role);
				}
			}
			return foreign;
		}

		void end() {
			if (this.current != null) {
				this.current.judge().forEach(Differences.this.judged::add);
			}
		}

	}

}
