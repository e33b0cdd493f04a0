package io.rollcall.pipeline;

import java.util.Collection;
import java.util.Set;
import java.util.function.ToLongFunction;

import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import io.rollcall.setup.Told;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

/** Hands the parts of steps out to other processes, for the runs that want it so. */
public interface Parts {

	/**
	 * The parts of one step of a run.
	 *
	 * @param context the run
	 * @param step does a part
	 * @param executions the parts
	 * @param weight how heavy a part is, in any unit
	 * @param told hears how the step gets on
	 */
	record Share(RunContext context, Step step, Set<StepExecution> executions, ToLongFunction<StepExecution> weight,
			Told told) {
	}

	/** Hears how a step gets on whose parts are done elsewhere. */
	interface Told {

		/**
		 * How far the parts are together.
		 * @param rows rows read of all parts so far
		 * @param ended how many parts are done
		 * @param rowsOfEnded rows read of these
		 * @param weightOfEnded how heavy these are together
		 */
		void at(long rows, int ended, long rowsOfEnded, long weightOfEnded);

		/**
		 * Whether parts lie there that nobody has taken for a while.
		 * @param waiting true from then on, false when somebody has
		 */
		void waiting(boolean waiting);

	}

	/**
	 * Begins an attempt at a run: whoever is still busy with parts of an earlier one is
	 * told to leave them, and waited for as long as it may take in reason.
	 * @param run the run, whose campaign's lock the caller holds
	 */
	void begin(Run run);

	/**
	 * Whether the parts of a run are done by other processes.
	 * @param run the run
	 * @return false where this process's own threads do them
	 */
	boolean areHandedOut(Run run);

	/**
	 * Has all parts done, and waits for them.
	 * @param share the parts
	 * @return the parts as they ended
	 * @throws RunFailure when somebody stops the run, when nobody takes a part for too
	 * long, or why a part failed
	 */
	Collection<StepExecution> handOut(Share share);

	/**
	 * Takes back whatever of a run is still handed out. Returns at once: who is busy with
	 * a part leaves it in a moment, and can finish nothing of it any more.
	 * @param run the run
	 */
	void takeBack(Run run);

}
