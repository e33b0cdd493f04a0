package io.rollcall.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;

/**
 * Shows other processes that this one is there, for as long as it is: a shared advisory
 * lock of a session of its own, which the server frees the moment the process is gone.
 */
public final class Presence implements AutoCloseable {

	/** Processes that serve: they take waiting runs and dead ones. */
	public static final String SERVING = "serving";

	/** Processes that start runs by the clock. */
	public static final String SCHEDULING = "scheduling";

	private final Database database;

	private final String name;

	private Connection connection;

	private Presence(Database database, String name) {
		this.database = database;
		this.name = name;
	}

	/**
	 * Shows this process under a name that several processes may share.
	 * @param database the database that the others look at
	 * @param name the name
	 * @return the presence, to be closed
	 * @throws DatabaseException when the database cannot be reached
	 */
	public static Presence show(Database database, String name) {
		Presence presence = new Presence(database, name);
		presence.enter();
		return presence;
	}

	/**
	 * Shows this process under a name of its own.
	 * @param database the database that the others look at
	 * @return the presence, to be closed
	 * @throws DatabaseException when the database cannot be reached
	 */
	public static Presence alone(Database database) {
		return show(database, ThisProcess.name() + "/" + UUID.randomUUID());
	}

	private void enter() {
		try {
			this.connection = this.database.connect();
			try (PreparedStatement statement = this.connection.prepareStatement(
					"select set_config('application_name', ?, false), set_config('idle_session_timeout', '0', false),"
							+ " pg_advisory_lock_shared(?)")) {
				statement.setString(1, ThisProcess.name());
				statement.setLong(2, key(this.name));
				statement.execute();
			}
		}
		catch (SQLException ex) {
			close();
			throw new DatabaseException(ex, "LOST", this.database, String.valueOf(ex.getSQLState()));
		}
	}

	/**
	 * The name.
	 * @return under which this process is shown
	 */
	public String name() {
		return this.name;
	}

	/**
	 * Whether the others still see this process.
	 * @return false when the session was cut
	 */
	public boolean isShown() {
		try {
			return this.connection != null && this.connection.isValid(CampaignLock.SECONDS_TO_ANSWER);
		}
		catch (SQLException ex) {
			return false;
		}
	}

	/**
	 * The number of the advisory lock behind a name, to be looked up in {@code pg_locks}.
	 * @param name the name
	 * @return the number
	 */
	public static long key(String name) {
		// No campaign's name begins so.
		return CampaignLock.key("/" + name);
	}

	@Override
	public void close() {
		try {
			if (this.connection != null) {
				this.connection.close();
			}
		}
		catch (SQLException ex) {
			// The session is gone, and the presence with it.
		}
	}

}
