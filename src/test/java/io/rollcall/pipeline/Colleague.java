package io.rollcall.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import io.rollcall.Patience;
import io.rollcall.database.Database;
import io.rollcall.pipeline.remote.Worker;
import io.rollcall.pipeline.remote.WorkerSettings;
import io.rollcall.pipeline.remote.WorkerSetup;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A worker on another machine: its own home, and other paths to the shared folders. */
final class Colleague implements AutoCloseable {

	/** What the clock of that machine says is wrong. */
	private static final Duration BEHIND = Duration.ofMinutes(5);

	private final CountDownLatch end = new CountDownLatch(1);

	private final AtomicReference<RuntimeException> failure = new AtomicReference<>();

	private final ConfigurableApplicationContext context;

	private final Thread thread;

	private volatile boolean ready;

	/**
	 * Begins to work.
	 * @param machine the folder of that machine; its home is {@code home}
	 * @param input the input folder as it is called there
	 * @param output the output folder as it is called there
	 * @param more properties of its application
	 */
	Colleague(Path machine, Database database, Path input, Path output, Map<String, Object> more) {
		WorkerSettings settings = new WorkerSettings(input, output, 2);
		Map<String, Object> properties = new LinkedHashMap<>(
				WorkerSetup.properties(settings, machine.resolve("home/temporary")));
		properties.put("rollcall.home", machine.resolve("home").toString());
		properties.putAll(more);
		this.context = new SpringApplicationBuilder(WorkerSetup.class).properties(properties)
			.initializers((starting) -> {
				database.configure(starting.getEnvironment());
				InstantSource late = () -> Instant.now().minus(BEHIND);
				starting.getBeanFactory().registerSingleton("lateClock", late);
				starting.getBeanFactory().registerSingleton("database", database);
				starting.getBeanFactory().registerSingleton("workerSettings", settings);
			})
			.run();
		Worker worker = this.context.getBean(Worker.class);
		this.thread = new Thread(() -> {
			try {
				worker.work(this.end, () -> this.ready = true);
			}
			catch (RuntimeException ex) {
				this.failure.set(ex);
			}
		}, "colleague");
		this.thread.start();
	}

	/**
	 * Another machine that sees an installation's folders by other names and has its key.
	 */
	static Colleague of(Path installation, Database database, Map<String, Object> more) throws Exception {
		Path machine = Files.createTempDirectory(installation, "machine-");
		Files.createDirectories(machine.resolve("home"));
		Path key = installation.resolve("home/reference.key");
		if (Files.exists(key)) {
			Files.copy(key, machine.resolve("home/reference.key"));
		}
		Path input = Files.createSymbolicLink(machine.resolve("eingang"), installation.resolve("input"));
		Path output = Files.createSymbolicLink(machine.resolve("ausgang"),
				Files.createDirectories(installation.resolve("output")));
		return new Colleague(machine, database, input, output, more);
	}

	Colleague ready() throws Exception {
		Patience.await("worker", () -> this.ready || !this.thread.isAlive(), this.failure::get);
		return this;
	}

	/** Something its worker is made of. */
	Object bean(String name) {
		return this.context.getBean(name);
	}

	/** Why it ended by itself. */
	RuntimeException failure() throws Exception {
		Patience.await("end", () -> !this.thread.isAlive(), () -> "it works");
		return this.failure.get();
	}

	@Override
	public void close() {
		this.end.countDown();
		try {
			failure();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
		this.context.close();
	}

}
