package io.rollcall.database;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.JdbcOperations;

/**
 * Has the server look at a run's own part of a table: who analyses a whole table in a
 * transaction keeps everybody else from it until the transaction ends, which may take as
 * long as a whole judgement, and only its owner may.
 */
final class PartAnalysis {

	private static final Pattern ANALYZE = Pattern
		.compile("(?:\\s|--[^\\n]*\\n)*analyze (\\w+)(?: \\(([\\w, ]+)\\))?\\s*", Pattern.DOTALL);

	/** How a table is parted. A temporary one, whatever its name, is nobody else's. */
	private static final String PARTED = """
			select case when to_regclass('pg_temp.' || t) is not null then '' when t = any (staged_tables()) then 'run'
			            when t = any (campaign_tables()) then 'campaign' else '' end
			  from cast(? as text) as t
			""";

	private final JdbcOperations jdbc;

	private final Map<String, Object> parameters;

	/**
	 * An analysis.
	 * @param jdbc the database; a transaction is open
	 * @param parameters with {@code run} and {@code campaign}, where statements analyse
	 * parted tables
	 */
	PartAnalysis(JdbcOperations jdbc, Map<String, Object> parameters) {
		this.jdbc = jdbc;
		this.parameters = Map.copyOf(parameters);
	}

	/**
	 * Analyses a part, if that is what a statement is about.
	 * @param sql the statement
	 * @return false for a statement that has still to be executed
	 */
	boolean settles(String sql) {
		Matcher analysis = ANALYZE.matcher(sql);
		if (!analysis.matches()) {
			return false;
		}
		String table = analysis.group(1);
		String columns = (analysis.group(2) != null) ? "{" + analysis.group(2) + "}" : "{}";
		String parted = this.jdbc.queryForObject(PARTED, String.class, table);
		switch (String.valueOf(parted)) {
			case "run" ->
				call("select staged_analyze(?, ?, cast(? as text[]))", this.parameters.get("run"), table, columns);
			case "campaign" -> call("select campaign_analyze(?, ?)", this.parameters.get("campaign"), table);
			default -> {
				return false;
			}
		}
		return true;
	}

	private void call(String function, Object... arguments) {
		this.jdbc.query(function, (row) -> {
		}, arguments);
	}

}
