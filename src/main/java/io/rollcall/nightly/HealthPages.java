package io.rollcall.nightly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.rollcall.pipeline.remote.WorkerStore;
import io.rollcall.pipeline.remote.WorkerStore.Seen;
import io.rollcall.text.Messages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Health: one word for everybody on the port of the pages, details on the management
 * port.
 */
@Configuration(proxyBeanMethods = false)
class HealthPages {

	/** A run writes its inputs into the database and reports beside. */
	private static final int TIMES_THE_INPUT = 4;

	private static final long LEAST_BYTES = 200L << 20;

	/** Files that keep their campaign out are told; they make nobody ill. */
	@Bean
	HealthIndicator jobsHealthIndicator(JobFolder folder) {
		return () -> {
			JobFolder.Content content = folder.read();
			Health.Builder health = Health.up().withDetail("campaigns", content.jobs().keySet());
			content.wrong().forEach((file, why) -> health.withDetail(file, why.sentence().apply(Messages.of("en"))));
			return health.build();
		};
	}

	@Bean
	HealthIndicator scheduleHealthIndicator(Alarm alarm, LineRunner line) {
		return () -> Health.status((alarm.isAlive() && line.isAlive()) ? Status.UP : Status.DOWN)
			.withDetail("schedule", alarm.isAlive())
			.withDetail("line", line.isAlive())
			.build();
	}

	/** A failed night is for people to look at; the process is well. */
	@Bean
	HealthIndicator lastRunHealthIndicator(JdbcClient jdbc) {
		return () -> {
			Health.Builder health = Health.up();
			jdbc.sql("""
					select distinct on (c.name) c.name, r.business_date || '-' || r.number || ' ' || r.status as outcome
					  from run r join campaign c using (campaign_id)
					 where r.status in ('published', 'held', 'dropped', 'failed', 'stopped')
					 order by c.name, r.settled_at desc
					""").query((row) -> {
				health.withDetail(row.getString("name"), row.getString("outcome"));
			});
			return health.build();
		};
	}

	/**
	 * Runs whose parts no worker takes or gets on with are for people to look at; the
	 * process is well.
	 */
	@Bean
	HealthIndicator workersHealthIndicator(JdbcClient jdbc, WorkerStore workers) {
		return () -> {
			List<Seen> alive = workers.alive();
			Health.Builder health = Health.up().withDetail("workers", alive.size());
			alive.stream()
				.filter(Seen::isSilent)
				.forEach((worker) -> health.withDetail(worker.name(),
						"no progress for " + worker.silence().toMinutes() + " min: " + worker.part()));
			jdbc.sql("""
					select c.name || '/' || r.business_date || '-' || r.number as run, p.step
					  from run_progress p join run r using (run_id) join campaign c on c.campaign_id = r.campaign_id
					 where p.waiting and r.status = 'running'
					""").query((row) -> {
				health.withDetail(row.getString("run"), row.getString("step") + ": waiting for a worker");
			});
			return health.build();
		};
	}

	/** Whether the next run finds room, going by the last one's inputs. */
	@Bean
	HealthIndicator diskHealthIndicator(JdbcClient jdbc, ServeSettings settings, @Value("${rollcall.home}") Path home) {
		return () -> {
			long inputs = jdbc.sql("""
					select coalesce(max(size), 0) from (select sum(size) as size from run_file
					 where run_id in (select run_id from run order by run_id desc limit 20) group by run_id) of_run
					""").query(Long.class).single();
			long needed = LEAST_BYTES + inputs * TIMES_THE_INPUT;
			boolean room = true;
			Health.Builder health = Health.unknown().withDetail("needed", needed);
			for (Map.Entry<String, Path> place : Map.of("output", settings.output(), "home", home).entrySet()) {
				long free = free(place.getValue());
				health.withDetail(place.getKey(), free);
				room &= free >= needed;
			}
			return health.status(room ? Status.UP : Status.DOWN).build();
		};
	}

	private static long free(Path folder) {
		try {
			Path there = folder.toAbsolutePath();
			while (!Files.exists(there) && there.getParent() != null) {
				there = there.getParent();
			}
			return Files.getFileStore(there).getUsableSpace();
		}
		catch (IOException ex) {
			return 0;
		}
	}

	/** Health on the port of the pages. */
	@RestController
	static class OneWord {

		private final HealthEndpoint endpoint;

		OneWord(HealthEndpoint endpoint) {
			this.endpoint = endpoint;
		}

		@GetMapping("/actuator/health")
		ResponseEntity<Map<String, String>> health() {
			return word(this.endpoint.health());
		}

		@GetMapping("/actuator/health/readiness")
		ResponseEntity<Map<String, String>> readiness() {
			return word(this.endpoint.healthForPath("readiness"));
		}

		private static ResponseEntity<Map<String, String>> word(HealthDescriptor health) {
			boolean up = health != null && health.getStatus().equals(Status.UP);
			return ResponseEntity.status(up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
				.body(Map.of("status", up ? "UP" : "DOWN"));
		}

	}

}
