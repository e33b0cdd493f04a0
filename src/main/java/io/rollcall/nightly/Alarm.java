package io.rollcall.nightly;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.ScheduledExecution;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.FailureHandler;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import io.rollcall.database.CampaignLock;
import io.rollcall.database.Database;
import io.rollcall.database.DatabaseException;
import io.rollcall.database.Presence;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Looks at the schedules when something is due, and every few seconds besides. The
 * library's table holds only when to look next; what was answered stands in the
 * schedules' own table, so that an alarm that rings twice, late or never does no harm.
 */
final class Alarm implements SmartLifecycle {

	/** After the line, before the pool. */
	static final int PHASE = LineRunner.PHASE - 1;

	private static final String TASK = "due";

	private static final Duration POLL = Duration.ofSeconds(1);

	private static final Duration RETRY = Duration.ofSeconds(10);

	private static final Duration HEARTBEAT = Duration.ofSeconds(20);

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private static final int SECONDS_BETWEEN_PULSES = 2;

	/** Pulses between two looks into the folder of job files. */
	private static final int PULSES_A_LOOK = 4;

	/** A process that slept longer was no scheduler meanwhile. */
	private static final Duration ASLEEP = Duration.ofMinutes(2);

	private static final Log LOG = LogFactory.getLog(Alarm.class);

	private final ServeSettings settings;

	private final JobFolder folder;

	private final Schedules schedules;

	private final Database database;

	private final Locks locks;

	private final InstantSource clock;

	private final List<Beat> beats;

	private final Scheduler scheduler;

	private final Set<String> known = new HashSet<>();

	private ScheduledExecutorService pulse;

	private Presence serving;

	private Presence scheduling;

	private int pulses;

	Alarm(ServeSettings settings, JobFolder folder, Schedules schedules, Database database, Locks locks,
			InstantSource clock, DataSource dataSource, List<Task<?>> others, List<Beat> beats) {
		this.settings = settings;
		this.folder = folder;
		this.schedules = schedules;
		this.database = database;
		this.locks = locks;
		this.clock = clock;
		this.beats = beats;
		this.scheduler = scheduler(dataSource, others);
	}

	private Scheduler scheduler(DataSource dataSource, List<Task<?>> others) {
		List<Task<?>> tasks = new java.util.ArrayList<>(others);
		if (this.settings.scheduling()) {
			tasks.add(due());
		}
		return Scheduler.create(dataSource, tasks)
			.clock(this.clock::instant)
			.schedulerName(new SchedulerName.Fixed(CampaignLock.processName()))
			.pollingInterval(POLL)
			.heartbeatInterval(HEARTBEAT)
			.threads(2)
			.shutdownMaxWait(PATIENCE)
			.build();
	}

	private Task<Void> due() {
		return Tasks.custom(TASK, Void.class)
			.onDeadExecutionRevive()
			.onFailure(new FailureHandler.OnFailureRetryLater<>(RETRY))
			.execute((instance, context) -> {
				Optional<Instant> next = this.folder.read()
					.job(instance.getId())
					.flatMap((job) -> this.schedules.answer(job, this.settings.place()));
				return next.<CompletionHandler<Void>>map((at) -> (done, operations) -> operations.reschedule(done, at))
					.orElseGet(CompletionHandler.OnCompleteRemove::new);
			});
	}

	@Override
	public void start() {
		beat();
		this.scheduler.start();
		this.pulse = Executors.newSingleThreadScheduledExecutor((work) -> {
			Thread thread = new Thread(work, "pulse");
			thread.setDaemon(true);
			return thread;
		});
		this.pulse.scheduleWithFixedDelay(this::beat, SECONDS_BETWEEN_PULSES, SECONDS_BETWEEN_PULSES, TimeUnit.SECONDS);
	}

	private void beat() {
		try {
			if (this.serving == null || !this.serving.isShown()) {
				this.serving = Presence.show(this.database, Presence.SERVING);
			}
			boolean look = this.pulses++ % PULSES_A_LOOK == 0;
			if (this.settings.scheduling()) {
				schedule(look);
			}
			if (look) {
				this.beats.forEach(Beat::beat);
			}
		}
		catch (DataAccessException | TransactionException | DatabaseException ex) {
			LOG.warn("the schedule cannot be looked at: " + ex.getClass().getSimpleName());
		}
		catch (RuntimeException ex) {
			LOG.error("the schedule cannot be looked at", ex);
		}
	}

	private void schedule(boolean look) {
		boolean begins = this.scheduling == null || !this.scheduling.isShown();
		// The first of all schedulers makes up for what was due while there was none.
		boolean first = begins && !this.locks.look().isThere(Presence.SCHEDULING);
		boolean slept = this.schedules.lastSeen()
			.filter((seen) -> seen.isBefore(this.clock.instant().minus(ASLEEP)))
			.isPresent();
		if (begins) {
			this.scheduling = Presence.show(this.database, Presence.SCHEDULING);
		}
		if (begins || slept || look) {
			look(first || slept, begins);
		}
		this.schedules.seen();
	}

	/** Deals with every campaign of the folder, and sets the alarm for what is next. */
	private void look(boolean makeUp, boolean begins) {
		JobFolder.Content content = this.folder.read();
		for (JobFolder.Job job : content.jobs().values()) {
			String name = job.campaign().name();
			boolean appears = !begins && !this.known.contains(name);
			if (makeUp || appears) {
				this.schedules.makeUp(job, this.settings.place());
			}
			set(name, this.schedules.answer(job, this.settings.place()));
		}
		this.known.clear();
		this.known.addAll(content.jobs().keySet());
	}

	private void set(String campaign, Optional<Instant> next) {
		TaskInstance<Void> alarm = new TaskInstance<>(TASK, campaign);
		Optional<ScheduledExecution<Object>> current = this.scheduler.getScheduledExecution(alarm);
		if (next.isEmpty()) {
			current.filter((set) -> !set.isPicked()).ifPresent((set) -> this.scheduler.cancel(alarm));
		}
		else if (current.isEmpty()) {
			this.scheduler.scheduleIfNotExists(alarm, next.get());
		}
		else if (!current.get().isPicked() && !current.get().getExecutionTime().equals(next.get())) {
			this.scheduler.reschedule(alarm, next.get());
		}
	}

	/** What the folder of job files holds just now. */
	JobFolder.Content jobs() {
		return this.folder.read();
	}

	/** Whether this process starts runs by the clock, and does so. */
	boolean isAlive() {
		return !this.settings.scheduling() || this.schedules.lastSeen()
			.filter((seen) -> seen.isAfter(this.clock.instant().minus(ASLEEP)))
			.isPresent();
	}

	@Override
	public void stop() {
		this.pulse.shutdownNow();
		this.scheduler.stop();
		for (Presence presence : new Presence[] { this.scheduling, this.serving }) {
			if (presence != null) {
				presence.close();
			}
		}
		this.pulse = null;
	}

	@Override
	public boolean isRunning() {
		return this.pulse != null;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

}
