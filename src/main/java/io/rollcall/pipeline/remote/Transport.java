package io.rollcall.pipeline.remote;

import java.util.Optional;
import java.util.function.Consumer;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.rollcall.database.Database;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where a worker's requests come from: connections of their own, whose transactions last
 * as long as a part does. If the process goes, so does the session, and the request is
 * there again for the next.
 */
final class Transport implements AutoCloseable {

	/**
	 * Makes a worker's machine that is gone known in a minute; the server's default is
	 * two hours.
	 */
	private static final String SETTINGS = "set application_name = '%s'; set tcp_keepalives_idle = 30;"
			+ " set tcp_keepalives_interval = 10; set tcp_keepalives_count = 3;"
			+ " set idle_in_transaction_session_timeout = 0; set idle_session_timeout = 0";

	private final HikariDataSource dataSource;

	private final JdbcTemplate jdbc;

	private final TransactionTemplate transaction;

	private final Requests requests;

	Transport(Database database, int threads, String session, ProgramVersion version) {
		HikariConfig config = new HikariConfig();
		config.setPoolName("transport");
		config.setJdbcUrl(database.jdbcUrl());
		config.setUsername(database.user());
		config.setPassword(database.password());
		config.setMaximumPoolSize(threads);
		config.setMinimumIdle(0);
		config.setConnectionInitSql(SETTINGS.formatted(session));
		config.setInitializationFailTimeout(-1);
		this.dataSource = new HikariDataSource(config);
		this.jdbc = new JdbcTemplate(this.dataSource);
		this.transaction = new TransactionTemplate(new JdbcTransactionManager(this.dataSource));
		this.requests = new Requests(this.dataSource, version);
	}

	/**
	 * Takes the next request, if there is one. It is gone when the work is done, and
	 * there again when the work throws something.
	 * @param work what to do with it
	 * @return whether there was one
	 */
	boolean next(Consumer<StepExecutionRequest> work) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			Optional<StepExecutionRequest> request = this.requests.next();
			request.ifPresent(work);
			return request.isPresent();
		}));
	}

	/**
	 * Makes sure, within the work, that the request is still this worker's.
	 */
	void check() {
		this.jdbc.queryForObject("select 1", Integer.class);
	}

	@Override
	public void close() {
		this.dataSource.close();
	}

}
