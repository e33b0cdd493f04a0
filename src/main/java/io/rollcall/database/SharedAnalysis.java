package io.rollcall.database;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.jdbc.core.JdbcOperations;

/**
 * Lets runs of several campaigns have tables analysed without waiting for one another:
 * who analyses a table in a transaction keeps everybody else from it until the
 * transaction ends, which may take as long as a whole judgement. Of tables that are
 * parted by runs a run's own part is analysed.
 */
final class SharedAnalysis {

	private static final Pattern ANALYZE = Pattern
		.compile("(?:\\s|--[^\\n]*\\n)*analyze (\\w+)(?: \\(([\\w, ]+)\\))?\\s*", Pattern.DOTALL);

	/** A temporary table is nobody else's. */
	private static final String TEMPORARY = "select to_regclass('pg_temp.' || ?) is not null";

	private static final String PARTED = "select ? = any (staged_tables())";

	private static final String FREE = "select pg_try_advisory_xact_lock(hashtextextended('rollcall/analyze/' || ?, 0))";

	/**
	 * Whether the server knows more runs of a table than it lists one by one: then it
	 * takes an unknown one for a usual one, else for an empty one.
	 */
	private static final String MANY = """
			select coalesce((select n_distinct < 0 or n_distinct > coalesce(cardinality(most_common_freqs), 0) + 1
			                   from pg_stats
			                  where schemaname = current_schema() and tablename = ? and attname = 'run_id'), false)
			""";

	/** Whether the server knows nothing of a table's values. */
	private static final String NOTHING = """
			select not exists (select 1 from pg_stats where schemaname = current_schema() and tablename = ?)
			""";

	/** The setting of a transaction whose run the server does not know. */
	private static final String UNKNOWN = "rollcall.unknown_run";

	private static final String OF_THE_RUN = "run_id = :run";

	/** How the names of tables begin that are parted by runs. */
	private static final String PARTS = "staged_";

	private final JdbcOperations jdbc;

	private final Object run;

	/**
	 * An analysis.
	 * @param jdbc the database; a transaction is open
	 * @param run the number of the run that analyses
	 */
	SharedAnalysis(JdbcOperations jdbc, Object run) {
		this.jdbc = jdbc;
		this.run = run;
	}

	/**
	 * Whether a statement is an analysis that needs no executing any more. One of a
	 * shared table is left out while another run's transaction has analysed the same
	 * table; where the server would then take this run's rows for very few,
	 * {@link #planned} keeps it from that.
	 * @param sql the statement
	 * @return false for a statement that has to be executed
	 */
	boolean settles(String sql) {
		Matcher analysis = ANALYZE.matcher(sql);
		if (!analysis.matches() || ask(TEMPORARY, analysis.group(1))) {
			return false;
		}
		String table = analysis.group(1);
		if (ask(PARTED, table)) {
			String columns = (analysis.group(2) != null) ? "{" + analysis.group(2) + "}" : "{}";
			this.jdbc.query("select staged_analyze(?, ?, cast(? as text[]))", (row) -> {
			}, this.run, table, columns);
			return true;
		}
		if (ask(FREE, table)) {
			return false;
		}
		if (!ask(MANY, table)) {
			this.jdbc.execute("set local " + UNKNOWN + " = on");
		}
		if (ask(NOTHING, table)) {
			this.jdbc.execute("set local enable_nestloop = off");
		}
		return true;
	}

	/**
	 * A statement as it is to be executed: where the server does not know this run's rows
	 * it must not see the run's number when it plans, but take it for any of those that
	 * it knows. For an unknown number it would expect no rows, and join a hundred
	 * thousand by going through all pairs. What reads a part of the run's own has to name
	 * the run.
	 * @param sql the statement
	 * @return the same, or one with the same outcome
	 */
	String planned(String sql) {
		if (sql.contains(OF_THE_RUN) && !sql.contains(PARTS)
				&& ask("select coalesce(current_setting('" + UNKNOWN + "', true), '') = 'on'")) {
			return sql.replace(OF_THE_RUN, "run_id = (select cast(:run as bigint))");
		}
		return sql;
	}

	private boolean ask(String question, Object... arguments) {
		return Boolean.TRUE.equals(this.jdbc.queryForObject(question, Boolean.class, arguments));
	}

}
