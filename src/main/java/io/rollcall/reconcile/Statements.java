package io.rollcall.reconcile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import javax.sql.DataSource;

import io.rollcall.database.CopyBuffer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Runs the statements of {@code io/rollcall/reconcile} in the caller's transaction. A
 * file may hold several, parted by a semicolon at the end of a line.
 */
final class Statements {

	private static final int PORTION = 2_000;

	private final DataSource dataSource;

	private final NamedParameterJdbcTemplate jdbc;

	private final Map<String, Object> parameters;

	Statements(DataSource dataSource, JudgeContext context) {
		this.dataSource = dataSource;
		JdbcTemplate template = new JdbcTemplate(dataSource);
		template.setFetchSize(PORTION);
		this.jdbc = new NamedParameterJdbcTemplate(template);
		this.parameters = new HashMap<>(context.parameters());
	}

	/** Gives a parameter to every statement from here on. */
	Statements with(String name, Object value) {
		this.parameters.put(name, value);
		return this;
	}

	/**
	 * Runs a file.
	 * @param name the file's name without {@code .sql}
	 * @param words what {@code {word}} in it stands for, by turns word and text; never
	 * anything that came from a file
	 */
	void run(String name, String... words) {
		for (String statement : text(name, words).split(";\n")) {
			this.jdbc.update(statement, this.parameters);
		}
	}

	void query(String name, RowCallbackHandler handler, String... words) {
		this.jdbc.query(text(name, words), this.parameters, handler);
	}

	void update(String sql) {
		this.jdbc.update(sql, this.parameters);
	}

	long count(String sql) {
		Long count = this.jdbc.queryForObject(sql, this.parameters, Long.class);
		return (count != null) ? count : 0;
	}

	void each(String sql, RowCallbackHandler handler) {
		this.jdbc.query(sql, this.parameters, handler);
	}

	/** Makes a temporary table of rows that Java worked out. */
	void table(String name, String columns, Consumer<CopyBuffer> rows, String... columnNames) {
		update("create temporary table " + name + " (" + columns + ") on commit drop");
		copy(name, rows, columnNames);
		update("analyze " + name);
	}

	void copy(String table, Consumer<CopyBuffer> rows, String... columns) {
		Connection connection = DataSourceUtils.getConnection(this.dataSource);
		try {
			CopyBuffer buffer = new CopyBuffer(connection, table, columns);
			rows.accept(buffer);
			buffer.send();
		}
		catch (SQLException ex) {
			// The server's message quotes the line, which may be a person's.
			throw new IllegalStateException("the database refused rows, SQLSTATE " + ex.getSQLState());
		}
		finally {
			DataSourceUtils.releaseConnection(connection, this.dataSource);
		}
	}

	private static String text(String name, String... words) {
		try (InputStream in = Statements.class.getResourceAsStream("/io/rollcall/reconcile/" + name + ".sql")) {
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

	static SourceRow sourceRow(ResultSet row) throws SQLException {
		return new SourceRow(row.getLong("id"), row.getInt("bit"), row.getString("name"), row.getString("written"),
				row.getString("id_no"), row.getString("candidate_no"), row.getString("student_no"),
				row.getLong("student"), row.getInt("sources"));
	}

}
