package io.rollcall.pipeline;

import java.sql.SQLException;

import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * A step of a run. What goes wrong is told without the words of libraries, because Batch
 * keeps them in its tables and the messages of databases quote values.
 */
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
		try {
			execute(context(this.runs, step), step, contribution);
			return RepeatStatus.FINISHED;
		}
		catch (RunFailure ex) {
			throw ex;
		}
		catch (Exception ex) {
			throw plain(ex);
		}
	}

	abstract void execute(RunContext context, StepExecution step, StepContribution contribution) throws Exception;

	static RunContext context(RunStore runs, StepExecution step) {
		JobParameters parameters = step.getJobParameters();
		return RunContext
			.of(runs.get(parameters.getString(CAMPAIGN), parameters.getLocalDate(DATE), parameters.getLong(NUMBER)));
	}

	private static RuntimeException plain(Exception ex) {
		StringBuilder words = new StringBuilder(ex.getClass().getSimpleName());
		for (Throwable cause = ex.getCause(); cause != null; cause = cause.getCause()) {
			words.append(" < ").append(cause.getClass().getSimpleName());
			if (cause instanceof SQLException sql) {
				words.append(' ').append(sql.getSQLState());
			}
		}
		IllegalStateException plain = new IllegalStateException(words.toString());
		plain.setStackTrace(ex.getStackTrace());
		return plain;
	}

}
