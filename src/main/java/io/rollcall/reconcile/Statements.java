package io.rollcall.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;

import javax.sql.DataSource;

import io.rollcall.database.SqlScripts;

/** The statements of {@code io/rollcall/reconcile}, in the caller's transaction. */
final class Statements extends SqlScripts {

	Statements(DataSource dataSource, JudgeContext context) {
		super(dataSource, "/io/rollcall/reconcile", context.parameters());
	}

	@Override
	public Statements with(String name, Object value) {
		super.with(name, value);
		return this;
	}

	static SourceRow sourceRow(ResultSet row) throws SQLException {
		return new SourceRow(row.getLong("id"), row.getInt("bit"), row.getString("name"), row.getString("written"),
				row.getString("id_no"), row.getString("candidate_no"), row.getString("student_no"),
				row.getLong("student"), row.getInt("sources"));
	}

}
