package io.rollcall.pipeline;

import java.util.Collection;
import java.util.Set;

import io.rollcall.run.PlainFailure;
import io.rollcall.run.RunContext;
import io.rollcall.run.RunStore;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.step.StepExecution;

/**
 * Has the parts of a step done by threads of this process or elsewhere, as the run wants
 * it.
 */
final class PartsInTurn implements PartitionHandler {

	private final RunStore runs;

	private final Parts parts;

	private final PartitionHandler own;

	private final Sharing sharing;

	PartsInTurn(RunStore runs, Parts parts, PartitionHandler own, Sharing sharing) {
		this.runs = runs;
		this.parts = parts;
		this.own = own;
		this.sharing = sharing;
	}

	/** Makes of the parts of a step what is handed out. */
	@FunctionalInterface
	interface Sharing {

		Parts.Share of(RunContext context, Set<StepExecution> parts);

	}

	@Override
	public Collection<StepExecution> handle(StepExecutionSplitter splitter, StepExecution step) throws Exception {
		RunContext context = RunTasklet.context(this.runs, step);
		if (!this.parts.areHandedOut(context.run())) {
			return this.own.handle(splitter, step);
		}
		Set<StepExecution> executions = splitter.split(step, 0);
		return PlainFailure.guard(step.getStepName(), () -> this.parts.handOut(this.sharing.of(context, executions)));
	}

}
