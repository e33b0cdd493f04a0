package io.rollcall.pipeline;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.rollcall.database.StagedFields;
import io.rollcall.results.RunStory;
import io.rollcall.run.PartThreads;
import io.rollcall.run.PlainFailure;
import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import io.rollcall.run.RunFile;
import io.rollcall.run.RunFileStore;
import io.rollcall.run.RunProgress;
import io.rollcall.run.RunStore;
import io.rollcall.staging.StagingWriter;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.partition.support.SimpleStepExecutionSplitter;
import org.springframework.batch.core.partition.support.TaskExecutorPartitionHandler;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.LifecycleAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizationAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;

/** The job: freeze, load by file, judge, report by college, publish. */
@Configuration(proxyBeanMethods = false)
// Named one by one: all that a server needs besides would make every command start a
// third later.
@ImportAutoConfiguration({ ConfigurationPropertiesAutoConfiguration.class, PropertyPlaceholderAutoConfiguration.class,
		LifecycleAutoConfiguration.class, DataSourceAutoConfiguration.class,
		DataSourceTransactionManagerAutoConfiguration.class, JdbcTemplateAutoConfiguration.class,
		JdbcClientAutoConfiguration.class, PersistenceExceptionTranslationAutoConfiguration.class,
		TransactionManagerCustomizationAutoConfiguration.class, TransactionAutoConfiguration.class,
		FlywayAutoConfiguration.class, BatchJdbcAutoConfiguration.class })
@ComponentScan(basePackageClasses = { Run.class, StagingWriter.class, RunStory.class, CampaignRunJob.class })
public class CampaignRunJob {

	/** The job's name in Batch's tables. */
	static final String NAME = "campaign-run";

	/** How many parts a process does at once unless somebody says otherwise. */
	public static final int THREADS = Math.max(2, Math.min(4, Runtime.getRuntime().availableProcessors()));

	@Bean
	FlywayMigrationStrategy schema() {
		return (flyway) -> {
			flyway.migrate();
			StagedFields.complete(flyway.getConfiguration().getDataSource());
		};
	}

	@Bean
	Job campaignRun(JobRepository repository, PlatformTransactionManager transactions, RunStore runs,
			RunFileStore files, FreezeStep freeze, @Qualifier(PartSteps.LOAD) Step load, JudgeStep judge,
			@Qualifier(PartSteps.REPORT) Step report, PublishStep publish, LoadListener loading,
			ReportListener reporting, RunProgress progress, Parts parts, SharedParts sharing) {
		Steps steps = new Steps(repository, transactions, runs, progress, parts);
		return new JobBuilder(NAME, repository).start(steps.single("freeze", freeze))
			.next(steps.partitioned("load", load, loading, (context) -> fileParts(context, files), sharing::files))
			.next(steps.again("judge", judge))
			.next(steps.partitioned("report", report, reporting, CampaignRunJob::reportParts, sharing::reports))
			.next(steps.single("publish", publish))
			.build();
	}

	/** Partitions are named by role and content, so that a restart finds them again. */
	private static Map<String, ExecutionContext> fileParts(RunContext context, RunFileStore files) {
		Map<String, ExecutionContext> parts = new LinkedHashMap<>();
		for (RunFile file : files.all(context.run(), context.campaign())) {
			if (file.status() == RunFile.Status.LISTED || file.status() == RunFile.Status.LOADED) {
				ExecutionContext part = new ExecutionContext();
				part.putInt(LoadStep.FILE, file.number());
				parts.put(file.input().role().word() + "-" + file.input().sha256().substring(0, 24), part);
			}
		}
		return parts;
	}

	private static Map<String, ExecutionContext> reportParts(RunContext context) {
		Map<String, ExecutionContext> parts = new LinkedHashMap<>();
		for (String name : ReportStep.parts(context)) {
			ExecutionContext part = new ExecutionContext();
			part.putString(ReportStep.PART, name);
			parts.put(name, part);
		}
		return parts;
	}

	/** Builds the steps of the job. */
	private record Steps(JobRepository repository, PlatformTransactionManager transactions, RunStore runs,
			RunProgress progress, Parts parts) {

		Step single(String name, Tasklet tasklet) {
			return new StepBuilder(name, this.repository).tasklet(tasklet, this.transactions).build();
		}

		/**
		 * A step that is asked for at every restart, because what it made may be gone: it
		 * finds out for itself whether there is anything left to do.
		 */
		Step again(String name, Tasklet tasklet) {
			return new StepBuilder(name, this.repository).allowStartIfComplete(true)
				.tasklet(tasklet, this.transactions)
				.build();
		}

		/** A step in parts, which own threads do or workers. */
		Step partitioned(String name, Step part, StepExecutionListener listener,
				Function<RunContext, Map<String, ExecutionContext>> names, PartsInTurn.Sharing sharing) {
			TaskExecutorPartitionHandler own = new TaskExecutorPartitionHandler();
			own.setStep(part);
			own.setTaskExecutor(new PartThreads(name, THREADS, this.progress));
			own.setGridSize(THREADS);
			return new StepBuilder(name, this.repository).allowStartIfComplete(true)
				.listener(listener)
				.partitioner(part)
				.splitter(splitter(part.getName(), names))
				.partitionHandler(new PartsInTurn(this.runs, this.parts, own, sharing))
				.build();
		}

		private StepExecutionSplitter splitter(String name, Function<RunContext, Map<String, ExecutionContext>> parts) {
			return new StepExecutionSplitter() {

				@Override
				public String getStepName() {
					return name;
				}

				@Override
				public Set<StepExecution> split(StepExecution step, int gridSize)
						throws org.springframework.batch.core.job.JobExecutionException {
					Map<String, ExecutionContext> all = PlainFailure.guard(name,
							() -> parts.apply(RunTasklet.context(Steps.this.runs, step)));
					SimpleStepExecutionSplitter splitter = new SimpleStepExecutionSplitter(Steps.this.repository, name,
							(size) -> all);
					splitter.setAllowStartIfComplete(true);
					// In the order of the parts: the longest may come first.
					List<String> order = all.keySet().stream().map((part) -> name + ':' + part).toList();
					Set<StepExecution> split = splitter.split(step, gridSize);
					all.forEach((part, own) -> split.stream()
						.filter((execution) -> execution.getStepName().equals(name + ':' + part))
						.forEach((execution) -> complete(execution, own)));
					return split.stream()
						.sorted(Comparator.comparingInt((part) -> order.indexOf(part.getStepName())))
						.collect(Collectors.toCollection(LinkedHashSet::new));
				}

			};
		}

		/**
		 * A part that was asked for before begins with what was written down of it; a
		 * database that went just then has only its name.
		 */
		private void complete(StepExecution part, ExecutionContext own) {
			if (!part.getExecutionContext().toMap().entrySet().containsAll(own.toMap().entrySet())) {
				own.toMap().forEach(part.getExecutionContext()::put);
				this.repository.updateExecutionContext(part);
			}
		}

	}

}
