package io.rollcall.nightly;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.rollcall.database.Database;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The tables that a campaign's personal data stand in: every table that carries the
 * campaign, but those that are named here. A table that a later version adds is cleared
 * unless somebody says that it holds nothing about persons.
 */
@Repository
class ClearedTables {

	/** Counts, states, and what was done. */
	private static final Set<String> STAY = Set.of("campaign", "run", "schedule", "run_metric", "run_gate",
			"run_standing", "run_self_check", "run_college", "run_receipt", "run_block", "run_link_rate", "deletion",
			"sign_off", "upload", "run_college_state");

	private static final List<String> BATCH = List.of("batch_step_execution_context", "batch_step_execution",
			"batch_job_execution_context", "batch_job_execution_params", "batch_job_execution", "batch_job_instance");

	/** Those that stay, but for words of people. */
	private static final List<String> REWORDED = List.of("run", "schedule", "campaign");

	/** Statements that make the server forget what it noted of a table's values. */
	private static final String FORGET_STATISTICS = """
			select format('select pg_clear_attribute_stats(%L, %L, %L, %L)', s.schemaname, s.tablename, s.attname, s.inherited)
			  from pg_stats s
			 where s.schemaname = current_schema() and s.tablename = ?
			   and current_setting('server_version_num')::int >= 180000
			""";

	private static final Log LOG = LogFactory.getLog(ClearedTables.class);

	private final JdbcClient jdbc;

	private final Database database;

	ClearedTables(JdbcClient jdbc, Database database) {
		this.jdbc = jdbc;
		this.database = database;
	}

	/** How many rows of a campaign each table holds that is to be cleared. */
	Map<String, Long> count(long campaign) {
		Map<String, Long> counts = new LinkedHashMap<>();
		List<String> all = new ArrayList<>(names());
		all.addAll(parted());
		all.forEach((table) -> counts.put(table,
				this.jdbc.sql("select count(*) from " + table + " where " + rows(table))
					.param(campaign)
					.query(Long.class)
					.single()));
		return counts;
	}

	/**
	 * Clears them, and Batch's memory of the campaign's runs, in the caller's
	 * transaction.
	 */
	void clear(long campaign, String name) {
		names().forEach(
				(table) -> this.jdbc.sql("delete from " + table + " where " + rows(table)).param(campaign).update());
		this.jdbc.sql("select campaign_clear(?)").param(campaign).query().listOfRows();
		batch(name);
	}

	/** The tables in which each campaign has a part of its own. */
	private List<String> parted() {
		return this.jdbc.sql("select unnest(campaign_tables())").query(String.class).list();
	}

	/**
	 * Which rows are a campaign's. Those of runs are found by the runs, so they are kept,
	 * but where a campaign has a part of its own.
	 */
	private String rows(String table) {
		if (parted().contains(table)) {
			return "campaign_id = ?";
		}
		boolean ofRuns = this.jdbc.sql("""
				select exists (select 1 from information_schema.columns
				                where table_schema = current_schema() and table_name = ? and column_name = 'run_id'
				                  and is_nullable = 'NO')
				""").param(table).query(Boolean.class).single();
		return ofRuns ? "run_id in (select run_id from run where campaign_id = ?)" : "campaign_id = ?";
	}

	private void batch(String name) {
		forget(this.jdbc.sql("""
				select job_execution_id from batch_job_execution_params
				 where parameter_name = 'campaign' and parameter_value = ?
				""").param(name).query(Long.class).list());
	}

	/** Clears Batch's memory of runs of any campaign that came to rest before a time. */
	void forgetBatch(OffsetDateTime before) {
		forget(this.jdbc
			.sql("""
					select job_execution_id from batch_job_execution e
					 where not exists (select 1 from batch_job_execution o
					                    where o.job_instance_id = e.job_instance_id and coalesce(o.last_updated, o.create_time) >= ?)
					""")
			.param(before.toLocalDateTime())
			.query(Long.class)
			.list());
	}

