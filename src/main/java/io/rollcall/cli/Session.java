package io.rollcall.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import io.rollcall.database.CampaignLock;
import io.rollcall.database.Database;
import io.rollcall.database.DatabaseException;
import io.rollcall.database.Home;
import io.rollcall.pipeline.CampaignRunJob;
import io.rollcall.pipeline.HandedIn;
import io.rollcall.pipeline.RunFailure;
import io.rollcall.pipeline.Explanations;
import io.rollcall.pipeline.RunService;
import io.rollcall.pipeline.WhatIf;
import io.rollcall.text.Messages;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The database and the application, open for the time of one command. */
final class Session implements AutoCloseable {

	private final Database database;

	private final ConfigurableApplicationContext context;

	private Session(Database database, ConfigurableApplicationContext context) {
		this.database = database;
		this.context = context;
	}

	/**
	 * Opens both; where that takes a moment the reader is told. Without a terminal only
	 * the start of the database is told of, which takes longest.
	 * @param out where to tell it
	 */
	static Session open(String databaseUrl, Messages messages, PrintWriter out) {
		StartNotice notice = StartNotice.after(out, messages.get("cli.starting"));
		try {
			Database database = database(databaseUrl);
			if (!Terminal.isLive()) {
				notice.close();
			}
			return new Session(database, application(database));
		}
		finally {
			notice.close();
		}
	}

	/** As the other one, in a command whose output programs read: on a terminal only. */
	static Session openQuietly(String databaseUrl, Messages messages, PrintWriter errors) {
		if (Terminal.isLive()) {
			return open(databaseUrl, messages, errors);
		}
		Database database = database(databaseUrl);
		return new Session(database, application(database));
	}

	private static Database database(String databaseUrl) {
		Path home = Home.create(Home.path());
		System.setProperty("LOG_FILE", logFile().toString());
		return Database.open(databaseUrl, home);
	}

	private static ConfigurableApplicationContext application(Database database) {
		try {
			Map<String, Object> properties = new LinkedHashMap<>();
			properties.put("rollcall.home", Home.create(Home.path()).toString());
			properties.put("spring.datasource.url", database.jdbcUrl());
			properties.put("spring.datasource.username", database.user());
			properties.put("spring.datasource.password", database.password());
			properties.put("logging.file.name", logFile().toString());
			properties.put("logging.threshold.console", "off");
			SpringApplication application = new SpringApplicationBuilder(CampaignRunJob.class).properties(properties)
				.build();
			return application.run();
		}
		catch (RuntimeException ex) {
			database.close();
			throw ex;
		}
	}

	static Path logFile() {
		return Home.path().resolve("logs").resolve("rollcall.log");
	}

	RunService runs() {
		return this.context.getBean(RunService.class);
	}

	Explanations explanations() {
		return this.context.getBean(Explanations.class);
	}

	HandedIn handedIn() {
		return this.context.getBean(HandedIn.class);
	}

	WhatIf whatIf() {
		return this.context.getBean(WhatIf.class);
	}

	/**
	 * Works under the campaign's lock; Ctrl-C stops the work at a place from which it can
	 * be resumed.
	 */
	<T> T locked(String campaign, Function<RunService, T> work) {
		RunService runs = runs();
		try (CampaignLock lock = CampaignLock.acquire(this.database, campaign)) {
			runs.guard(() -> verify(lock, campaign));
			return Interrupts.stopping(runs::stop, () -> work.apply(runs));
		}
	}

	private static void verify(CampaignLock lock, String campaign) {
		try {
			lock.verify();
		}
		catch (DatabaseException ex) {
			throw new RunFailure("LOCK_LOST", campaign);
		}
	}

	/** Whether some process is working on a campaign's runs just now. */
	boolean isBusy(String campaign) {
		return CampaignLock.holder(this.database, campaign).isPresent();
	}

	@Override
	public void close() {
		try {
			this.context.close();
		}
		finally {
			this.database.close();
		}
	}

}
