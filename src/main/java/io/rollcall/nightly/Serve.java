package io.rollcall.nightly;

import java.time.InstantSource;
import java.util.List;

import javax.sql.DataSource;

import io.micrometer.core.instrument.MeterRegistry;
import com.github.kagkarlsson.scheduler.task.Task;
import io.rollcall.database.Database;
import io.rollcall.pipeline.RunService;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The process that serves: scheduler, line, mail, health and figures. */
@ServesOnly
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ Office.class, HealthPages.class })
public class Serve {

	@Bean
	LineRunner lineRunner(Database database, RunLine line, LineStore store, RunService runs) {
		return new LineRunner(database, line, store, runs);
	}

	@Bean
	Alarm alarm(ServeSettings settings, Schedules schedules, Database database, Locks locks, InstantSource clock,
			DataSource dataSource, List<Task<?>> tasks, List<Beat> beats) {
		return new Alarm(settings, schedules, database, locks, clock, dataSource, tasks, beats);
	}

	/** Every process does so for itself: the one whose task it were might have died. */
	@Bean
	Beat tidying(RunLine line) {
		return line::tidy;
	}

	@Bean
	Beat gauges(JdbcClient jdbc, InstantSource clock, MeterRegistry registry) {
		return new RunGauges(jdbc, clock, registry);
	}

}
