package io.rollcall.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.rollcall.cli.Packaged.Ended;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a run leaves outside the database and the reports holds nothing about a person.
 * Everybody here is invented.
 */
class PrivacyIT {

	private static final List<String> PLANTED = List.of("诸葛试验甲", "诸葛试验乙", "100001200102030019", "100001200102030027",
			"13900000001", "nobody@example.edu.cn", "20619999999901", "2020999901");

	@TempDir
	private Path folder;

	@Test
	void logsConsoleAndTemporaryFilesKnowNobody() throws Exception {
		Path temporary = Files.createDirectories(this.folder.resolve("temporary"));
		Packaged rollcall = new Packaged(this.folder).withJob().withFlag("-Djava.io.tmpdir=" + temporary);
		for (String role : List.of("roster", "platform")) {
			Path file = Files.createDirectories(this.folder.resolve("input").resolve(role)).resolve("a.csv");
			Files.writeString(file, """
					考生号,学号,姓名,性别,出生日期,身份证号,学院,备注,手机号,邮箱
					20619999999901,2020999901,诸葛试验甲,男,20010203,100001200102030019,理学院,,13900000001,nobody@example.edu.cn
					20619999999901,2020999901,诸葛试验乙,女,20010203,100001200102030027,理学院,,13900000001,nobody@example.edu.cn
					,,诸葛试验甲,男,20010203,,理学院,,,
					20619999999901,2020999901,诸葛试验甲,男,20010203,100001200102030019,理学院,,,,100001200102030019,多余
					""");
		}
		Ended run = rollcall.call("run", "--debug");
		assertThat(run.code()).as(run.text()).isEqualTo(ExitCode.REFUSED);
		assertThat(run.text()).doesNotContain(PLANTED);
		assertThat(rollcall.call("resume", "2020-11-12-1").text()).doesNotContain(PLANTED);
		assertThat(temporary).isEmptyDirectory();
		assertThat(Packaged.textOf(this.folder.resolve("home/logs"))).contains("campaign-run").doesNotContain(PLANTED);
		assertThat(Files.readString(this.folder.resolve("home/postgres.log"))).doesNotContain(PLANTED);
		assertThat(Packaged.textOf(this.folder.resolve("home/temporary"))).isEmpty();
	}

}
