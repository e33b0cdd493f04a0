package io.rollcall.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import io.rollcall.database.Database;
import io.rollcall.database.Home;
import io.rollcall.database.LockHolder;
import io.rollcall.inquiry.Explanations;
import io.rollcall.inquiry.WhatIf;
import io.rollcall.nightly.Office;
import io.rollcall.nightly.ReadingRoom;
import io.rollcall.nightly.RunLine;
import io.rollcall.pipeline.RunService;
import io.rollcall.results.PastRuns;
import io.rollcall.text.Messages;
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
	 * Opens both; where that takes a moment the reader is told.
	 * @param out where to tell it
	 * @param arguments properties that come before all others, {@code --name=value}
	 */
	static Session open(String databaseUrl, Messages messages, PrintWriter out, String... arguments) {
		return open(databaseUrl, messages, out, false, arguments);
	}

	/** As the other one, in a command whose output programs read: on a terminal only. */
	static Session openQuietly(String databaseUrl, Messages messages, PrintWriter errors) {
		return open(databaseUrl, messages, onTerminal(errors), false);
	}

	/**
	 * As the one before, for a command that only looks up: much sooner, with no more than
	 * the {@link ReadingRoom} has. Where the tables are not this program's they are made
	 * so first, as everywhere.
	 */
	static Session openToRead(String databaseUrl, Messages messages, PrintWriter errors) {
		return open(databaseUrl, messages, onTerminal(errors), true);
	}

	private static PrintWriter onTerminal(PrintWriter errors) {
		return Terminal.isWatched() ? errors : new PrintWriter(Writer.nullWriter());
	}

	private static Session open(String databaseUrl, Messages messages, PrintWriter out, boolean toRead,
			String... arguments) {
		Path home = Home.create(Home.path());
		System.setProperty("LOG_FILE", logFile().toString());
		try (StartNotice notice = new StartNotice(out, messages, Terminal.isWatched())) {
			Supplier<Database> open = () -> Database.open(databaseUrl, home, notice::opening);
			return toRead ? reading(home, open.get(), notice)
					: working(home, new DatabaseAhead(open::get, notice), arguments);
		}
	}

	private static Session working(Path home, DatabaseAhead ahead, String... arguments) {
		try {
			ConfigurableApplicationContext context = new SpringApplicationBuilder(Office.class)
				.properties(properties(home))
				.properties(Map.of("spring.flyway.enabled", false))
				.initializers(ahead::giveTo)
				.run(arguments);
			return new Session(ahead.get(), context);
		}
		catch (RuntimeException ex) {
			// Where the database is why, that is what is told.
			ahead.close();
			throw ex;
		}
	}

	private static Session reading(Path home, Database database, StartNotice notice) {
		notice.schema();
		if (!database.isCurrent()) {
			return working(home, new DatabaseAhead(() -> database, notice));
		}
		notice.reading();
		try {
			return new Session(database,
					new SpringApplicationBuilder(ReadingRoom.class).properties(properties(home, database))
						.lazyInitialization(true)
						.initializers((starting) -> starting.getBeanFactory().registerSingleton("database", database))
						.run());
		}
		catch (RuntimeException ex) {
			database.close();
			throw ex;
		}
	}

	/** What every application context is told. */
	static Map<String, Object> properties(Path home, Database database) {
		Map<String, Object> properties = properties(home);
		properties.put("spring.datasource.url", database.jdbcUrl());
		properties.put("spring.datasource.username", database.user());
		properties.put("spring.datasource.password", database.password());
		properties.put("rollcall.sessions", database.sessions());
		return properties;
	}

	private static Map<String, Object> properties(Path home) {
		Map<String, Object> properties = new LinkedHashMap<>();
		properties.put("rollcall.home", home.toString());
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

	PastRuns past() {
		return this.context.getBean(PastRuns.class);
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
		return LockHolder.of(this.database, campaign).isPresent();
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
