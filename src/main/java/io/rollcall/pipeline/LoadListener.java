package io.rollcall.pipeline;

import io.rollcall.run.LoadProgress;
import io.rollcall.run.PlainFailure;
import io.rollcall.run.RunContext;
import io.rollcall.run.RunFile;
import io.rollcall.run.RunFileStore;
import io.rollcall.run.RunStore;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/** Tells when loading begins and ends. */
@Component
class LoadListener implements StepExecutionListener {

	private final RunStore runs;

	private final RunFileStore files;

	private final LoadProgress progress;

	LoadListener(RunStore runs, RunFileStore files, LoadProgress progress) {
		this.runs = runs;
		this.files = files;
		this.progress = progress;
	}

	@Override
	public void beforeStep(StepExecution step) {
		PlainFailure.guard(step.getStepName(), () -> {
			this.progress.begin(bytes(RunTasklet.context(this.runs, step)));
			return step;
		});
	}

	private long bytes(RunContext context) {
		return this.files.all(context.run(), context.campaign())
			.stream()
			.filter((file) -> file.status() == RunFile.Status.LISTED)
			.mapToLong((file) -> file.input().size())
			.sum();
	}

	@Override
	public ExitStatus afterStep(StepExecution step) {
		if (step.getStatus() == BatchStatus.COMPLETED) {
			this.progress.end();
		}
		return null;
	}

}
