package io.rollcall.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The process that holds the lock of a campaign.
 *
 * @param process its number and machine, {@code rollcall 4711@host}
 * @param since when it took the lock, in the time zone of the asking process
 * @param silence how long its session has given no sign
 */
public record LockHolder(String process, String since, Duration silence) {

	/** Stands for one that gave the lock back while it was looked for. */
	static final LockHolder GONE = new LockHolder("?", "?", Duration.ZERO);

	private static final String HELD = """
			SELECT a.application_name, to_char(a.backend_start, 'YYYY-MM-DD HH24:MI:SS'),
			       CASE WHEN a.state = 'idle' THEN extract(epoch FROM clock_timestamp() - a.state_change) ELSE 0 END
			FROM pg_locks l JOIN pg_stat_activity a USING (pid)
			WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1
			  AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
			  AND (l.classid::bigint << 32 | l.objid::bigint) = ?
			""";

	/**
	 * All sessions of a process in this database; those at work for a run bear its key
	 * behind the name.
	 */
	private static final String END = """
			SELECT pg_terminate_backend(a.pid)
			FROM (VALUES (?, ?)) AS p(process, sessions)
			JOIN pg_stat_activity a ON a.application_name IN (p.process, p.sessions)
			                           OR starts_with(a.application_name, p.sessions || '/')
			WHERE a.datname = current_database() AND a.pid <> pg_backend_pid()
			""";

	/**
	 * How long a process may give no sign; {@link CampaignLock} gives one far oftener.
	 */
	private static final Duration LONGEST_SILENCE = Duration.ofMinutes(2);

	private static final int MILLIS_TO_WAKE = 3_000;

	private static final Log LOG = LogFactory.getLog(LockHolder.class);

	/**
	 * Who holds the lock of a campaign.
	 * @param database where the campaign's runs are kept
	 * @param campaign the campaign's name
	 * @return the process, or empty when the lock is free
	 * @throws DatabaseException when the database cannot be reached
	 */
	public static Optional<LockHolder> of(Database database, String campaign) {
		try (Connection connection = database.connect()) {
			return of(connection, campaign);
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex, "LOST", database, String.valueOf(ex.getSQLState()));
		}
	}

	static Optional<LockHolder> of(Connection connection, String campaign) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(HELD)) {
			statement.setQueryTimeout(CampaignLock.SECONDS_TO_ANSWER);
			statement.setLong(1, CampaignLock.key(campaign));
			try (ResultSet row = statement.executeQuery()) {
				return row.next() ? Optional.of(new LockHolder(row.getString(1), row.getString(2),
						Duration.ofMillis((long) (row.getDouble(3) * 1_000)))) : Optional.empty();
			}
		}
	}

	/**
	 * Takes a campaign from a process that holds its lock and gives no sign: somebody has
	 * stopped it, or its machine is frozen. The server ends its sessions; if it wakes, it
	 * finds that it has lost the lock.
	 * @param database where the campaign's runs are kept
	 * @param campaign the campaign's name
	 * @return whether there was such a process; its lock is free in a moment
	 * @throws DatabaseException when the database cannot be reached
	 */
	public static boolean endSilent(Database database, String campaign) {
		return endSilent(database, campaign, LONGEST_SILENCE);
	}

	static boolean endSilent(Database database, String campaign, Duration longest) {
		try (Connection connection = database.connect()) {
			Optional<LockHolder> silent = of(connection, campaign).filter((holder) -> holder.isSilent(longest));
			if (silent.isEmpty()) {
				return false;
			}
			// Where the server slept as well, everybody seems to have been silent.
			Pause.millis(MILLIS_TO_WAKE);
			Optional<LockHolder> still = of(connection, campaign).filter((holder) -> holder.isSilent(longest))
				.filter((holder) -> holder.process().equals(silent.get().process()));
			if (still.isPresent()) {
				still.get().end(connection);
			}
			return still.isPresent();
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex, "LOST", database, String.valueOf(ex.getSQLState()));
		}
	}

	private boolean isSilent(Duration longest) {
		return this.silence.compareTo(longest) > 0 && !isThisProcess();
	}

	boolean isThisProcess() {
		return this.process.equals(ThisProcess.name());
	}

	private void end(Connection connection) throws SQLException {
		LOG.warn("the process " + this.process + " has given no sign for " + this.silence.toSeconds()
				+ " s and loses its sessions");
		try (PreparedStatement statement = connection.prepareStatement(END)) {
			statement.setQueryTimeout(CampaignLock.SECONDS_TO_ANSWER);
			statement.setString(1, this.process);
			statement.setString(2, ThisProcess.sessions(this.process));
			statement.execute();
		}
	}

}
