package io.rollcall.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Runs the statements of one folder of resources in the caller's transaction. A file may
 * hold several, parted by a semicolon at the end of a line.
 */
public class SqlScripts {

	private static final int PORTION = 2_000;

	private final DataSource dataSource;

	private final NamedParameterJdbcTemplate jdbc;

	private final String folder;

	private final Map<String, Object> parameters;

	private final StatementTimes times;

	private final PartAnalysis analysis;

	/**
	 * Statements of a folder.
	 * @param dataSource the database; a transaction is open
	 * @param folder the folder among the resources, with slashes, such as
	 * {@code /io/rollcall/cases}
	 * @param parameters what statements may name
	 */
	public SqlScripts(DataSource dataSource, String folder, Map<String, Object> parameters) {
		this.dataSource = dataSource;
		this.folder = folder;
		JdbcTemplate template = new JdbcTemplate(dataSource);
		template.setFetchSize(PORTION);
		this.jdbc = new NamedParameterJdbcTemplate(template);
		this.analysis = new PartAnalysis(template, parameters);
		this.parameters = new HashMap<>(parameters);
		this.times = new StatementTimes(folder.substring(folder.lastIndexOf('/') + 1));
	}

	/**
	 * Gives a parameter to every statement from here on.
	 * @param name its name
	 * @param value its value
	 * @return this
	 */
	public SqlScripts with(String name, Object value) {
		this.parameters.put(name, value);
		return this;
	}

	/**
	 * Runs a file.
	 * @param name the file's name without {@code .sql}
	 * @param words what {@code {word}} in it stands for, by turns word and text; never
	 * anything that came from a file
	 */
	public void run(String name, String... words) {
		String[] statements = text(name, words).split(";\n");
		for (int i = 0; i < statements.length; i++) {
			String statement = statements[i];
			this.times.take((statements.length > 1) ? name + '.' + (i + 1) : name, () -> execute(statement));
		}
	}

	/**
	 * Asks a file's statement.
	 * @param name the file's name without {@code .sql}
	 * @param handler hears every row
	 * @param words as for {@link #run}
	 */
	public void query(String name, RowCallbackHandler handler, String... words) {
		this.times.take(name, () -> this.jdbc.query(text(name, words), this.parameters, handler));
	}

	/**
	 * Runs a statement.
	 * @param sql the statement
	 */
	public void update(String sql) {
		this.times.take(StatementTimes.UNNAMED, () -> execute(sql));
	}

	private int execute(String sql) {
		return this.analysis.settles(sql) ? 0 : this.jdbc.update(sql, this.parameters);
	}

	/**
	 * Asks for a number.
	 * @param sql a query of one number
	 * @return the number; 0 for null
	 */
	public long count(String sql) {
		Long count = this.jdbc.queryForObject(sql, this.parameters, Long.class);
		return (count != null) ? count : 0;
	}

	/**
	 * Asks a statement.
	 * @param sql the statement
	 * @param handler hears every row
	 */
	public void each(String sql, RowCallbackHandler handler) {
		this.times.take(StatementTimes.UNNAMED, () -> this.jdbc.query(sql, this.parameters, handler));
	}

	/**
	 * Makes a temporary table of rows that Java worked out.
	 * @param name the table's name
	 * @param columns its columns with their types
	 * @param rows adds the rows
	 * @param columnNames the columns in the order in which values are added
	 */
	public void table(String name, String columns, Consumer<CopyBuffer> rows, String... columnNames) {
		update("create temporary table " + name + " (" + columns + ") on commit drop");
		copy(name, rows, columnNames);
		update("analyze " + name);
	}

	/**
	 * Adds rows to a table.
	 * @param table the table
	 * @param rows adds the rows
	 * @param columns the columns in the order in which values are added
	 */
	public void copy(String table, Consumer<CopyBuffer> rows, String... columns) {
		this.times.take(table, () -> send(table, rows, columns));
	}

	private void send(String table, Consumer<CopyBuffer> rows, String... columns) {
		Connection connection = DataSourceUtils.getConnection(this.dataSource);
		try {
			CopyBuffer buffer = new CopyBuffer(connection, table, columns);
			rows.accept(buffer);
			buffer.send();
		}
		catch (SQLException ex) {
			// The server's message quotes the line, which may be a person's.
			throw new StatementFailure("copy " + table + " " + ex.getSQLState());
		}
		finally {
			DataSourceUtils.releaseConnection(connection, this.dataSource);
		}
	}

	/**
	 * How long the statements took.
	 * @return the times so far
	 */
	public StatementTimes times() {
		return this.times;
	}

	private String text(String name, String... words) {
		try (InputStream in = SqlScripts.class.getResourceAsStream(this.folder + "/" + name + ".sql")) {
			String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
			for (int i = 0; i < words.length; i += 2) {
				text = text.replace("{" + words[i] + "}", words[i + 1]);
			}
			return text;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
