package io.rollcall.nightly;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.access.Accounts;
import io.rollcall.access.AuditLog.Actor;
import io.rollcall.access.AuditLog;
import io.rollcall.access.Role;
import io.rollcall.database.Database;
import io.rollcall.database.TestDatabase;
import io.rollcall.inquiry.Explanations;
import io.rollcall.results.PastRuns;
import io.rollcall.results.RunStory;
import io.rollcall.run.Drift;
import io.rollcall.run.Run;
import io.rollcall.text.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/** What only reads tells the same as the whole office. */
class ReadingRoomTest {

	@TempDir
	private Path folder;

	private final Database database = TestDatabase.migrated();

	private House house;

	private ConfigurableApplicationContext room;

	@BeforeEach
	void open() throws Exception {
		this.house = new House(this.folder, this.database);
		this.room = new SpringApplicationBuilder(ReadingRoom.class)
			.properties(Map.of("rollcall.home", this.folder.resolve("home").toString()))
			.lazyInitialization(true)
			.initializers((starting) -> starting.getBeanFactory().registerSingleton("database", this.database))
			.run();
	}

	@AfterEach
	void close() {
		this.room.close();
		this.house.close();
	}

	@Test
	void runsAreToldAlike() throws Exception {
		Run run = this.house.run(this.house.job(""), "2020-11-10");
		PastRuns past = this.room.getBean(PastRuns.class);
		assertThat(past.all()).isEqualTo(this.house.get(PastRuns.class).all()).isEqualTo(List.of(run));
		assertThat(past.outcome(run)).isEqualTo(this.house.get(PastRuns.class).outcome(run)).isPresent();
		assertThat(this.room.getBean(RunStory.class).of(run)).isEqualTo(this.house.get(RunStory.class).of(run));
		assertThat(this.room.getBean(Drift.class).of(run)).isEqualTo(this.house.get(Drift.class).of(run));
	}

	/** Also where its records have to be read from the files again. */
	@Test
	void studentsAreExplainedAlike() throws Exception {
		Run older = this.house.run(this.house.job(""), "2020-11-10");
		this.house.run(this.house.job(""), "2020-11-11");
		for (Optional<Run> run : List.of(Optional.<Run>empty(), Optional.of(older))) {
			assertThat(explain(this.room.getBean(Explanations.class), run))
				.isEqualTo(explain(this.house.get(Explanations.class), run))
				.contains("202001001");
		}
	}

	private static String explain(Explanations explanations, Optional<Run> run) {
		return String.join("\n", explanations.explain("202001001", run, Messages.of("zh"), 80));
	}

	@Test
	void accountsAndTheAuditLogAreReadWithoutWhatARunNeeds() {
		this.house.get(Accounts.class).add("reader", Role.AUDITOR, "10001", List.of(), Optional.empty(), Actor.SYSTEM);
		assertThat(this.room.getBean(Accounts.class).all()).extracting(Accounts.Account::name)
			.containsExactly("reader");
		try (var entries = this.room.getBean(AuditLog.class).entries(AuditLog.Wanted.ALL)) {
			assertThat(entries).isNotEmpty();
		}
		assertThat(this.room.getBeanNamesForType(JobRepository.class)).isEmpty();
		assertThat(Files.exists(this.folder.resolve("home").resolve("reference.key"))).isFalse();
	}

}
