package io.rollcall.database;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * The right to execute runs of a campaign, held by one process at a time.
 * <p>
 * It is an advisory lock of a PostgreSQL session on a connection of its own, and that
 * session is the lease: the server frees the lock the moment it notices that the process,
 * its machine or the network is gone, so nobody has to guess from time stamps whether a
 * run that says "started" still lives. Behind a connection pooler that shares sessions
 * between clients (PgBouncer in transaction mode) it does not work; the driver's own
 * session must reach the server.
 */
public final class CampaignLock implements AutoCloseable {

	private static final int ATTEMPTS = 20;

	static final int SECONDS_TO_ANSWER = 15;

	/** Makes a dead client known in a minute, where the server's default is two hours. */
	private static final String NOTICE_DEAD_CLIENT = """
			SET tcp_keepalives_idle = 30; SET tcp_keepalives_interval = 10; SET tcp_keepalives_count = 3;
			SET idle_session_timeout = 0; SET idle_in_transaction_session_timeout = 0
			""";

	private static final int SECONDS_BETWEEN_SIGNS = 20;

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
	 * How long a process may give no sign. It gives one every
	 * {@value #SECONDS_BETWEEN_SIGNS} seconds.
	 */
	private static final Duration SILENCE = Duration.ofMinutes(2);

	private static final int MILLIS_TO_WAKE = 3_000;

	private static final Log LOG = LogFactory.getLog(CampaignLock.class);

	/** One thread for all locks of this process. */
	private static final ScheduledExecutorService SIGNS = Executors.newSingleThreadScheduledExecutor((work) -> {
		Thread thread = new Thread(work, "campaign-lock");
		thread.setDaemon(true);
		return thread;
	});

	private final Connection connection;

	private final String campaign;

	private Future<?> signs = CompletableFuture.completedFuture(null);

	private CampaignLock(Connection connection, String campaign) {
		this.connection = connection;
		this.campaign = campaign;
	}

	/**
	 * Takes the lock.
	 * @param database where the campaign's runs are kept
	 * @param campaign the campaign's name
	 * @return the lock, to be closed after the run
	 * @throws DatabaseException when another process holds it and gives signs: the
	 * sentence names that process; or when the database cannot be reached
	 */
	public static CampaignLock acquire(Database database, String campaign) {
		return tryAcquire(database, campaign).or(() -> afterSilent(database, campaign)).orElseThrow(() -> {
			Holder holder = holder(database, campaign).orElse(new Holder("?", "?", Duration.ZERO));
			return new DatabaseException("CAMPAIGN_BUSY", campaign, holder.process(), holder.since());
		});
	}

	/**
	 * Takes the lock if it is free, or becomes so within a second (a process killed just
	 * now frees it with a little delay).
	 * @param database where the campaign's runs are kept
	 * @param campaign the campaign's name
	 * @return the lock, or empty when another process holds it
	 * @throws DatabaseException when the database cannot be reached
	 */
	public static Optional<CampaignLock> tryAcquire(Database database, String campaign) {
		return tryAcquire(database, campaign, ATTEMPTS);
	}

	private static Optional<CampaignLock> afterSilent(Database database, String campaign) {
		return endSilent(database, campaign) ? tryAcquire(database, campaign) : Optional.empty();
	}

	/**
	 * Takes the lock if it is free this very moment.
	 * @param database where the campaign's runs are kept
	 * @param campaign the campaign's name
	 * @return the lock, or empty when another process holds it
	 * @throws DatabaseException when the database cannot be reached
	 */
	public static Optional<CampaignLock> tryOnce(Database database, String campaign) {
		return tryAcquire(database, campaign, 1);
	}

	private static Optional<CampaignLock> tryAcquire(Database database, String campaign, int attempts) {
		CampaignLock lock = null;
		try {
			lock = new CampaignLock(database.connect(), campaign);
			lock.introduce();
			for (int attempt = 1; !lock.attempt(); attempt++) {
				if (attempt == attempts) {
					lock.close();
					return Optional.empty();
				}
				Pause.millis(50);
			}
			lock.signs = SIGNS.scheduleWithFixedDelay(lock::sign, SECONDS_BETWEEN_SIGNS, SECONDS_BETWEEN_SIGNS,
					TimeUnit.SECONDS);
			return Optional.of(lock);
		}
		catch (SQLException ex) {
			if (lock != null) {
				lock.close();
			}
			throw new DatabaseException(ex, "LOST", database, String.valueOf(ex.getSQLState()));
		}
	}

	/**
	 * Who holds the lock of a campaign.
	 * @param database where the campaign's runs are kept
	 * @param campaign the campaign's name
	 * @return the process, or empty when the lock is free
	 * @throws DatabaseException when the database cannot be reached
	 */
	public static Optional<Holder> holder(Database database, String campaign) {
		try (Connection connection = database.connect()) {
			return holder(connection, campaign);
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex, "LOST", database, String.valueOf(ex.getSQLState()));
		}
	}

