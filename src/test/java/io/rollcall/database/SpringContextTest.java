package io.rollcall.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;

import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shipped settings make Spring Boot, Flyway and Spring Batch work on an empty
 * database.
 */
class SpringContextTest {

	@Test
	void runsAJobOnAnEmptyDatabase() throws Exception {
		try (Database database = TestDatabase.fresh();
				ConfigurableApplicationContext context = new SpringApplicationBuilder(OneStep.class)
					.initializers((starting) -> database.configure(starting.getEnvironment()))
					.run()) {
			assertThat(count(context, "batch_job_execution")).isZero();
			JobExecution execution = context.getBean(JobOperator.class)
				.start(context.getBean(Job.class), new JobParametersBuilder().addLong("number", 1L).toJobParameters());
			assertThat(execution.getStatus().isUnsuccessful()).isFalse();
			assertThat(count(context, "batch_step_execution WHERE status = 'COMPLETED'")).isOne();
		}
	}

	private static long count(ConfigurableApplicationContext context, String from) throws SQLException {
		try (Connection connection = context.getBean(DataSource.class).getConnection();
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("SELECT count(*) FROM " + from)) {
			row.next();
			return row.getLong(1);
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class OneStep {

		@Bean
		Job job(JobRepository repository, PlatformTransactionManager transactions) {
			return new JobBuilder("one", repository)
				.start(new StepBuilder("step", repository)
					.tasklet((contribution, context) -> RepeatStatus.FINISHED, transactions)
					.build())
				.build();
		}

	}

}
