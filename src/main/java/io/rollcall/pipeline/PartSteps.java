package io.rollcall.pipeline;

import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The steps that do one part each, a file or a workbook, whichever process does it. All
 * parts are asked for again at every restart, because what they made may be gone
 * (unlogged tables after a crash, files aside); each part finds out for itself what is
 * left to do.
 */
@Configuration(proxyBeanMethods = false)
public class PartSteps {

	/** Loads a file. */
	public static final String LOAD = "load.part";

	/** Writes a workbook, or the tables. */
	public static final String REPORT = "report.part";

	@Bean(LOAD)
	Step loadPart(JobRepository repository, PlatformTransactionManager transactions, LoadStep load) {
		return part(LOAD, load, repository, transactions);
	}

	@Bean(REPORT)
	Step reportPart(JobRepository repository, PlatformTransactionManager transactions, ReportStep report) {
		return part(REPORT, report, repository, transactions);
	}

	private static Step part(String name, Tasklet tasklet, JobRepository repository,
			PlatformTransactionManager transactions) {
		return new StepBuilder(name, repository).allowStartIfComplete(true).tasklet(tasklet, transactions).build();
	}

}
