package io.rollcall.pipeline.remote;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import io.rollcall.pipeline.Parts;
import io.rollcall.pipeline.remote.PartStore.Odd;
import io.rollcall.pipeline.remote.PartStore.Outcome;
import io.rollcall.pipeline.remote.PartStore.State;
import io.rollcall.run.InstallationKey;
import io.rollcall.run.Run;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunProgress;
import io.rollcall.run.WorkbookPasswords;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hands parts out to workers and waits for them. What a worker cannot see, a file that
 * has changed or a folder that is not the shared one, is judged by this process itself,
 * so that no result depends on what a worker sees.
 */
@Component
class RemoteParts implements Parts {

	private static final Log LOG = LogFactory.getLog(RemoteParts.class);

	/** How long those who are busy with an earlier attempt are waited for. */
	private static final Duration BEFORE = Duration.ofSeconds(90);

	/** How long they are waited for when somebody stops the run. */
	private static final Duration AFTER = Duration.ofSeconds(10);

	/** Shared folders show what another machine wrote with a delay. */
	private static final Duration TO_BE_SEEN = Duration.ofMinutes(1);

	private final PartsSettings settings;

	private final PartStore parts;

	private final WorkerStore workers;

	/** What requests are made with: most commands never make any. */
	private final Supplier<Requests> requests;

	private final PasswordSeal seal;

	private final WorkbookPasswords passwords;

	private final InstallationKey key;

	private final RunProgress progress;

	private final JobRepository repository;

	private final JdbcClient jdbc;

	private final ProgramVersion version;

	private final Elapsed stopwatch;

	private final TransactionTemplate transaction;

	RemoteParts(PartsSettings settings, PartStore parts, WorkerStore workers, DataSource dataSource,
			ProgramVersion version, PasswordSeal seal, WorkbookPasswords passwords, InstallationKey key,
			RunProgress progress, JobRepository repository, JdbcClient jdbc, Elapsed stopwatch,
			PlatformTransactionManager transactions) {
		this.stopwatch = stopwatch;
		this.settings = settings;
		this.parts = parts;
		this.workers = workers;
		this.requests = () -> new Requests(dataSource, version);
		this.seal = seal;
		this.passwords = passwords;
		this.key = key;
		this.progress = progress;
		this.repository = repository;
		this.jdbc = jdbc;
		this.version = version;
		this.transaction = new TransactionTemplate(transactions);
	}

	@Override
	public void begin(Run run) {
		this.settings.remote().ifPresent((remote) -> remember(run, remote));
		this.parts.unwant(run);
		letGo(run, BEFORE);
		if (areHandedOut(run)) {
			// Workers look whether theirs is the same.
			this.key.references();
			this.workers.manage(this.version.toString());
		}
	}

	/** A run goes on as it began, unless somebody says otherwise. */
	private void remember(Run run, boolean remote) {
		if (remote) {
			this.jdbc.sql("""
					insert into remote_run (run_id, campaign_id, minutes) values (:run, :campaign, :minutes)
					on conflict (run_id) do update set minutes = :minutes
					""")
				.param("run", run.id())
				.param("campaign", run.campaignId())
				.param("minutes", this.settings.minutes())
				.update();
		}
		else {
			this.jdbc.sql("delete from remote_run where run_id = ?").param(run.id()).update();
		}
	}

	@Override
	public boolean areHandedOut(Run run) {
		return minutes(run).isPresent();
	}

	private Optional<Integer> minutes(Run run) {
		return this.jdbc.sql("select minutes from remote_run where run_id = ?")
			.param(run.id())
			.query(Integer.class)
			.optional();
	}

	@Override
	public Collection<StepExecution> handOut(Share share) {
		if (share.executions().isEmpty()) {
			return List.of();
		}
		Run run = share.context().run();
		this.seal.put(run, this.passwords.of(share.context()));
		this.transaction.executeWithoutResult((status) -> ask(share));
		try {
			await(share);
			this.parts.outputs(run).forEach((output) -> see(run, output));
			return ended(share);
		}
		finally {
			takeBack(run);
			letGo(run, AFTER);
		}
	}

