package io.rollcall.pipeline.remote;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import io.rollcall.database.CampaignLock;
import io.rollcall.database.Database;
import io.rollcall.pipeline.CampaignRunJob;
import io.rollcall.run.InstallationKey;
import io.rollcall.run.RunFolders;
import io.rollcall.run.RunProgress;
import io.rollcall.run.WorkbookPasswords;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.integration.partition.StepExecutionRequestHandler;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * What a worker is made of. Not found by looking through packages: nobody but a worker
 * wants it. The context must hold the {@link Database} and the {@link WorkerSettings}.
 */
@Import(CampaignRunJob.class)
public class WorkerSetup {

	/**
	 * The property that says how long a part may give no sign before its worker gives up:
	 * by itself so long that no statement or workbook of a large campaign takes it.
	 */
	public static final String SILENCE = "rollcall.part-silence";

	private static final String ID = "rollcall.worker";

	/** Beside those that do parts: for the heart, and for bookkeeping. */
	private static final int MORE_CONNECTIONS = 2;

	/**
	 * What the context of a worker has to be told: nothing is made before it is needed,
	 * so that there is no job, no line of runs and no schema of its own.
	 * @param settings what the worker was told
	 * @param temporary where workbooks lie while they are written
	 * @return properties of the application
	 */
	public static Map<String, Object> properties(WorkerSettings settings, Path temporary) {
		String id = UUID.randomUUID().toString();
		return Map.of(ID, id, "spring.main.lazy-initialization", "true", "spring.flyway.enabled", "false",
				"rollcall.temporary", temporary.toString(), "spring.datasource.hikari.maximum-pool-size",
				String.valueOf(2 * settings.threads() + MORE_CONNECTIONS),
				"spring.datasource.hikari.connection-init-sql", "set application_name = '" + session(id) + "'");
	}

	private static String session(String id) {
		return "rollcall worker " + id;
	}

	@Bean
	RunFolders sharedFolders(WorkerSettings settings) {
		return new RunFolders() {

			@Override
			public Path input(Path noted) {
				return settings.input();
			}

			@Override
			public Path output(Path noted) {
				return settings.output();
			}

		};
	}

	@Bean
	WorkbookPasswords sealedPasswords(PasswordSeal seal) {
		return (context) -> seal.get(context.run());
	}

	@Bean
	WorkerName workerName(@Value("${" + ID + "}") String id, ProgramVersion version) {
		return new WorkerName(UUID.fromString(id), CampaignLock.processName().replaceFirst("^rollcall ", ""),
				session(id), version.toString());
	}

	@Bean
	Transport transport(Database database, WorkerSettings settings, WorkerName name, ProgramVersion version) {
		return new Transport(database, settings.threads(), name.session(), version);
	}

	@Bean
	StepExecutionRequestHandler requestHandler(JobRepository repository, BeanFactory beans) {
		StepExecutionRequestHandler handler = new StepExecutionRequestHandler();
		handler.setJobRepository(repository);
		handler.setStepLocator((name) -> new Afresh(beans.getBean(name, Step.class)));
		return handler;
	}

	@Bean
	Bench bench(PartStore parts, Transport transport, StepExecutionRequestHandler handler, RunProgress progress,
			InstallationKey key, WorkerStore workers, WorkerName name,
			@Value("${" + SILENCE + ":10m}") Duration patience) {
		return new Bench(parts, transport, handler, progress, key, workers, name, patience);
	}

	@Bean
	Worker worker(WorkerSettings settings, InstallationKey key, WorkerStore workers, Bench bench) {
		return new Worker(settings, key, workers, bench);
	}

	/** Does a step whatever became of an earlier attempt at this very execution. */
	private record Afresh(Step step) implements Step {

		@Override
		public String getName() {
			return this.step.getName();
		}

		@Override
		public void execute(StepExecution execution) throws JobInterruptedException {
			execution.setExitStatus(ExitStatus.EXECUTING);
			this.step.execute(execution);
		}

	}

}
