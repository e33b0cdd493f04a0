package io.rollcall.doctor;

import java.awt.Font;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import io.rollcall.database.Database;
import io.rollcall.database.TestDatabase;
import io.rollcall.doctor.Diagnosis.State;
import io.rollcall.text.Messages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a registrar reads who asks whether everything is in order. */
class DoctorTest {

	private static final String KEY = "0123456789abcdef".repeat(4);

	@TempDir
	private Path folder;

	private Path home;

	private Path jobs;

	private Path input;

	@BeforeEach
	void aHealthyPlace() throws Exception {
		this.home = Files.createDirectory(this.folder.resolve("home"),
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
		this.jobs = Files.createDirectory(this.folder.resolve("jobs"));
		Files.copy(Path.of("jobs/freshman-2020.yml"), this.jobs.resolve("freshman-2020.yml"));
		this.input = Files.createDirectory(this.folder.resolve("input"));
		for (String role : List.of("roster", "platform")) {
			Files.writeString(Files.createDirectory(this.input.resolve(role)).resolve("a.csv"), "学号,姓名\n");
		}
	}

	@Test
	void aHealthyInstallationIsGood() {
		Diagnosis found = look();
		assertThat(found.isHealthy()).isTrue();
		assertThat(texts(found, State.GOOD)).contains("任务文件：freshman-2020", "教务名单：1 个文件", "PostgreSQL");
	}

	@Test
	void aKeyThatOthersMayReadIsWrong() throws Exception {
		Path key = Files.writeString(this.home.resolve("reference.key"), KEY);
		Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));
		assertThat(texts(look(), State.BAD)).contains("可被本机其他用户读取");
	}

	@Test
	void aDamagedKeyIsWrong() throws Exception {
		Files.writeString(this.home.resolve("reference.key"), "no key");
		assertThat(texts(look(), State.BAD)).containsOnlyOnce("已损坏");
	}

	@Test
	void aKeyThatTheDatabaseDoesNotKnowIsWrong() throws Exception {
		Files.createFile(this.home.resolve("reference.key"),
				PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		Files.writeString(this.home.resolve("reference.key"), KEY);
		Database database = TestDatabase.migrated();
		try (var connection = database.connect(); var statement = connection.createStatement()) {
			statement.execute("insert into reference_key values ('another')");
		}
		assertThat(texts(look(database), State.BAD)).contains("不是数据库所用的密钥");
	}

	@Test
	void aFileThatCannotBeReadIsWrong() throws Exception {
		Files.createSymbolicLink(this.input.resolve("roster/b.csv"), this.folder.resolve("nowhere"));
		assertThat(texts(look(), State.BAD)).contains("教务名单：有 1 个文件或文件夹无法读取", "roster/b.csv");
	}

	@Test
	void aWrongJobFileIsToldInItsOwnSentence() throws Exception {
		Files.writeString(this.jobs.resolve("other.yml"), "campaign: [");
		assertThat(texts(look(), State.BAD)).contains("other.yml");
	}

	@Test
	void anOldExportIsNoted() throws Exception {
		Files.setLastModifiedTime(this.input.resolve("platform/a.csv"),
				FileTime.from(Instant.now().minus(Duration.ofDays(9))));
		assertThat(texts(look(), State.NOTE)).contains("学信网导出：1 个文件，最新的已是 9 天前");
	}

	@Test
	void oneSourceAloneIsNoted() throws Exception {
		Files.delete(this.input.resolve("platform/a.csv"));
		assertThat(texts(look(), State.NOTE)).contains("不足两个");
	}

	@Test
	void sourcesAreFoundWhereTheJobFileSaysThatTheyLie() throws Exception {
		Files.move(this.input.resolve("platform/a.csv"), this.input.resolve("学信网.csv"));
		Path job = this.jobs.resolve("freshman-2020.yml");
		Files.writeString(job, Files.readString(Path.of("src/test/resources/jobs/freshman-2020.yml"))
			.replaceFirst("(?m)^sources:$", "sources:\n  platform:\n    folder: \".\"\n    files: 学信网.csv"));
		assertThat(texts(look(), State.GOOD)).contains("学信网导出：1 个文件");
		assertThat(texts(look(), State.NOTE)).doesNotContain("不足两个");
	}

	@Test
	void aMissingInputFolderIsWrong() throws Exception {
		for (String role : List.of("roster", "platform")) {
			Files.delete(this.input.resolve(role).resolve("a.csv"));
			Files.delete(this.input.resolve(role));
		}
		Files.delete(this.input);
		assertThat(texts(look(), State.BAD)).contains("输入文件夹").contains("不存在");
	}

	@Test
	void aPortThatAnotherProgramHasIsNoted() throws Exception {
		try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			String port = String.valueOf(taken.getLocalPort());
			assertThat(texts(look(new Listening("127.0.0.1", port)), State.NOTE)).contains("端口 " + port + "：已被其他程序占用");
		}
	}

	@Test
	void aPortThatServeWouldNotTakeIsWrong() {
		Diagnosis found = look(new Listening("127.0.0.1", "eighty"), new Listening("192.0.2.1", "8080"),
				new Listening("127.0.0.1", "0"));
		assertThat(texts(found, State.BAD)).contains("127.0.0.1:eighty", "192.0.2.1:8080", "SERVER_PORT");
		assertThat(texts(found, State.GOOD)).doesNotContain("端口");
	}

	@Test
	void aMachineWithoutChineseFontsSaysWhatToDo() {
		Font latin = new Font("Latin", Font.PLAIN, 1) {

			@Override
			public boolean canDisplay(char letter) {
				return letter < 256;
			}

		};
		for (Supplier<Font[]> installed : List.<Supplier<Font[]>>of(() -> new Font[0], () -> new Font[] { latin },
				() -> {
					throw new UnsatisfiedLinkError("libfontmanager.so");
				}, () -> {
					throw new InternalError("Fontconfig head is null");
				})) {
			Diagnosis found = new Diagnosis(Messages.of("zh"));
			new MachineCheck(found).fonts(installed);
			assertThat(texts(found, State.NOTE)).contains("中文字体：本机没有", "fonts-noto-cjk");
			assertThat(found.isHealthy()).isTrue();
		}
	}

	private Diagnosis look(Listening... ports) {
		return look(TestDatabase.migrated(), ports);
	}

	private Diagnosis look(Database database, Listening... ports) {
		String url = database.jdbcUrl()
			.replaceFirst("jdbc:postgresql://", "postgresql://" + database.user() + ":" + database.password() + "@");
		return new Doctor(Messages.of("zh")).look(
				new Doctor.Place(this.home, url, this.jobs, this.input, this.folder.resolve("output"), List.of(ports)));
	}

	private static String texts(Diagnosis found, State state) {
		return String.join("\n",
				found.lines().stream().filter((line) -> line.state() == state).map(Diagnosis.Line::text).toList());
	}

}
