package io.rollcall.pipeline;

import java.io.IOException;

import io.rollcall.run.OutputFolders;
import io.rollcall.run.PlainFailure;
import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunMetrics;
import io.rollcall.run.RunProgress;
import io.rollcall.run.RunStore;
import org.springframework.batch.core.BatchStatus;
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

	private final ReportStep report;

	private final RunProgress progress;

	private final RunMetrics metrics;

	ReportListener(RunStore runs, ReportStep report, RunProgress progress, RunMetrics metrics) {
		this.metrics = metrics;
		this.runs = runs;
		this.report = report;
		this.progress = progress;
	}

	@Override
	public void beforeStep(StepExecution step) {
		PlainFailure.guard(step.getStepName(), () -> {
			this.progress.beginReports();
			return clear(RunTasklet.context(this.runs, step).run());
		});
	}

	private Run clear(Run run) {
		try {
			this.report.clear(run);
			// The summary tells what is out of line with the nights before.
			this.metrics.record(run);
			return run;
		}
		catch (IOException ex) {
			throw new RunFailure("OUTPUT", run.campaignFolder());
		}
	}

	@Override
	public ExitStatus afterStep(StepExecution step) {
		if (step.getStatus() == BatchStatus.COMPLETED) {
			int parts = PlainFailure.guard(step.getStepName(), () -> {
				RunContext context = RunTasklet.context(this.runs, step);
				OutputFolders.deleteHalfWritten(context.run());
				return ReportStep.parts(context).size();
			});
			this.progress.listener().stepEnded(RunListener.Step.REPORT, parts);
		}
		return null;
	}

}
