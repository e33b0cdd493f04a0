package io.rollcall.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;

import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/**
 * Clears what an earlier attempt left aside, and tells when the reports are begun and
 * done.
 */
@Component
class ReportListener implements StepExecutionListener {

	private final RunStore runs;

	private final RunProgress progress;

	ReportListener(RunStore runs, RunProgress progress) {
		this.runs = runs;
		this.progress = progress;
	}

	@Override
	public void beforeStep(StepExecution step) {
		this.progress.listener().stepStarted(RunListener.Step.REPORT);
		try {
			Folders.delete(RunTasklet.context(this.runs, step).run().workFolder());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public ExitStatus afterStep(StepExecution step) {
		this.progress.listener()
			.stepEnded(RunListener.Step.REPORT, ReportStep.parts(RunTasklet.context(this.runs, step)).size());
		return null;
	}

}