	/** Asks for all parts, the heaviest first. */
	private void ask(Share share) {
		Requests to = this.requests.get();
		share.executions()
			.stream()
			.sorted(Comparator.comparingLong(share.weight()).reversed())
			.forEach((part) -> this.parts.add(share.context().run(), part.getId(),
					to.ask(new StepExecutionRequest(share.step().getName(), part.getId())),
					share.weight().applyAsLong(part)));
	}

	private void await(Share share) {
		Run run = share.context().run();
		Patience patience = new Patience(Duration.ofMinutes(minutes(run).orElse(PartsSettings.MINUTES)),
				this.stopwatch::nanos);
		Pulse pulse = new Pulse(() -> {
			this.workers.manage(this.version.toString());
			this.workers.bury();
		});
		while (true) {
			this.progress.checkStop();
			State state = this.parts.state(run);
			share.told().at(state.rows(), state.ended(), state.rowsOfEnded(), state.weightOfEnded());
			if (patience.changes(state)) {
				share.told().waiting(patience.isTold());
			}
			if (state.odd() > 0) {
				settle(share, this.parts.odd(run));
				continue;
			}
			if (state.isOver()) {
				return;
			}
			if (patience.isOver()) {
				throw new RunFailure("NO_WORKER", run, patience.most().toMinutes());
			}
			pulse.beat();
			Pauses.between();
		}
	}

	/** Fails with the first part that failed, and does itself what workers do not see. */
	private void settle(Share share, List<Odd> odd) {
		for (Odd part : odd) {
			if (part.outcome() == Outcome.FAILED) {
				throw failure(share.context().run(), part.failure());
			}
			LOG.warn("a worker does not see what it should: part " + part.execution() + " of run "
					+ share.context().run() + " is done here");
			doHere(share, part);
		}
	}

	private static RunFailure failure(Run run, List<String> words) {
		if (words.size() == 1) {
			return new RunFailure("FAILED", run, words.get(0));
		}
		return new RunFailure(words.get(0), words.subList(1, words.size()).toArray());
	}

	private void doHere(Share share, Odd part) {
		StepExecution execution = this.repository.getStepExecution(part.execution());
		execution.setExitStatus(ExitStatus.EXECUTING);
		try {
			share.step().execute(execution);
		}
		catch (JobInterruptedException ex) {
			throw new RunFailure("INTERRUPTED_WORK");
		}
		for (Throwable failure : execution.getFailureExceptions()) {
			if (failure instanceof RuntimeException known) {
				throw known;
			}
		}
		this.parts.done(part.execution());
	}

	/** Makes sure that a file which a worker wrote is there as a whole. */
	private void see(Run run, String output) {
		int space = output.indexOf(' ');
		Path file = run.workFolder().resolve(output.substring(space + 1));
		long bytes = Long.parseLong(output.substring(0, space));
		for (long end = System.nanoTime() + TO_BE_SEEN.toNanos(); file.toFile().length() != bytes;) {
			this.progress.checkStop();
			if (System.nanoTime() > end) {
				throw new RunFailure("NOT_SHARED", run.workFolder());
			}
			Pauses.between();
		}
	}

	private Collection<StepExecution> ended(Share share) {
		StepExecution any = share.executions().iterator().next();
		Map<Long, StepExecution> all = this.repository.getJobExecution(any.getJobExecutionId())
			.getStepExecutions()
			.stream()
			.collect(Collectors.toMap(StepExecution::getId, (execution) -> execution));
		return share.executions().stream().map((part) -> all.get(part.getId())).toList();
	}

	@Override
	public void takeBack(Run run) {
		try {
			this.parts.unwant(run);
			this.parts.forget(run);
			this.seal.remove(run);
		}
		catch (DataAccessException | TransactionException ex) {
			LOG.warn("the parts of run " + run + " cannot be taken back now: " + ex.getClass().getSimpleName());
		}
	}

	/**
	 * Waits until nobody holds a part of a run any more. Whoever does all the same after
	 * that time finds out when it wants to finish.
	 */
	private void letGo(Run run, Duration most) {
		Pulse pulse = new Pulse(this.workers::bury);
		try {
			for (long end = System.nanoTime() + most.toNanos(); this.parts.forget(run) > 0
					&& System.nanoTime() < end;) {
				pulse.beat();
				Pauses.between();
			}
		}
		catch (DataAccessException | TransactionException ex) {
			LOG.warn("whether parts of run " + run + " are let go cannot be told: " + ex.getClass().getSimpleName());
		}
	}

}
