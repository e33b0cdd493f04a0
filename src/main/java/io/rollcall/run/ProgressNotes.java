package io.rollcall.run;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes in the database how the run of this process gets on, for those who look from
 * elsewhere. The work is not held up by it: a thread of its own writes what is newest,
 * once a second, outside of every transaction of the run.
 */
@Component
public class ProgressNotes {

	private static final int MILLIS_BETWEEN_NOTES = 1_000;

	private final JdbcClient jdbc;

	private final InstantSource clock;

	ProgressNotes(JdbcClient jdbc, InstantSource clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Begins to note; what an earlier attempt noted is forgotten. */
	public Notes of(Run run) {
		this.jdbc.sql("delete from run_progress where run_id = ?").param(run.id()).update();
		return new Notes(run);
	}

	/** How far a step is. */
	private record Place(long done, long total, boolean waiting) {
	}

	/** The notes of one attempt at a run, to be closed with it. */
	public final class Notes implements RunListener, AutoCloseable {

		private final Run run;

		private final Map<Step, Place> news = new EnumMap<>(Step.class);

		private Place last = new Place(0, 0, false);

		private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor((work) -> {
			Thread thread = new Thread(work, "progress-notes");
			thread.setDaemon(true);
			return thread;
		});

		private Notes(Run run) {
			this.run = run;
			this.executor.scheduleWithFixedDelay(this::write, MILLIS_BETWEEN_NOTES, MILLIS_BETWEEN_NOTES,
					TimeUnit.MILLISECONDS);
		}

		@Override
		public void stepStarted(Step step) {
			note(step, new Place(0, 0, false));
		}

		@Override
		public void progress(Step step, long done, long total) {
			note(step, new Place(done, total, isWaiting()));
		}

		@Override
		public void stepEnded(Step step, long done) {
			note(step, new Place(done, done, false));
		}

		@Override
		public void waiting(Step step, boolean waiting) {
			synchronized (this.news) {
				note(step, new Place(this.last.done(), this.last.total(), waiting));
			}
		}

		private boolean isWaiting() {
			synchronized (this.news) {
				return this.last.waiting();
			}
		}

		private void note(Step step, Place place) {
			synchronized (this.news) {
				this.last = place;
				this.news.put(step, place);
			}
		}

		private void write() {
			Map<Step, Place> fresh;
			synchronized (this.news) {
				fresh = new EnumMap<>(this.news);
				this.news.clear();
			}
			try {
				fresh.forEach(this::write);
			}
			catch (DataAccessException ex) {
				// The run itself will notice that the database is gone.
			}
		}

		private void write(Step step, Place place) {
			ProgressNotes.this.jdbc.sql("""
					insert into run_progress (campaign_id, run_id, step, done, total, waiting, told_at)
					values (:campaign, :run, :step, :done, :total, :waiting, :now)
					on conflict (run_id, step)
					do update set done = :done, total = :total, waiting = :waiting, told_at = :now
					""")
				.param("campaign", this.run.campaignId())
				.param("run", this.run.id())
				.param("step", step.column())
				.param("done", place.done())
				.param("total", place.total())
				.param("waiting", place.waiting())
				.param("now", ProgressNotes.this.clock.instant().atOffset(ZoneOffset.UTC))
				.update();
		}

		@Override
		public void close() {
			this.executor.shutdown();
			try {
				this.executor.awaitTermination(MILLIS_BETWEEN_NOTES, TimeUnit.MILLISECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			write();
		}

	}

}
