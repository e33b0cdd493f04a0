package io.rollcall.nightly;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.database.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One campaign of several is cleared, by a role that does not own the tables and so
 * cannot have the server write them anew.
 */
class ClearedCampaignTest {

	private static final Actor REGISTRAR = new Actor("registrar", "registrar", "");

	private static final List<String> TABLES = List.of("finding", "run_case", "reject");

	@TempDir
	private Path folder;

	private House house;

	@BeforeEach
	void open() throws Exception {
		this.house = new House(this.folder, TestDatabase.withLeastRights(TestDatabase.migrated()));
		for (String campaign : List.of("gone", "stays")) {
			this.house.file(campaign + "/roster/a.csv", "学号,姓名,学院\n202001001,测甲,理学院\n,,理学院\n")
				.file(campaign + "/platform/a.csv", "学号,姓名,学院\n202001001,测丙,理学院\n");
			Files.writeString(this.folder.resolve("jobs/" + campaign + ".yml"), """
					school: {code: 10001, name: 某大学}
					cohort: 2020
					start: 2020-11-04
					deadline: 2020-11-20
					colleges: [{name: 理学院}]
					input: %s
					retention: {personal_days: 10}
					""".formatted(campaign));
			this.house.run(this.house.jobs().read().job(campaign).orElseThrow(), "2020-11-10");
		}
		this.house.get(Campaigns.class).close("gone", "why", REGISTRAR);
		this.house.clock.pass(Duration.ofDays(11));
	}

	@AfterEach
	void close() {
		this.house.close();
	}

	private long key(String campaign) {
		return this.house.jdbc()
			.sql("select campaign_id from campaign where name = ?")
			.param(campaign)
			.query(Long.class)
			.single();
	}

	/** How many rows of a campaign each table holds. */
	private Map<String, Long> rows(String campaign) {
		Map<String, Long> rows = new TreeMap<>();
		TABLES.forEach((table) -> rows.put(table,
				this.house.jdbc()
					.sql("select count(*) from " + table + " where campaign_id = ?")
					.param(key(campaign))
					.query(Long.class)
					.single()));
		return rows;
	}

	/** The bytes of the tables' files that are a campaign's. */
	private long bytes(String campaign) {
		return TABLES.stream()
			.mapToLong((table) -> this.house.jdbc()
				.sql("select pg_relation_size('" + table + "_" + key(campaign) + "')")
				.query(Long.class)
				.single())
			.sum();
	}

	@Test
	void itsRowsGoAtOnceWithTheirSpaceAndNobodyElses() {
		Map<String, Long> before = rows("stays");
		assertThat(before.values()).allMatch((number) -> number > 0);
		assertThat(rows("gone")).isEqualTo(before);
		List<Retention.Item> items = this.house.get(Retention.class).clear(false, REGISTRAR);
		assertThat(items).filteredOn((item) -> TABLES.contains(item.place()))
			.allMatch((item) -> item.number() == before.get(item.place()))
			.hasSize(TABLES.size());
		assertThat(rows("gone").values()).containsOnly(0L);
		assertThat(bytes("gone")).isZero();
		assertThat(rows("stays")).isEqualTo(before);
	}

	@Test
	void whoReadsThemForLongKeepsThemFromGoingAtOnceOnly() throws Exception {
		try (Connection reader = this.house.database().connect()) {
			reader.setAutoCommit(false);
			reader.createStatement().executeQuery("select count(*) from finding where campaign_id = " + key("gone"));
			this.house.get(Retention.class).clear(false, REGISTRAR);
			assertThat(rows("gone").values()).containsOnly(0L);
			reader.rollback();
		}
	}

}
