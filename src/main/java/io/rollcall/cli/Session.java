package io.rollcall.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import io.rollcall.database.CampaignLock;
import io.rollcall.database.Database;
import io.rollcall.database.Home;
import io.rollcall.inquiry.Explanations;
import io.rollcall.inquiry.WhatIf;
import io.rollcall.nightly.Office;
import io.rollcall.nightly.RunLine;
import io.rollcall.pipeline.RunService;
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
			Map<String, Object> properties = properties(Home.create(Home.path()), database);
			SpringApplication application = new SpringApplicationBuilder(Office.class).properties(properties)
				.initializers((starting) -> starting.getBeanFactory().registerSingleton("database", database))
				.build();
			return application.run();
		}
		catch (RuntimeException ex) {
			database.close();
			throw ex;
		}
	}

	/** What every application context is told. */
	static Map<String, Object> properties(Path home, Database database) {
		Map<String, Object> properties = new LinkedHashMap<>();
		properties.put("rollcall.home", home.toString());
		properties.put("spring.datasource.url", database.jdbcUrl());
		properties.put("spring.datasource.username", database.user());
		properties.put("spring.datasource.password", database.password());
		properties.put("logging.file.name", logFile().toString());
		properties.put("logging.threshold.console", "off");
		return properties;
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

	WhatIf whatIf() {
		return this.context.getBean(WhatIf.class);
	}

	/** A bean of the office. */
	<T> T get(Class<T> type) {
		return this.context.getBean(type);
	}

	/**
	 * Works in the campaign's line; Ctrl-C takes a waiting run out of it, and stops a
	 * running one at a place from which it can be resumed.
	 */
	<T> T inLine(Function<RunLine, T> work) {
		RunLine line = get(RunLine.class);
		return Interrupts.stopping(line::stopHere, () -> work.apply(line));
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
