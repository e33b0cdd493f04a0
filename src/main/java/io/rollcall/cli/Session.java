package io.rollcall.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import io.rollcall.database.CampaignLock;
import io.rollcall.database.Database;
import io.rollcall.database.Home;
import io.rollcall.pipeline.CampaignRunJob;
import io.rollcall.pipeline.RunService;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The database and the application, open for the time of one command. */
final class Session implements AutoCloseable {

	/** A statement that is running is waited for when somebody presses Ctrl-C. */
	private static final int SECONDS_TO_STOP = 60;

	private final Database database;

	private final ConfigurableApplicationContext context;

	private Session(Database database, ConfigurableApplicationContext context) {
		this.database = database;
		this.context = context;
	}

	static Session open(String databaseUrl) {
		Path home = Home.create(Home.path());
		System.setProperty("LOG_FILE", home.resolve("logs").resolve("rollcall.log").toString());
		Database database = Database.open(databaseUrl, home);
		try {
			Map<String, Object> properties = new LinkedHashMap<>();
			properties.put("rollcall.home", home.toString());
			properties.put("spring.datasource.url", database.jdbcUrl());
			properties.put("spring.datasource.username", database.user());
			properties.put("spring.datasource.password", database.password());
			properties.put("logging.file.name", home.resolve("logs").resolve("rollcall.log").toString());
			properties.put("logging.threshold.console", "off");
			SpringApplication application = new SpringApplicationBuilder(CampaignRunJob.class).properties(properties)
				.build();
			return new Session(database, application.run());
		}
		catch (RuntimeException ex) {
			database.close();
			throw ex;
		}
	}

	RunService runs() {
		return this.context.getBean(RunService.class);
	}

	/**
	 * Works under the campaign's lock; Ctrl-C stops the work at a place from which it can
	 * be resumed.
	 */
	<T> T locked(String campaign, Function<RunService, T> work) {
		CountDownLatch done = new CountDownLatch(1);
		Thread hook = new Thread(() -> {
			runs().stop();
			try {
				done.await(SECONDS_TO_STOP, TimeUnit.SECONDS);
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		Runtime.getRuntime().addShutdownHook(hook);
		try (CampaignLock lock = CampaignLock.acquire(this.database, campaign)) {
			T result = work.apply(runs());
			lock.verify();
			return result;
		}
		finally {
			done.countDown();
			try {
				Runtime.getRuntime().removeShutdownHook(hook);
			}
			catch (IllegalStateException ex) {
				// The process is ending already: the hook has done its work.
			}
		}
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
