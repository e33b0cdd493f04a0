package io.rollcall.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** The migration makes the very tables that the Spring Batch on the class path ships. */
class BatchSchemaTest {

	private static final String COLUMNS = """
			SELECT table_name, column_name, ordinal_position, data_type, character_maximum_length, is_nullable,
			       column_default
			FROM information_schema.columns
			WHERE table_schema = '%s' AND table_name LIKE 'batch_%%'
			ORDER BY table_name, ordinal_position
			""";

	private static final String CONSTRAINTS = """
			SELECT conrelid::regclass::text, contype, replace(pg_get_constraintdef(oid), 'shipped.', '')
			FROM pg_constraint
			WHERE connamespace = '%s'::regnamespace AND conrelid::regclass::text LIKE '%%batch_%%'
			ORDER BY 1, 2, 3
			""";

	private static final String SEQUENCES = """
			SELECT sequencename, max_value, cycle FROM pg_sequences WHERE schemaname = '%s' AND sequencename LIKE 'batch_%%' ORDER BY 1
			""";

	@Test
	void equalsWhatSpringBatchShips() throws SQLException {
		try (Connection connection = TestDatabase.migrated().connect()) {
			execute(connection, "CREATE SCHEMA shipped");
			connection.setSchema("shipped");
			ScriptUtils.executeSqlScript(connection,
					new EncodedResource(new ClassPathResource("org/springframework/batch/core/schema-postgresql.sql"),
							StandardCharsets.UTF_8));
			for (String question : List.of(COLUMNS, SEQUENCES)) {
				assertThat(rows(connection, question.formatted("public"))).isNotEmpty()
					.isEqualTo(rows(connection, question.formatted("shipped")));
			}
			List<String> shipped = rows(connection, CONSTRAINTS.formatted("shipped"));
			connection.setSchema("public");
			assertThat(rows(connection, CONSTRAINTS.formatted("public"))).isNotEmpty().isEqualTo(shipped);
		}
	}

	@Test
	void everyForeignKeyHasAnIndex() throws SQLException {
		try (Connection connection = TestDatabase.migrated().connect()) {
			assertThat(rows(connection, """
					SELECT conrelid::regclass, conname FROM pg_constraint c
					WHERE contype = 'f' AND conrelid::regclass::text LIKE 'batch_%' AND NOT EXISTS (
						SELECT 1 FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1])
					""")).isEmpty();
		}
	}

	private static void execute(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private static List<String> rows(Connection connection, String sql) throws SQLException {
		List<String> rows = new ArrayList<>();
		try (Statement statement = connection.createStatement(); ResultSet result = statement.executeQuery(sql)) {
			int columns = result.getMetaData().getColumnCount();
			while (result.next()) {
				List<String> row = new ArrayList<>();
				for (int i = 1; i <= columns; i++) {
					row.add(result.getString(i));
				}
				rows.add(String.join("|", row.stream().map(String::valueOf).toList()));
			}
		}
		return rows;
	}

}
