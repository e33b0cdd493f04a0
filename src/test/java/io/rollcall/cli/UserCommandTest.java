package io.rollcall.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import io.rollcall.database.Database;
import io.rollcall.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Accounts from the command line, of one school and of several. */
class UserCommandTest {

	private final StringWriter out = new StringWriter();

	private final StringWriter err = new StringWriter();

	@TempDir
	private Path jobs;

	private String database;

	@BeforeEach
	void open() throws IOException {
		Database open = TestDatabase.migrated();
		this.database = open.jdbcUrl() + "&user=" + open.user() + "&password=" + open.password();
		job("10001", "理学院");
	}

	private void job(String school, String college) throws IOException {
		Files.writeString(this.jobs.resolve(school + ".yml"), """
				school: {code: %s, name: 某大学}
				cohort: 2020
				start: 2020-11-04
				deadline: 2020-11-20
				colleges: [{name: %s}]
				input: %s
				""".formatted(school, college, school));
	}

	private int user(String words) {
		this.out.getBuffer().setLength(0);
		this.err.getBuffer().setLength(0);
		return Rollcall.execute(new PrintWriter(this.out, true), new PrintWriter(this.err, true),
				Stream
					.concat(Stream.of(("user " + words).split(" ")),
							Stream.of("--jobs", this.jobs.toString(), "--database", this.database))
					.toArray(String[]::new));
	}

	@Test
	void theSchoolIsToldAsSoonAsThereAreSeveral() throws IOException {
		assertThat(user("add first --role registrar")).isEqualTo(ExitCode.OK);
		assertThat(user("list")).isEqualTo(ExitCode.OK);
		assertThat(this.out.toString().lines()).containsExactly("first\tregistrar\t\tone-time");
		job("10002", "文学院");
		assertThat(user("add second --role registrar")).isEqualTo(ExitCode.USAGE);
		assertThat(this.err.toString()).contains("--school", "10001, 10002");
		assertThat(user("add second --role registrar --school 10003")).isEqualTo(ExitCode.USAGE);
		assertThat(user("add second --role college --college 理学院 --school 10002")).isEqualTo(ExitCode.USAGE);
		assertThat(user("add second --role college --college 文学院 --school 10002")).isEqualTo(ExitCode.OK);
		assertThat(user("add third --role provincial --school 10002")).isEqualTo(ExitCode.USAGE);
		assertThat(user("add third --role provincial")).isEqualTo(ExitCode.OK);
		assertThat(user("add fourth --role operator")).isEqualTo(ExitCode.OK);
		assertThat(user("change second --role auditor")).isEqualTo(ExitCode.OK);
		user("list");
		assertThat(this.out.toString().lines()).containsExactly("first\tregistrar\t\tone-time\t10001",
				"fourth\toperator\t\tone-time\t", "second\tauditor\t\tone-time\t10002",
				"third\tprovincial\t\tone-time\t");
	}

}
