package io.rollcall.database;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the server expects of a run while another one has the common tables analysed. */
class SharedAnalysisTest {

	private static final int ROWS = 20_000;

	private final Database database = TestDatabase.migrated();

	private final List<SingleConnectionDataSource> open = new ArrayList<>();

	private JdbcTemplate one;

	private JdbcTemplate other;

	@BeforeEach
	void tables() throws Exception {
		this.one = connected();
		this.other = connected();
		this.one.execute("create table common (run_id bigint, id bigint) with (autovacuum_enabled = off)");
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

	private void rows(int run) {
		this.one.update("insert into common select ?, n from generate_series(1, ?) n", run, ROWS);
	}

	private long expected(int run) {
		SharedAnalysis analysis = new SharedAnalysis(this.other, 1);
		String plan = this.other
			.queryForList("explain "
					+ analysis.planned("select * from common where run_id = :run").replace(":run", String.valueOf(run)),
					String.class)
			.get(0);
		return Long.parseLong(plan.replaceAll(".*rows=(\\d+).*", "$1"));
	}

	/** Both runs judge: the one analyses, the other comes too late for that. */
	private void bothJudge() {
		this.one.execute("begin");
		assertThat(new SharedAnalysis(this.one, 1).settles("analyze common")).isFalse();
		this.other.execute("begin");
		assertThat(new SharedAnalysis(this.other, 1).settles("analyze common")).isTrue();
	}

	@Test
	void aRunThatNoAnalysisKnowsIsTakenForAUsualOne() {
		rows(1);
		rows(2);
		this.one.execute("analyze common");
		rows(3);
		assertThat(expected(3)).as("before").isLessThan(10);
		bothJudge();
		assertThat(expected(3)).isBetween(ROWS / 2L, ROWS * 2L);
		this.other.execute("rollback");
		assertThat(expected(3)).as("in the next transaction").isLessThan(10);
	}

	@Test
	void beforeTheFirstAnalysisAPlanThatGoesThroughAllPairsIsTheLastChoice() {
		rows(1);
		bothJudge();
		assertThat(this.other.queryForObject("show enable_nestloop", String.class)).isEqualTo("off");
	}

	@Test
	void whoeverComesAfterTheOtherHasEndedAnalyses() {
		rows(1);
		bothJudge();
		this.one.execute("commit");
		assertThat(new SharedAnalysis(this.other, 1).settles("analyze common")).isFalse();
	}

	@Test
	void aTableOfTheRunsOwnIsItsOwn() {
		this.other.execute("begin");
		this.other.execute("create temporary table speaker (id bigint) on commit drop");
		this.one.execute("begin");
		this.one.execute("create temporary table speaker (id bigint) on commit drop");
		assertThat(new SharedAnalysis(this.one, 1).settles("analyze speaker")).isFalse();
		assertThat(new SharedAnalysis(this.other, 1).settles("-- why\nanalyze speaker")).isFalse();
	}

}
