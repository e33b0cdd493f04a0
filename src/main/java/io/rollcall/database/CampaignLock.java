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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

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
			LockHolder holder = LockHolder.of(database, campaign).orElse(LockHolder.GONE);
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
		return LockHolder.endSilent(database, campaign) ? tryAcquire(database, campaign) : Optional.empty();
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
			boolean held = this.connection.isValid(SECONDS_TO_ANSWER)
					&& LockHolder.of(this.connection, this.campaign).filter(LockHolder::isThisProcess).isPresent();
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

}
