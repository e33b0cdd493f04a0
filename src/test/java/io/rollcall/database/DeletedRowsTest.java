package io.rollcall.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What was deleted lies in no file of the embedded server. */
class DeletedRowsTest {

	private static final String MARK = "诸葛试验甲";

	@TempDir
	private Path folder;

	@Test
	void nothingOfThemLiesInTheLogOrTheStatistics() throws Exception {
		try (Database database = Database.open(null, this.folder.resolve("home"));
				Connection connection = database.connect();
				Statement statement = connection.createStatement()) {
			statement.execute("create table person (name text)");
			statement.execute("insert into person select '" + MARK + "' || n from generate_series(1, 1000) n");
			statement.execute("analyze person");
			assertThat(holders()).isNotEmpty();
			statement.execute("delete from person");
			statement.execute("vacuum (full) person");
			statement.execute("select pg_clear_attribute_stats(schemaname, tablename, attname, inherited) from pg_stats"
					+ " where tablename = 'person'");
			database.forgetDeleted();
			assertThat(holders()).isEmpty();
		}
	}

	private List<Path> holders() throws IOException {
		try (Stream<Path> files = Files.walk(this.folder)) {
			return files.filter(Files::isRegularFile).filter(DeletedRowsTest::holdsTheMark).toList();
		}
	}

	private static boolean holdsTheMark(Path file) {
		try {
			return Files.readString(file, StandardCharsets.ISO_8859_1)
				.contains(new String(MARK.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
		}
		catch (IOException ex) {
			return false;
		}
	}

}
