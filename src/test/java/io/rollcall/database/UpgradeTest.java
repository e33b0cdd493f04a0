package io.rollcall.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** A database of the version before, with data in it, is brought up to date. */
class UpgradeTest {

	private static final String DATA = """
			insert into campaign (name, school_code) values ('old', '11736');
			insert into run (campaign_id, business_date, number, status, job_file, job_text, input_dir, output_dir, unmasked,
			                 started_at, finished_at, seconds)
			select campaign_id, '2020-11-10', n, status, 'old.yml', '', '/in', '/out', false, '2020-11-10 02:00+08',
			       '2020-11-10 02:01+08', 60
			  from campaign, (values (1, 'failed'), (2, 'published')) as r(n, status);
			insert into run_file (campaign_id, run_id, file_no, role, path, size, modified, sha256, status, rows_read,
			                      rows_loaded, rows_duplicate, rows_rejected)
			select campaign_id, run_id, f.no, f.role, 'a.csv', 1, now(), '', f.status, 10, 9, 2, 1
			  from run, (values (1, 'roster', 'loaded'), (2, 'platform', 'refused')) as f(no, role, status)
			 where run.status = 'published';
			insert into finding (campaign_id, run_id, finding_id, code, severity, student_key, college, student_no, candidate_no,
			                     name, field, roster_value, platform_value, admission_value, locations, detail, suggestion,
			                     state, first_seen, last_seen, found)
			select campaign_id, run_id, f.id, f.code, f.severity, '', '', '', '', '', '', '', '', '', '', '', '', 'open',
			       '2020-11-10', '2020-11-10', true
			  from run, (values ('1', 'ID_FORMAT', 'E'), ('2', 'ID_FORMAT', 'E'), ('3', 'VALUE_NORMALISED', 'I'))
			            as f(id, code, severity) where run.status = 'published';
			""";

	@Test
	void runsKeepWhatTheyWereAndGetTheirFigures() throws Exception {
		Database database = TestDatabase.fresh();
		Flyway.configure()
			.dataSource(database.jdbcUrl(), database.user(), database.password())
			.target("9")
			.load()
			.migrate();
		try (Connection connection = database.connect(); Statement statement = connection.createStatement()) {
			statement.execute(DATA);
			database.migrate();
			assertThat(text(statement,
					"""
							select string_agg(number || status || trigger || told || (settled_at = finished_at), ',' order by number)
							  from run
							"""))
				.isEqualTo("1failedcommandfailedtrue,2publishedcommandpublishedtrue");
			assertThat(text(statement, """
					select string_agg(kind || ' ' || name || ' ' || value, ',' order by kind, name) from run_metric
					 where name <> 'platform'
					""")).isEqualTo(
					"duplicates roster 2,files roster 0,findings E 2,findings I 1,information VALUE_NORMALISED 1,loaded roster 7,"
							+ "problems ID_FORMAT 2,read roster 10,rejected roster 1");
			assertThat(text(statement, "select value::text from run_metric where kind = 'files' and name = 'platform'"))
				.isEqualTo("1");
		}
	}

	private static String text(Statement statement, String sql) throws SQLException {
		try (ResultSet row = statement.executeQuery(sql)) {
			row.next();
			return row.getString(1);
		}
	}

}
