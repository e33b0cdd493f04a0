package io.rollcall.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The procedure of docs/operations.md: a home is copied while nothing runs. */
class BackupTest {

	@TempDir
	private Path folder;

	@Test
	void aCopyOfAHomeAtRestIsAWholeHome() throws Exception {
		Path home = this.folder.resolve("home");
		try (Database database = Database.open(null, home);
				Connection connection = database.connect();
				Statement statement = connection.createStatement()) {
			statement.execute("create table kept as select 42 as answer");
		}
		Path copy = this.folder.resolve("copy");
		assertThat(new ProcessBuilder("cp", "-a", home.toString(), copy.toString()).start().waitFor()).isZero();
		try (Database database = Database.open(null, copy);
				Connection connection = database.connect();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("select answer from kept")) {
			assertThat(row.next()).isTrue();
			assertThat(row.getInt(1)).isEqualTo(42);
		}
	}

}
