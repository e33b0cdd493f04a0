package io.rollcall.nightly;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.rollcall.access.Accounts;
import io.rollcall.access.AuditLog;
import io.rollcall.access.FirstPassword;
import io.rollcall.database.Database;
import io.rollcall.inquiry.Reading;
import io.rollcall.pipeline.remote.WorkerStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The part of the {@link Office} that commands need which only read. It is there in a
 * quarter of the time: no job, no migrations, no transactions around methods, and nothing
 * configured by itself. The context must hold the {@link Database}, whose schema must be
 * {@linkplain Database#isCurrent() current}.
 */
@Configuration(proxyBeanMethods = false)
@Import({ Reading.class, AuditLog.class, Accounts.class, FirstPassword.class, Schools.class, WorkerStore.class })
public class ReadingRoom {

	private static final int CONNECTIONS = 4;

	@Bean
	DataSource dataSource(Database database) {
		HikariConfig pool = new HikariConfig();
		pool.setJdbcUrl(database.jdbcUrl());
		pool.setUsername(database.user());
		pool.setPassword(database.password());
		pool.setMaximumPoolSize(CONNECTIONS);
		pool.setMinimumIdle(0);
		return new HikariDataSource(pool);
	}

	@Bean
	JdbcTemplate jdbcTemplate(DataSource dataSource) {
		return new JdbcTemplate(dataSource);
	}

	@Bean
	JdbcClient jdbcClient(JdbcTemplate template) {
		return JdbcClient.create(template);
	}

	@Bean
	PlatformTransactionManager transactionManager(DataSource dataSource) {
		return new JdbcTransactionManager(dataSource);
	}

}
