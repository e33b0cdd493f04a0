package io.rollcall.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

import io.rollcall.database.Database;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.EnumerablePropertySource;

/**
 * A database that opens, and whose tables are made, while the application that needs it
 * is put together beside it. Whoever asks for it waits.
 */
final class DatabaseAhead implements AutoCloseable {

	/** Of the application's properties those that only an open database can tell. */
	private static final Map<String, Function<Database, String>> PROPERTIES = Map.of("spring.datasource.url",
			Database::jdbcUrl, "spring.datasource.username", Database::user, "spring.datasource.password",
			Database::password, "rollcall.sessions", Database::sessions);

	/** Before, whatever is logged goes to the terminal. */
	private final CountDownLatch loggingIsSetUp = new CountDownLatch(1);

	private final FutureTask<Database> opening;

	/**
	 * Begins to open.
	 * @param open opens the database
	 * @param notice hears when the tables are looked at
	 */
	DatabaseAhead(Callable<Database> open, StartNotice notice) {
		this.opening = new FutureTask<>(() -> withTables(open.call(), notice));
		Thread thread = new Thread(this.opening, "database-opening");
		thread.setDaemon(true);
		thread.start();
	}

	private Database withTables(Database database, StartNotice notice) throws InterruptedException {
		try {
			notice.schema();
			if (!database.isCurrent()) {
				this.loggingIsSetUp.await();
				database.migrate();
			}
			return database;
		}
		catch (RuntimeException | InterruptedException ex) {
			database.close();
			throw ex;
		}
	}

	/**
	 * The open database, with its tables.
	 * @throws RuntimeException why it could not be opened
	 */
	Database get() {
		try {
			return this.opening.get();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof RuntimeException why) {
				throw why;
			}
			throw new IllegalStateException(ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** Gives the database to an application context that is about to be put together. */
	void giveTo(ConfigurableApplicationContext context) {
		this.loggingIsSetUp.countDown();
		context.getEnvironment().getPropertySources().addFirst(new Properties());
		// It outlives the context, which closes its connections first.
		((GenericApplicationContext) context).registerBean("database", Database.class, this::get,
				(definition) -> definition.setDestroyMethodName(""));
	}

	/** Lets go of the database, or of what has been opened of it. */
	@Override
	public void close() {
		this.loggingIsSetUp.countDown();
		get().close();
	}

	private final class Properties extends EnumerablePropertySource<DatabaseAhead> {

		Properties() {
			super("rollcall.database", DatabaseAhead.this);
		}

		@Override
		public String[] getPropertyNames() {
			return PROPERTIES.keySet().toArray(String[]::new);
		}

		@Override
		public @Nullable Object getProperty(String name) {
			Function<Database, String> property = PROPERTIES.get(name);
			return (property != null) ? property.apply(get()) : null;
		}

	}

}
