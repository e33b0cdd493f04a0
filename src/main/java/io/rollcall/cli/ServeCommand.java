package io.rollcall.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import io.rollcall.access.Accounts;
import io.rollcall.access.FirstPassword;
import io.rollcall.database.Database;
import io.rollcall.database.Home;
import io.rollcall.database.Serving;
import io.rollcall.nightly.JobFolder;
import io.rollcall.nightly.Schools;
import io.rollcall.nightly.Serve;
import io.rollcall.nightly.ServeSettings;
import io.rollcall.portal.Portal;
import io.rollcall.portal.WrongSetting;
import io.rollcall.run.RunFailure;
import io.rollcall.text.Messages;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code serve}: the schedule and the line of runs, until somebody ends it. */
@Command(name = "serve")
final class ServeCommand implements Callable<Integer> {

	/** Twice what an end in order takes at most. */
	private static final Duration LONGEST_END = Duration.ofMinutes(2);

	private static final int LAST_PORT = 65_535;

	/** More would only stand in one another's way. */
	private static final int MOST_AT_ONCE = 16;

	/** Enough for the pages and one run. */
	private static final int CONNECTIONS = 10;

	/** One for each of its threads, one for itself, and those that watch it. */
	private static final int CONNECTIONS_OF_A_RUN = 7;

	@Mixin
	private CommonOptions common;

	@Mixin
	private DatabaseOption database;

	@Option(names = "--port", paramLabel = "PORT", descriptionKey = "cli.help.port")
	private Integer port;

	@Option(names = "--address", paramLabel = "ADDRESS", descriptionKey = "cli.help.address")
	private String address;

	@Option(names = "--management-port", paramLabel = "PORT", descriptionKey = "cli.help.managementPort")
	private Integer managementPort;

	@Option(names = "--jobs", paramLabel = "DIR", defaultValue = "jobs", descriptionKey = "cli.help.jobs")
	private Path jobs;

	@Option(names = "--input", paramLabel = "DIR", defaultValue = "input", descriptionKey = "cli.help.input")
	private Path input;

	@Option(names = "--output", paramLabel = "DIR", defaultValue = "output", descriptionKey = "cli.help.output")
	private Path output;

	@Option(names = "--no-schedule", descriptionKey = "cli.help.noSchedule")
	private boolean unscheduled;

	@Option(names = "--runs-at-once", paramLabel = "N", defaultValue = "" + ServeSettings.USUAL_RUNS_AT_ONCE,
			descriptionKey = "cli.help.runsAtOnce")
	private int runsAtOnce;

	@Mixin
	private PartsOptions parts;

