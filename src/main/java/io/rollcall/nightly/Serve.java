package io.rollcall.nightly;

import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import io.micrometer.core.instrument.MeterRegistry;
import io.rollcall.access.AuditLog.Actor;
import io.rollcall.database.Database;
import io.rollcall.pipeline.RunService;
import io.rollcall.pipeline.remote.Managing;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;

/** The process that serves: scheduler, line, mail, health and figures. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ Office.class, HealthPages.class })
public class Serve {

	private static final Duration MAIL = Duration.ofSeconds(10);

	private static final LocalTime CLEARING = LocalTime.of(3, 30);

	@Bean
	LineRunner lineRunner(Database database, RunLine line, LineStore store, RunService runs, ServeSettings settings) {
		return new LineRunner(database, line, store, runs, settings.runsAtOnce());
	}

	@Bean
	JobFolder jobFolder(ServeSettings settings) {
		return new JobFolder(settings.jobs());
	}

	@Bean
	Alarm alarm(ServeSettings settings, JobFolder folder, Schedules schedules, Database database, Locks locks,
			InstantSource clock, DataSource dataSource, List<Task<?>> tasks, List<Beat> beats) {
		return new Alarm(settings, folder, schedules, database, locks, clock, dataSource, tasks, beats);
	}

	@Bean
	Mailer mailer(MailBox box, MailTexts texts, ObjectProvider<JavaMailSender> server) {
		return new Mailer(box, texts, server);
	}

	@Bean
	Task<Void> mailing(Mailer mailer) {
		return Tasks.recurring("mail", FixedDelay.of(MAIL)).execute((instance, context) -> mailer.work());
	}

	@Bean
	Task<Void> clearing(Retention retention) {
		return Tasks.recurring("retention", new Daily(ZoneId.of("Asia/Shanghai"), CLEARING))
			.execute((instance, context) -> retention.clear(false, Actor.SYSTEM));
	}

	/** Every process does so for itself: the one whose task it were might have died. */
	@Bean
	Beat tidying(RunLine line) {
		return line::tidy;
	}

	@Bean
	Beat workersSeen(Managing managing) {
		return managing::beat;
	}

	@Bean
	Beat gauges(JdbcClient jdbc, InstantSource clock, MeterRegistry registry) {
		return new RunGauges(jdbc, clock, registry);
	}

}
