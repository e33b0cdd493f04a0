package io.rollcall.run;

import java.util.concurrent.TimeUnit;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Cuts short what the database is busy with for a run: somebody who stops it should not
 * have to wait for a statement over a million rows.
 * <p>
 * Only statements that have been going on for a while: the short ones are bookkeeping,
 * which must not fail, and are over in a moment.
 */
@Component
public class LongStatements {

	/** The connections that work for a run bear its key while they do. */
	private static final String CANCEL = """
			select count(pg_cancel_backend(pid)) from pg_stat_activity
			 where application_name = current_setting('application_name') || '/' || ?
			   and datname = current_database() and state = 'active' and query_start < clock_timestamp() - interval '1 second'
			""";

	private static final int MILLIS_BETWEEN = 250;

	private final JdbcClient jdbc;

	LongStatements(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Has the connection of this transaction bear the key of the run that it works for.
	 */
	public static void mark(JdbcClient jdbc, Run run) {
		jdbc.sql("select set_config('application_name', current_setting('application_name') || '/' || ?, true)")
			.param(run.id())
			.query(String.class)
			.single();
	}

	/**
	 * Cancels them, in a thread of its own, for as long as somebody waits for the end.
	 */
	public void cancelWhileAwaited(Attempt attempt) {
		Thread thread = new Thread(() -> {
			try {
				while (attempt.isAwaited()) {
					this.jdbc.sql(CANCEL).param(attempt.run()).query(Long.class).single();
					TimeUnit.MILLISECONDS.sleep(MILLIS_BETWEEN);
				}
			}
			catch (DataAccessException | InterruptedException ex) {
				// Then the statements end in their own time.
			}
		}, "cancel-statements");
		thread.setDaemon(true);
		thread.start();
	}

}
