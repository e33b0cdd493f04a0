package io.rollcall.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs of two campaigns have the server look at their tables, both in long transactions.
 */
class PartAnalysisTest {

	private static final int ROWS = 5_000;

	private final Database database = TestDatabase.migrated();

	private final List<SingleConnectionDataSource> open = new ArrayList<>();

	private JdbcTemplate one;

	private JdbcTemplate other;

	@BeforeEach
	void begin() throws Exception {
		this.one = connected();
		this.other = connected();
		this.one.execute("insert into campaign (campaign_id, name, school_code) overriding system value"
				+ " values (1, 'one', '10001'), (2, 'other', '10002')");
		this.one.execute("select staged_open(1), staged_open(2)");
		this.one.execute("begin");
		this.other.execute("begin");
		this.other.execute("set local lock_timeout = '1s'");
	}

	@AfterEach
	void close() {
		this.open.forEach(SingleConnectionDataSource::destroy);
		this.database.close();
	}

	private JdbcTemplate connected() throws Exception {
		SingleConnectionDataSource source = new SingleConnectionDataSource(this.database.connect(), true);
		this.open.add(source);
		return new JdbcTemplate(source);
	}

	private static boolean settles(JdbcTemplate jdbc, int number, String sql) {
		return new PartAnalysis(jdbc, Map.of("run", number, "campaign", number)).settles(sql);
	}

	private void rows(JdbcTemplate jdbc, int campaign) {
		jdbc.update(
				"insert into reject (campaign_id, run_id, file_no, reject_no, sheet, row_no, reason, detail, raw)"
						+ " select ?, ?, 1, n, '', n, '', '', '' from generate_series(1, ?) n",
				campaign, campaign, ROWS);
	}

	@Test
	void neitherWaitsForTheOtherAndEachKnowsItsOwn() {
		rows(this.one, 1);
		assertThat(settles(this.one, 1, "analyze reject")).isTrue();
		assertThat(settles(this.one, 1, "-- why\nanalyze staged_record (run_id, role)")).isTrue();
		rows(this.other, 2);
		assertThat(settles(this.other, 2, "analyze reject")).isTrue();
		assertThat(settles(this.other, 2, "analyze staged_record")).isTrue();
		String plan = this.other
			.queryForList("explain select * from reject where campaign_id = 2 and run_id = 2", String.class)
			.get(0);
		assertThat(plan).contains("rows=" + ROWS + " ", "reject_2");
	}

	@Test
	void aTableOfTheRunsOwnIsAnalysedAsAWhole() {
		this.other.execute("create temporary table speaker (id bigint) on commit drop");
		this.other.execute("create temporary table reject (id bigint) on commit drop");
		assertThat(settles(this.other, 2, "analyze speaker")).isFalse();
		assertThat(settles(this.other, 2, "-- why\nanalyze reject")).isFalse();
	}

}
