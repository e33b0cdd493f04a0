package io.rollcall.pipeline;

import io.rollcall.run.PlainFailure;
import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunStore;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/** A step of a run. What goes wrong is told without the words of libraries. */
abstract class RunTasklet implements Tasklet {

	/** The campaign's name among the job parameters. */
	static final String CAMPAIGN = "campaign";

	/** The business date among the job parameters. */
	static final String DATE = "date";

	/** The run's number among the job parameters. */
	static final String NUMBER = "number";

	private final RunStore runs;

	RunTasklet(RunStore runs) {
		this.runs = runs;
	}

	@Override
	public final RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) {
		StepExecution step = chunkContext.getStepContext().getStepExecution();
		return PlainFailure.guard(step.getStepName(), () -> {
			RunContext context = context(this.runs, step);
			this.runs.works(context.run());
			try {
				execute(context, step, contribution);
				return RepeatStatus.FINISHED;
			}
			catch (Exception ex) {
				if (writesReports() && PlainFailure.isFile(ex)) {
					throw new RunFailure("OUTPUT", context.run().campaignFolder());
				}
				throw ex;
			}
		});
	}

	/** Whether the files that this step may fail on are those of the output folder. */
	boolean writesReports() {
		return false;
	}

	abstract void execute(RunContext context, StepExecution step, StepContribution contribution) throws Exception;

	/** What makes a run one run in Batch's tables. */
	static JobParameters parameters(Run run) {
		return new JobParametersBuilder().addString(CAMPAIGN, run.campaign())
			.addLocalDate(DATE, run.date())
			.addLong(NUMBER, (long) run.number())
			.toJobParameters();
	}

	static RunContext context(RunStore runs, StepExecution step) {
		JobParameters parameters = step.getJobParameters();
		return RunContext
			.of(runs.get(parameters.getString(CAMPAIGN), parameters.getLocalDate(DATE), parameters.getLong(NUMBER)));
	}

}
