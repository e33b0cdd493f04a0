package io.rollcall.pipeline;

import java.io.IOException;
import java.nio.file.Files;

import io.rollcall.run.OutputFolders;
import io.rollcall.run.Run;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunStates;
import io.rollcall.run.RunStore;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Brings runs to where they belong that do not come there by themselves: those whose
 * process died, and those that the gate held back. Works under the campaign's lock.
 */
@Component
class RunSettlement {

	private final RunStore runs;

	private final RunStates states;

	private final PublishStep publisher;

	private final JobOperator operator;

	private final JobRepository repository;

	private final Parts parts;

	private final TransactionTemplate transaction;

	RunSettlement(RunStore runs, RunStates states, PublishStep publisher, JobOperator operator,
			JobRepository repository, Parts parts, PlatformTransactionManager transactions) {
		this.parts = parts;
		this.runs = runs;
		this.states = states;
		this.publisher = publisher;
		this.operator = operator;
		this.repository = repository;
		this.transaction = new TransactionTemplate(transactions);
	}

	/** Settles the runs of a campaign that look alive. */
	void recover(String campaign) {
		for (Run dead : this.runs.unfinished(campaign)) {
			this.parts.takeBack(dead);
			JobExecution last = this.repository.getLastJobExecution(CampaignRunJob.NAME, RunTasklet.parameters(dead));
			if (last != null && last.isRunning()) {
				this.operator.recover(last);
			}
			boolean moved = dead.status() == Run.Status.PUBLISHING
					&& (Files.exists(dead.publishedFolder()) || Files.exists(dead.heldFolder()));
			if (moved) {
				move(dead, () -> this.publisher.finish(dead));
			}
			else if (this.states.mayGoOn(dead)) {
				this.states.again(dead);
			}
			else {
				settle(dead, Run.Status.FAILED, "DEAD");
			}
		}
	}

	/** Half-written reports hold personal data, and a resumed run writes them anew. */
	void settle(Run run, Run.Status status, String failure) {
		this.states.settle(run, status, failure);
		OutputFolders.deleteAsideQuietly(run);
	}

	/** Publishes a held run as it is. */
	void release(Run held) {
		checkHeld(held);
		this.runs.publishedSince(held).ifPresent((later) -> {
			throw new RunFailure("OVERTAKEN", held, later);
		});
		move(held, () -> this.publisher.release(held));
	}

	/** Sets a held run aside. */
	void drop(Run held) {
		checkHeld(held);
		move(held, () -> this.publisher.drop(held));
	}

	private static void checkHeld(Run run) {
		if (run.status() != Run.Status.HELD) {
			throw new RunFailure("NOT_HELD", run);
		}
	}

	/**
	 * Moves, and notes where the run stands only once all is in place: what is cut off is
	 * found on the way and completed.
	 */
	private void move(Run run, Move move) {
		this.transaction.executeWithoutResult((status) -> {
			try {
				move.make();
			}
			catch (IOException ex) {
				throw new RunFailure("OUTPUT", run.campaignFolder());
			}
		});
	}

	/** Moves folders. */
	@FunctionalInterface
	private interface Move {

		void make() throws IOException;

	}

}