	@Option(names = "--stop", descriptionKey = "cli.help.stopServe")
	private boolean stop;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		Messages messages = this.common.messages();
		checkPort("--port", this.port, messages);
		checkPort("--management-port", this.managementPort, messages);
		if (this.stop) {
			return stop(messages);
		}
		if (this.port != null && this.port > 0 && this.port.equals(this.managementPort)) {
			throw new UsageError(messages.get("cli.serve.samePort", String.valueOf(this.port)));
		}
		checkAddress(messages);
		if (this.spec.commandLine().getParseResult().hasMatchedOption("--jobs") && !Files.isDirectory(this.jobs)) {
			throw new UsageError(messages.get("cli.serve.jobs", this.jobs));
		}
		if (this.runsAtOnce < 1 || this.runsAtOnce > MOST_AT_ONCE) {
			throw new UsageError(messages.get("cli.serve.atOnce", this.runsAtOnce, MOST_AT_ONCE));
		}
		String[] partsArguments = this.parts.arguments(this.database.url(), messages);
		CountDownLatch end = new CountDownLatch(1);
		Interrupts.stopping(end::countDown, () -> {
			Path home = Home.create(Home.path());
			Serving serving = Serving.begin(home, end::countDown);
			try {
				serve(home, messages, end, partsArguments);
			}
			finally {
				serving.close();
			}
			return null;
		});
		return ExitCode.OK;
	}

	/** 0 leaves the choice to the system. */
	private static void checkPort(String option, Integer wanted, Messages messages) {
		if (wanted != null && (wanted < 0 || wanted > LAST_PORT)) {
			throw new UsageError(messages.get("cli.serve.port", option, String.valueOf(wanted)));
		}
	}

	private void checkAddress(Messages messages) {
		if (this.address == null) {
			return;
		}
		try {
			InetAddress named = InetAddress.getByName(this.address);
			if (!named.isAnyLocalAddress() && NetworkInterface.getByInetAddress(named) == null) {
				throw new UsageError(messages.get("cli.serve.address", this.address));
			}
		}
		catch (IOException ex) {
			throw new UsageError(messages.get("cli.serve.address", this.address));
		}
	}

	/** Ends what serves from this home, as a signal does. */
	private int stop(Messages messages) {
		Serving.Outcome outcome = Serving.end(Home.path(), LONGEST_END);
		boolean ended = outcome == Serving.Outcome.ENDED;
		PrintWriter to = ended ? this.spec.commandLine().getOut() : this.spec.commandLine().getErr();
		to.println(messages.get("cli.serve." + outcome, Home.path()));
		return ended ? ExitCode.OK : ExitCode.FAILED;
	}

	private void serve(Path home, Messages messages, CountDownLatch end, String... more) {
		System.setProperty("LOG_FILE", Session.logFile().toString());
		PrintWriter out = this.spec.commandLine().getOut();
		try (StartNotice notice = new StartNotice(out, messages, Terminal.isWatched());
				Database open = Database.openToServe(this.database.url(), home, notice::opening);
				ConfigurableApplicationContext context = start(home, open, notice, more)) {
			notice.done();
			first(context, messages, out);
			out.println(messages.get("cli.serving", context.getEnvironment().getProperty("server.address"),
					context.getEnvironment().getProperty("local.server.port"), this.jobs, Session.logFile()));
			end.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * Somebody has to be able to sign in; only a terminal or the owner's file tells how.
	 * Of several schools it is the registrar of that whose campaign comes first by name.
	 */
	private static void first(ConfigurableApplicationContext context, Messages messages, PrintWriter out) {
		FirstPassword file = context.getBean(FirstPassword.class);
		JobFolder.Content jobs = context.getBean(JobFolder.class).read();
		String school = context.getBean(Schools.class).codes(jobs).stream().findFirst().orElse("");
		context.getBean(Accounts.class).addFirst(school, (password) -> {
			if (Terminal.isWatched()) {
				out.println(messages.get("cli.first.terminal"));
				out.println(password);
			}
			else {
				file.write(password);
				out.println(messages.get("cli.first.file", file.file()));
			}
		});
	}

	private ConfigurableApplicationContext start(Path home, Database open, StartNotice notice, String... more) {
		notice.schema();
		ServeSettings settings = new ServeSettings(absolute(this.jobs), absolute(this.input), absolute(this.output),
				!this.unscheduled, this.runsAtOnce);
		try {
			return new SpringApplicationBuilder(Serve.class, Portal.class)
				.properties(properties(home, open, this.runsAtOnce))
				.initializers((starting) -> {
					starting.getBeanFactory().registerSingleton("database", open);
					starting.getBeanFactory().registerSingleton("serveSettings", settings);
				})
				.run(arguments(more));
		}
		catch (RuntimeException ex) {
			for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
				if (cause instanceof PortInUseException taken) {
					throw new RunFailure("PORT", taken.getPort());
				}
				if (cause instanceof WrongSetting wrong) {
					throw new UsageError(wrong.sentence(this.common.messages()));
				}
			}
			throw ex;
		}
	}

	/** What holds unless somebody says otherwise in one of Spring Boot's ways. */
	private static Map<String, Object> properties(Path home, Database open, int runsAtOnce) {
		Map<String, Object> properties = Session.properties(home, open);
		properties.put("spring.datasource.hikari.minimum-idle", String.valueOf(CONNECTIONS));
		properties.put("spring.datasource.hikari.maximum-pool-size",
				String.valueOf(CONNECTIONS + (runsAtOnce - 1) * CONNECTIONS_OF_A_RUN));
		properties.putAll(ServePorts.USUAL);
		properties.put("server.shutdown", "graceful");
		properties.put("spring.lifecycle.timeout-per-shutdown-phase", "50s");
		properties.put("management.endpoints.web.exposure.include", "health,info,prometheus,metrics");
		properties.put("management.endpoint.health.show-details", "always");
		properties.put("management.endpoint.health.probes.enabled", "true");
		properties.put("management.endpoint.health.group.readiness.include", "readinessState,db");
		// A mail server that does not answer makes nobody ill: mails wait.
		properties.put("management.health.mail.enabled", "false");
		properties.put("management.health.diskspace.enabled", "false");
		for (String wait : new String[] { "connectiontimeout", "timeout", "writetimeout" }) {
			properties.put("spring.mail.properties.mail.smtp." + wait, "15000");
		}
		properties.put("spring.jmx.enabled", "false");
		properties.putAll(Portal.properties());
		return properties;
	}

	/** What was said on the command line comes before everything else. */
	private String[] arguments(String... more) {
		List<String> arguments = new ArrayList<>(List.of("--spring.main.web-application-type=servlet"));
		arguments.addAll(List.of(more));
		if (this.port != null) {
			arguments.add("--server.port=" + this.port);
		}
		if (this.address != null) {
			arguments.add("--server.address=" + this.address);
		}
		if (this.managementPort != null) {
			arguments.add("--management.server.port=" + this.managementPort);
		}
		return arguments.toArray(String[]::new);
	}

	private static Path absolute(Path path) {
		return path.toAbsolutePath().normalize();
	}

}
