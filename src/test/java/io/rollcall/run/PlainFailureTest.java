package io.rollcall.run;

import java.nio.file.NoSuchFileException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;

import io.rollcall.database.Database;
import io.rollcall.database.DatabaseException;
import io.rollcall.database.SqlScripts;
import io.rollcall.database.TestDatabase;
import io.rollcall.source.RefusedException;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is told of a failure: where and of which kind, never what stands in a row. */
class PlainFailureTest {

	private static final String VALUE = "张三";

	private static String told(Exception ex) {
		RuntimeException plain = PlainFailure.of("judge", ex);
		assertThat(plain).isInstanceOf(PlainFailure.class).hasNoCause().hasNoSuppressedExceptions();
		assertThat(plain.getMessage()).doesNotContain(VALUE);
		return plain.getMessage();
	}

	@Test
	void whatHasASentencePasses() {
		RunFailure known = new RunFailure("UNBALANCED", "roster");
		assertThat(PlainFailure.of("judge", known)).isSameAs(known);
		assertThat(PlainFailure.of("judge", new IllegalStateException(new SQLException(VALUE, "53100"))))
			.isInstanceOf(DatabaseException.class);
	}

	@Test
	void ourOwnExceptionsKeepTheirWords() {
		assertThat(told(new RefusedException(RefusedException.Problem.TRUNCATED)))
			.isEqualTo("judge: RefusedException TRUNCATED");
	}

	@Test
	void aStatementTellsItsNameAndTheSqlState() throws Exception {
		Database database = TestDatabase.migrated();
		try (Connection connection = database.connect()) {
			SqlScripts scripts = new SqlScripts(new SingleConnectionDataSource(connection, true), "/io/rollcall/run",
					Map.of("value", VALUE));
			assertThatExceptionOfType(Exception.class).isThrownBy(() -> scripts.run("failing"))
				.satisfies((ex) -> assertThat(told(ex))
					.isEqualTo("judge: DataIntegrityViolationException (run/failing) < PSQLException 22P02"));
			assertThatExceptionOfType(Exception.class).isThrownBy(() -> scripts.count("select :value::integer"))
				.satisfies((ex) -> assertThat(told(ex))
					.isEqualTo("judge: DataIntegrityViolationException < PSQLException 22P02"));
			assertThatExceptionOfType(Exception.class)
				.isThrownBy(() -> scripts.copy("run_metric", (rows) -> rows.add(VALUE).endRow(), "campaign_id"))
				.satisfies((ex) -> assertThat(told(ex)).isEqualTo("judge: StatementFailure copy run_metric 22P02"));
		}
	}

	@Test
	void aFileTellsItsNameAndNoFolder() {
		assertThat(told(new NoSuchFileException("/home/" + VALUE + "/registrar.xlsx", null, VALUE)))
			.isEqualTo("judge: NoSuchFileException registrar.xlsx");
		assertThat(told(new NoSuchFileException("/srv/" + VALUE + "-2001.jpg")))
			.isEqualTo("judge: NoSuchFileException ….jpg");
	}

	@Test
	void anythingElseTellsItsClasses() {
		assertThat(told(new IllegalStateException(VALUE, new NumberFormatException(VALUE))))
			.isEqualTo("judge: IllegalStateException < NumberFormatException");
	}

}
