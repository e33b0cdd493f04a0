package io.rollcall.database;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.FieldKey;
import io.rollcall.campaign.Fields;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The catalogue of fields is the only list of the columns that hold them. */
class StagedFieldsTest {

	private static final String COLUMNS = """
			select attname from pg_attribute where attrelid = 'staged_record'::regclass and attnum > 0 and not attisdropped
			""";

	@Test
	void everyFieldHasAColumn() throws Exception {
		Database database = TestDatabase.migrated();
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			assertThat(columns(statement)).containsAll(Fields.standard().all().stream().map(Field::name).toList());
		}
	}

	@Test
	void aFieldThatIsNewGetsItsColumn() throws Exception {
		Database database = TestDatabase.migrated();
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			List<String> before = columns(statement);
			statement.execute("alter table staged_record drop column ethnic_group, drop column remark");
			PGSimpleDataSource source = new PGSimpleDataSource();
			source.setUrl(database.jdbcUrl());
			source.setUser(database.user());
			source.setPassword(database.password());
			StagedFields.complete(source);
			StagedFields.complete(source);
			assertThat(columns(statement)).containsExactlyInAnyOrderElementsOf(before);
		}
	}

	/**
	 * What only informs is named by no rule, so that its name shows a list of all fields.
	 */
	@Test
	void noStatementListsTheFields() throws Exception {
		List<String> quiet = Fields.standard()
			.all()
			.stream()
			.filter((field) -> field.key() == FieldKey.INFO)
			.map(Field::name)
			.toList();
		try (Stream<Path> files = Files.walk(Path.of("src/main/resources/io/rollcall"))) {
			for (Path file : files.filter((each) -> each.toString().endsWith(".sql")).toList()) {
				Set<String> words = new HashSet<>(
						List.of(Files.readString(file, StandardCharsets.UTF_8).split("\\W+")));
				assertThat(quiet.stream().filter(words::contains).count()).as(file.toString()).isLessThan(5);
			}
		}
	}

	private static List<String> columns(Statement statement) throws Exception {
		List<String> columns = new ArrayList<>();
		try (ResultSet row = statement.executeQuery(COLUMNS)) {
			while (row.next()) {
				columns.add(row.getString(1));
			}
		}
		return columns;
	}

}
