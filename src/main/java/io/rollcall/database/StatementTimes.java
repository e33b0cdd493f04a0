package io.rollcall.database;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.dao.DataAccessException;

/**
 * How long the statements of one folder took, by the names of their files: what they say
 * and with which values is nobody's business here. Each is logged at {@code DEBUG}.
 */
public final class StatementTimes {

	/** Short statements that stand in no file. */
	static final String UNNAMED = "other";

	private static final Log LOG = LogFactory.getLog(StatementTimes.class);

	private final String folder;

	private final Map<String, Time> times = new LinkedHashMap<>();

	StatementTimes(String folder) {
		this.folder = folder;
	}

	/**
	 * How long a statement took.
	 *
	 * @param calls how often it ran
	 * @param seconds all calls together, with what was made of the rows it gave
	 */
	public record Time(long calls, double seconds) {

		private Time plus(double more) {
			return new Time(this.calls + 1, this.seconds + more);
		}

	}

	/**
	 * Takes the time of a statement; a failure learns the statement's name.
	 */
	void take(String name, Runnable statement) {
		String full = this.folder + '/' + name;
		long start = System.nanoTime();
		try {
			statement.run();
		}
		catch (DataAccessException ex) {
			if (!name.equals(UNNAMED)) {
				ex.addSuppressed(new StatementFailure(full));
			}
			throw ex;
		}
		double seconds = (System.nanoTime() - start) / (double) TimeUnit.SECONDS.toNanos(1);
		this.times.merge(full, new Time(1, seconds), (before, now) -> before.plus(seconds));
		if (LOG.isDebugEnabled()) {
			LOG.debug(String.format(Locale.ROOT, "%s %.3f s", full, seconds));
		}
	}

	/**
	 * The times by the statements' names, in the order of their first calls.
	 * @return name and time
	 */
	public Map<String, Time> byName() {
		return Collections.unmodifiableMap(this.times);
	}

}
