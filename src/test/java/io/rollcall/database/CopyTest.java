package io.rollcall.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** {@link CopyBuffer} with a server that takes the rows. */
class CopyTest {

	/** Enough for several blocks. */
	private static final int MANY = 30_000;

	private Connection connection;

	private CopyBuffer buffer;

	@BeforeEach
	void open() throws SQLException {
		this.connection = TestDatabase.fresh().connect();
		execute("create table told (number bigint, text text)");
		this.connection.setAutoCommit(false);
		this.buffer = new CopyBuffer(this.connection, "told", "number", "text");
	}

	@AfterEach
	void close() throws SQLException {
		this.connection.close();
	}

	@Test
	void whatIsPassedOnIsThereOnceItIsSent() throws SQLException {
		passOn(MANY);
		this.buffer.send();
		this.buffer.add(-1).add("last").endRow();
		this.buffer.send();
		assertThat(count()).isEqualTo(MANY + 1);
		assertThat(this.buffer.rows()).isEqualTo(MANY + 1);
	}

	@Test
	void whatIsClearedIsGivenUpToTheLastSavepoint() throws SQLException {
		execute("insert into told values (0, 'before')");
		Savepoint before = this.connection.setSavepoint();
		passOn(MANY);
		this.buffer.clear();
		this.connection.rollback(before);
		this.buffer.add(1).add("again").endRow();
		this.buffer.send();
		assertThat(count()).isEqualTo(2);
		assertThat(this.buffer.rows()).isEqualTo(1);
	}

	@Test
	void whoLeavesInTheMiddleLeavesTheConnectionToOthers() throws SQLException {
		passOn(MANY);
		this.buffer.close();
		this.connection.rollback();
		assertThat(count()).isZero();
	}

	@Test
	void whatTheServerRefusesIsToldAndTheConnectionIsFree() throws SQLException {
		this.buffer.add("no number").add("text").endRow();
		this.buffer.pass();
		assertThatExceptionOfType(SQLException.class).isThrownBy(this.buffer::send)
			.satisfies((ex) -> assertThat(ex.getSQLState()).isEqualTo("22P02"));
		this.connection.rollback();
		assertThat(count()).isZero();
	}

	private void passOn(int rows) throws SQLException {
		for (int i = 0; i < rows; i++) {
			this.buffer.add(i).add("text " + i).endRow();
			if (this.buffer.isFull()) {
				this.buffer.pass();
			}
		}
	}

	private void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

	private long count() throws SQLException {
		try (Statement statement = this.connection.createStatement();
				ResultSet row = statement.executeQuery("select count(*) from told")) {
			row.next();
			return row.getLong(1);
		}
	}

}
