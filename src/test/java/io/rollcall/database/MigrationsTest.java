package io.rollcall.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MigrationsTest {

	@Test
	void aDatabaseIsCurrentFromItsMigrationOn() {
		Database database = TestDatabase.fresh();
		assertThat(database.isCurrent()).isFalse();
		database.migrate();
		assertThat(database.isCurrent()).isTrue();
	}

	/** Older, newer, half migrated, and older in its fields only. */
	@ParameterizedTest
	@ValueSource(strings = { "delete from flyway_schema_history where version = '50'",
			"insert into flyway_schema_history select 999, '999', 'later', type, script, checksum, installed_by, installed_on,"
					+ " execution_time, success from flyway_schema_history where version = '50'",
			"update flyway_schema_history set success = false where version = '50'",
			"alter table staged_record drop column class_no" })
	void whatIsNotThisProgramsIsNotCurrent(String change) throws SQLException {
		Database database = TestDatabase.migrated();
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			statement.execute(change);
		}
		assertThat(database.isCurrent()).isFalse();
	}

}