	private void forget(List<Long> executions) {
		if (executions.isEmpty()) {
			return;
		}
		List<Long> instances = this.jdbc
			.sql("select distinct job_instance_id from batch_job_execution where job_execution_id in (:ids)")
			.param("ids", executions)
			.query(Long.class)
			.list();
		for (String table : BATCH) {
			String rows = switch (table) {
				case "batch_step_execution_context" -> "step_execution_id in (select step_execution_id"
						+ " from batch_step_execution where job_execution_id in (:ids))";
				case "batch_job_instance" -> "job_instance_id in (:ids)";
				default -> "job_execution_id in (:ids)";
			};
			this.jdbc.sql("delete from " + table + " where " + rows)
				.param("ids", table.equals("batch_job_instance") ? instances : executions)
				.update();
		}
	}

	/**
	 * The tables to clear row by row, those first that others do not point at.
	 */
	private List<String> names() {
		List<String> left = new ArrayList<>(this.jdbc
			.sql("""
					select c.table_name from information_schema.columns c
					  join information_schema.tables t using (table_schema, table_name)
					  join pg_class p on p.oid = to_regclass(quote_ident(c.table_name))
					 where c.table_schema = current_schema() and c.column_name = 'campaign_id' and t.table_type = 'BASE TABLE'
					   and not p.relispartition
					 order by c.table_name
					""")
			.query(String.class)
			.list());
		left.removeAll(STAY);
		left.removeAll(parted());
		List<Map.Entry<String, String>> pointers = this.jdbc.sql("""
				select conrelid::regclass::text, confrelid::regclass::text from pg_constraint
				 where contype = 'f' and conrelid <> confrelid
				""").query((row, index) -> Map.entry(row.getString(1), row.getString(2))).list();
		List<String> ordered = new ArrayList<>();
		while (!left.isEmpty()) {
			List<String> free = left.stream()
				.filter((table) -> pointers.stream()
					.noneMatch((pointer) -> pointer.getValue().equals(table) && left.contains(pointer.getKey())))
				.toList();
			ordered.addAll(free.isEmpty() ? left : free);
			left.removeAll(ordered);
		}
		return ordered;
	}

	/**
	 * Lets the parsed records of a campaign's runs go, which have tables of their own.
	 * Outside of a transaction, since others wait while a table goes.
	 */
	void forgetStaged(long campaign) {
		this.jdbc.sql("select staged_close(run_id) from staged_run join run using (run_id) where campaign_id = ?")
			.param(campaign)
			.query()
			.listOfRows();
	}

	/**
	 * Gives the space back, so that the deleted rows do not lie on in the server's files
	 * and in what it noted of their values. Only the owner of the tables may; for others
	 * the server does so in its own time, and for tables that a run has in hand.
	 * @param campaigns those that were cleared
	 */
	void compact(List<Long> campaigns) {
		List<String> tables = new ArrayList<>(names());
		tables.removeAll(this.jdbc.sql("select unnest(staged_tables())").query(String.class).list());
		tables.addAll(REWORDED);
		parted().forEach((table) -> campaigns.forEach((campaign) -> tables.add(table + '_' + campaign)));
		try (Connection connection = this.database.connect(); Statement statement = connection.createStatement()) {
			statement.execute("set lock_timeout = '5s'");
			tables.forEach((table) -> compact(table, statement));
			parted().forEach(this::forgetStatistics);
			this.database.forgetDeleted();
		}
		catch (SQLException ex) {
			LOG.warn("the server's log was not thrown away: " + ex.getSQLState());
		}
	}

	private void compact(String table, Statement statement) {
		try {
			statement.execute("vacuum (full) " + table);
			forgetStatistics(table);
		}
		catch (SQLException | DataAccessException ex) {
			LOG.warn("table " + table + " was not compacted: " + ex.getClass().getSimpleName());
		}
	}

	/** The server keeps a table's most frequent values until it looks at it again. */
	private void forgetStatistics(String table) {
		for (String forget : this.jdbc.sql(FORGET_STATISTICS).param(table).query(String.class).list()) {
			this.jdbc.sql(forget).query().listOfRows();
		}
	}

}
