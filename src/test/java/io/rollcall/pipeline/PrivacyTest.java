package io.rollcall.pipeline;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.rollcall.HeldLog;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Nothing about a person reaches the log, the console, an exception or Spring Batch's
 * tables, whatever goes wrong. Everybody here is invented.
 */
@ExtendWith(OutputCaptureExtension.class)
class PrivacyTest {

	private static final List<String> PLANTED = List.of("诸葛试验甲", "诸葛试验乙", "100001200102030019", "100001200102030027",
			"13900000001", "nobody@example.edu.cn", "20619999999901", "2020999901");

	private static final String HEADER = "考生号,学号,姓名,性别,出生日期,身份证号,学院,备注,手机号,邮箱\n";

	private static final String ROWS = """
			20619999999901,2020999901,诸葛试验甲,男,20010203,100001200102030019,理学院,,13900000001,nobody@example.edu.cn
			20619999999901,2020999901,诸葛试验乙,女,20010203,100001200102030027,理学院,13900000001,,nobody@example.edu.cn
			,,诸葛试验甲,男,20010203,,理学院,,,
			20619999999901,2020999901,诸葛试验甲,男,20010203,100001200102030019,理学院,,,,100001200102030019,多余
			""";

	@TempDir
	private Path folder;

	private Installation rollcall;

	@BeforeEach
	void open() throws Exception {
		this.rollcall = new Installation(this.folder).file("roster/名单.csv", HEADER + ROWS)
			.file("platform/学信网.csv", HEADER + ROWS.replace("理学院", "没有的学院"))
			.file("platform/坏.csv", HEADER + "\"诸葛试验甲,100001200102030019");
	}

	@AfterEach
	void close() {
		this.rollcall.close();
	}

	@Test
	void aRunThatGoesWell(CapturedOutput output) throws Exception {
		this.rollcall.run(RunListener.NONE);
		nothingIn(output);
		assertThat(this.folder.resolve("home/temporary/freshman-2020")).isEmptyDirectory();
		try (Stream<Path> entries = Files.list(this.rollcall.campaignFolder())) {
			assertThat(entries.map((path) -> path.getFileName().toString())).containsOnly("2020-11-12-1", "latest");
		}
	}

	/** A database's own words quote the row that it refuses. */
	@ParameterizedTest
	@ValueSource(strings = { "staged_record", "staged_mark", "reject", "finding", "run_college" })
	void aDatabaseThatRefusesARow(String table, CapturedOutput output) {
		this.rollcall.jdbc().sql("""
				create function refuse() returns trigger language plpgsql as
				$$ begin raise exception 'cannot take 诸葛试验甲 100001200102030019 %', new; end $$
				""").update();
		this.rollcall.jdbc()
			.sql("create trigger refuse before insert on " + table + " for each row execute function refuse()")
			.update();
		failsSilently(output, RunListener.NONE);
	}

	/** As a library would that quotes what it cannot digest. */
	@ParameterizedTest
	@EnumSource(RunListener.Step.class)
	void anExceptionThatQuotesARow(RunListener.Step step, CapturedOutput output) {
		failsSilently(output, new RunListener() {

			@Override
			public void stepStarted(Step started) {
				if (started == step) {
					throw new IllegalArgumentException("cannot digest 诸葛试验乙,100001200102030027,13900000001",
							new IllegalStateException("nobody@example.edu.cn"));
				}
			}

		});
	}

	private void failsSilently(CapturedOutput output, RunListener listener) {
		Throwable failure = catchThrowable(() -> this.rollcall.run(listener));
		assertThat(failure).isInstanceOf(RunFailure.class);
		StringWriter trace = new StringWriter();
		failure.printStackTrace(new PrintWriter(trace));
		assertThat(trace.toString()).doesNotContain(PLANTED);
		nothingIn(output);
		assertThat(this.rollcall.campaignFolder()).isEmptyDirectory();
	}

	private void nothingIn(CapturedOutput output) {
		assertThat(HeldLog.text()).isNotEmpty().doesNotContain(PLANTED);
		assertThat(output.getAll()).doesNotContain(PLANTED);
		List<String> tables = this.rollcall.jdbc()
			.sql("select tablename from pg_tables where tablename like 'batch\\_%' and schemaname = current_schema()")
			.query(String.class)
			.list();
		assertThat(tables).hasSizeGreaterThan(5);
		for (String table : tables) {
			String rows = String.join("\n",
					this.rollcall.jdbc().sql("select t::text from " + table + " t").query(String.class).list());
			assertThat(rows).as(table).doesNotContain(PLANTED);
		}
	}

}