	private static Optional<Holder> holder(Connection connection, String campaign) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(HELD)) {
			statement.setQueryTimeout(SECONDS_TO_ANSWER);
			statement.setLong(1, key(campaign));
			try (ResultSet row = statement.executeQuery()) {
				return row.next() ? Optional.of(new Holder(row.getString(1), row.getString(2),
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
		return endSilent(database, campaign, SILENCE);
	}

	static boolean endSilent(Database database, String campaign, Duration most) {
		try (Connection connection = database.connect()) {
			Optional<Holder> silent = holder(connection, campaign).filter((holder) -> holder.isSilent(most));
			if (silent.isEmpty()) {
				return false;
			}
			// Where the server slept as well, everybody seems to have been silent.
			Pause.millis(MILLIS_TO_WAKE);
			Optional<Holder> still = holder(connection, campaign).filter((holder) -> holder.isSilent(most))
				.filter((holder) -> holder.process().equals(silent.get().process()));
			if (still.isPresent()) {
				LOG.warn("the process " + still.get().process() + " has given no sign for "
						+ still.get().silence().toSeconds() + " s and loses its sessions");
				end(connection, still.get().process());
			}
			return still.isPresent();
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex, "LOST", database, String.valueOf(ex.getSQLState()));
		}
	}

	private static void end(Connection connection, String process) throws SQLException {
		try (PreparedStatement statement = connection.prepareStatement(END)) {
			statement.setQueryTimeout(SECONDS_TO_ANSWER);
			statement.setString(1, process);
			statement.setString(2, ThisProcess.sessions(process));
			statement.execute();
		}
	}

	private void introduce() throws SQLException {
		this.connection.setClientInfo("ApplicationName", ThisProcess.name());
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(NOTICE_DEAD_CLIENT);
		}
	}

	private boolean attempt() throws SQLException {
		try (PreparedStatement statement = this.connection.prepareStatement("SELECT pg_try_advisory_lock(?)")) {
			statement.setLong(1, key(this.campaign));
			try (ResultSet row = statement.executeQuery()) {
				row.next();
				return row.getBoolean(1);
			}
		}
	}

	/**
	 * Makes sure that the lock is still held. To be called before what cannot be undone,
	 * such as publishing: a session cut by the network has lost the lock without a word,
	 * and another process may run the campaign by now.
	 * @throws DatabaseException when it was lost
	 */
	public void verify() {
		try {
			boolean held = this.connection.isValid(SECONDS_TO_ANSWER) && holder(this.connection, this.campaign)
				.filter((holder) -> holder.process().equals(ThisProcess.name()))
				.isPresent();
			if (!held) {
				throw new DatabaseException("LOCK_LOST", this.campaign);
			}
		}
		catch (SQLException ex) {
			throw new DatabaseException(ex, "LOCK_LOST", this.campaign);
		}
	}

	/**
	 * By these the others see that this process is not stopped, whatever it waits for.
	 */
	private void sign() {
		try {
			this.connection.isValid(SECONDS_TO_ANSWER);
		}
		catch (SQLException ex) {
			// Whoever relies on the lock finds out.
		}
	}

	/**
	 * What this process calls itself towards the server.
	 * @return its number and machine, {@code rollcall 4711@host}
	 */
	public static String processName() {
		return ThisProcess.name();
	}

	/** Gives the lock back. */
	@Override
	public void close() {
		this.signs.cancel(false);
		try {
			this.connection.close();
		}
		catch (SQLException ex) {
			// The session is gone, and the lock with it.
		}
	}

	/**
	 * The number of a campaign's lock: the same for a name in every version and on every
	 * machine.
	 * @param campaign the campaign's name
	 * @return the number of the advisory lock
	 */
	public static long key(String campaign) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
				.digest(("rollcall/campaign/" + campaign).getBytes(StandardCharsets.UTF_8));
			return ByteBuffer.wrap(digest).getLong();
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The process that holds a lock.
	 *
	 * @param process its number and machine, {@code rollcall 4711@host}
	 * @param since when it took the lock, in the time zone of the asking process
	 * @param silence how long its session has given no sign
	 */
	public record Holder(String process, String since, Duration silence) {

		private boolean isSilent(Duration most) {
			return this.silence.compareTo(most) > 0 && !this.process.equals(ThisProcess.name());
		}

	}

}
