package io.rollcall.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import io.rollcall.database.Database;
import io.rollcall.database.Home;
import io.rollcall.pipeline.CampaignRunJob;
import io.rollcall.pipeline.remote.Worker;
import io.rollcall.pipeline.remote.WorkerSettings;
import io.rollcall.pipeline.remote.WorkerSetup;
import io.rollcall.pipeline.remote.WorkerTemporary;
import io.rollcall.text.Messages;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code worker}: does parts of other processes' runs, until somebody ends it. */
@Command(name = "worker")
final class WorkerCommand implements Callable<Integer> {

	@Mixin
	private CommonOptions common;

	@Mixin
	private DatabaseOption database;

	@Option(names = "--input", paramLabel = "DIR", defaultValue = "input", descriptionKey = "cli.help.input")
	private Path input;

	@Option(names = "--output", paramLabel = "DIR", defaultValue = "output", descriptionKey = "cli.help.output")
	private Path output;

	@Option(names = "--threads", paramLabel = "N", descriptionKey = "cli.help.threads")
	private Integer threads;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		Messages messages = this.common.messages();
		int atOnce = (this.threads != null) ? this.threads : CampaignRunJob.THREADS;
		if (atOnce < 1 || atOnce > WorkerSettings.MOST_THREADS) {
			throw new UsageError(messages.get("cli.threads", atOnce, WorkerSettings.MOST_THREADS));
		}
		if (Database.isEmbedded(this.database.url())) {
			throw new UsageError(messages.get("cli.remote.database", "worker"));
		}
		WorkerSettings settings = new WorkerSettings(absolute(this.input), absolute(this.output), atOnce);
		CountDownLatch end = new CountDownLatch(1);
		Interrupts.stopping(end::countDown, () -> {
			work(settings, messages, end);
			return null;
		});
		return ExitCode.OK;
	}

	private void work(WorkerSettings settings, Messages messages, CountDownLatch end) {
		Path home = Home.create(Home.path());
		System.setProperty("LOG_FILE", Session.logFile().toString());
		PrintWriter out = this.spec.commandLine().getOut();
		try (Database open = Database.open(this.database.url(), home);
				WorkerTemporary temporary = WorkerTemporary.in(home);
				ConfigurableApplicationContext context = start(home, open, settings, temporary)) {
			context.getBean(Worker.class)
				.work(end, () -> out.println(messages.get("cli.worker.begun", settings.input(), settings.output(),
						settings.threads(), Session.logFile())));
		}
	}

	private static ConfigurableApplicationContext start(Path home, Database open, WorkerSettings settings,
			WorkerTemporary temporary) {
		Map<String, Object> properties = new LinkedHashMap<>(Session.properties(home, open));
		properties.putAll(WorkerSetup.properties(settings, temporary.folder()));
		return new SpringApplicationBuilder(WorkerSetup.class).properties(properties).initializers((starting) -> {
			starting.getBeanFactory().registerSingleton("database", open);
			starting.getBeanFactory().registerSingleton("workerSettings", settings);
		}).run();
	}

	private static Path absolute(Path path) {
		return path.toAbsolutePath().normalize();
	}

}
