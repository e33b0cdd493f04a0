package io.rollcall.pipeline.remote;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

import io.rollcall.pipeline.remote.PartStore.Outcome;
import io.rollcall.run.InstallationKey;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunProgress;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.integration.partition.StepExecutionRequest;
import org.springframework.batch.integration.partition.StepExecutionRequestHandler;

/** Does one part after another: those that several threads of a worker have in hand. */
final class Bench {

	/** How soon a part is found that was asked for. */
	static final int MILLIS_BETWEEN_LOOKS = 300;

	/**
	 * A part that was taken as often and never ended is one that ends workers; the next
	 * would fare no better.
	 */
	static final int MOST_TAKES = 5;

	/** What another machine than this one can do, if any can. */
	private static final Set<String> UNSEEN = Set.of("UNSEEN", "CODE_TABLE_CHANGED", "OUTPUT");

	private static final Log LOG = LogFactory.getLog(Bench.class);

	private final PartStore parts;

	private final Transport transport;

	private final StepExecutionRequestHandler handler;

	private final RunProgress progress;

	private final InstallationKey key;

	private final WorkerStore workers;

	private final WorkerName name;

	private final Duration patience;

	private final Set<HandedWork> inHand = ConcurrentHashMap.newKeySet();

	private final AtomicLong done = new AtomicLong();

	private volatile boolean leaving;

	Bench(PartStore parts, Transport transport, StepExecutionRequestHandler handler, RunProgress progress,
			InstallationKey key, WorkerStore workers, WorkerName name, Duration patience) {
		this.parts = parts;
		this.transport = transport;
		this.handler = handler;
		this.progress = progress;
		this.key = key;
		this.workers = workers;
		this.name = name;
		this.patience = patience;
	}

	/**
	 * Begins to show that the worker lives.
	 * @param stuck called when a part has not got on for too long
	 */
	Heart heart(Runnable stuck) {
		return new Heart(this.workers, this.parts, this.name, this.inHand, this.done, this.patience, stuck);
	}

	/** How long a part may give no sign. */
	Duration patience() {
		return this.patience;
	}

	/** Threads that will not come back. */
	Set<Thread> stuck() {
		return this.inHand.stream()
			.filter((work) -> work.isStuck(this.patience))
			.map(HandedWork::thread)
			.collect(Collectors.toSet());
	}

	/**
	 * Does the next part.
	 * @return whether there was one
	 */
	boolean one() {
		try {
			return this.transport.next(this::take);
		}
		catch (GivenBack ex) {
			return false;
		}
	}

	/** Has all parts in hand left as soon as possible; they are given back. */
	void leaveAll() {
		this.leaving = true;
		this.inHand.forEach(HandedWork::leave);
	}

	/** Has others take what threads hold that did not come back. */
	void abandon() {
		this.workers.endSessions(this.name.session());
	}

	private void take(StepExecutionRequest request) {
		// Before the first part nobody may have known the key.
		this.key.check();
		HandedWork work = new HandedWork(this.parts, request.getStepExecutionId(), UUID.randomUUID());
		Optional<Integer> takes = this.parts.take(work.execution(), this.name.id(), work.take());
		if (takes.isEmpty()) {
			return;
		}
		if (takes.get() > MOST_TAKES) {
			end(work, Outcome.FAILED, new RunFailure("PART_LOST", takes.get() - 1).words());
			return;
		}
		this.inHand.add(work);
		try {
			work(request, work);
		}
		finally {
			this.inHand.remove(work);
		}
	}

	private void work(StepExecutionRequest request, HandedWork work) {
		StepExecution[] ended = new StepExecution[1];
		this.progress.with(work, () -> ended[0] = this.handler.handle(request));
		StepExecution execution = ended[0];
		if (execution.getStatus() == BatchStatus.COMPLETED) {
			end(work, Outcome.DONE, List.of());
			this.done.incrementAndGet();
			return;
		}
		if (this.leaving) {
			this.parts.giveBack(work);
			throw new GivenBack();
		}
		// If the request is no longer this worker's, neither is the failure.
		this.transport.check();
		List<String> words = words(execution);
		// The rest may name a file.
		LOG.warn(execution.getStepName() + " failed: " + words.get(0));
		end(work, UNSEEN.contains(words.get(0)) ? Outcome.UNSEEN : Outcome.FAILED, words);
	}

	/** If the part is somebody else's by now, he has to find the request. */
	private void end(HandedWork work, Outcome outcome, List<String> failure) {
		if (!this.parts.end(work, outcome, failure) && this.parts.isOpen(work.execution())) {
			throw new GivenBack();
		}
	}

	private static List<String> words(StepExecution execution) {
		for (Throwable failure : execution.getFailureExceptions()) {
			for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
				if (cause instanceof RunFailure known) {
					return known.words();
				}
			}
		}
		return List.of(execution.getFailureExceptions()
			.stream()
			.map(Throwable::getMessage)
			.findFirst()
			.orElse(execution.getStatus().name()));
	}

	/** Has the request put back, too. */
	private static final class GivenBack extends RuntimeException {

		private GivenBack() {
			super("the part is given back", null, false, false);
		}

	}

}
