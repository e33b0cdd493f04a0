package io.rollcall.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.Cases;
import io.rollcall.campaign.JobFiles;
import io.rollcall.campaign.SourceRole;
import io.rollcall.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.type.TypeReference;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of whole files. */
class FileIntakeTest {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@MethodSource("cases")
	void everyFileIsReadAsItsCaseSays(FileCase one) throws Exception {
		Path file = Files.writeString(this.folder.resolve("file.csv"), one.text());
		Heard heard = new Heard();
		FileIntake intake = intake(file, one.role(), false);
		FileOutcome outcome = intake.read(Map.of(), heard);
		assertThat(heard.records).isEqualTo(one.records());
		assertThat(heard.rejects).hasSameSizeAs(one.rejects());
		for (int i = 0; i < one.rejects().size(); i++) {
			assertThat(heard.rejects.get(i)).startsWith(one.reject(i)[0]).contains(one.reject(i)[1]);
		}
		assertThat(outcome.notices()).extracting(FileNotice::kind)
			.containsAll(one.notices())
			.noneMatch(one.without()::contains);
		String told = told(outcome, intake);
		one.always().forEach((value) -> assertThat(told).contains(value));
		one.never().forEach((value) -> assertThat(told).doesNotContain(value));
		assertThat(outcome.refusal().map((refusal) -> refusal.reason() + " " + refusal.detail()).orElse(""))
			.startsWith(one.refusal().split(" ")[0])
			.contains(one.refusal().substring(one.refusal().indexOf(' ') + 1));
		assertThat(outcome.refusal().isPresent()).isEqualTo(!one.refusal().isEmpty());
		assertThat(outcome.rowsRead()).isEqualTo(outcome.rowsLoaded() + outcome.rowsRejected());
	}

	@ParameterizedTest
	@MethodSource("cases")
	void aFileThatIsReadAheadComesToTheSame(FileCase one) throws Exception {
		Path file = Files.writeString(this.folder.resolve("file.csv"), one.text());
		Heard heard = new Heard();
		FileOutcome outcome = intake(file, one.role(), false).read(Map.of(), heard);
		Heard ahead = new Heard();
		FileIntake intake = intake(file, one.role(), true);
		assertThat(intake.read(Map.of(), ahead)).isEqualTo(outcome);
		assertThat(ahead.records).isEqualTo(heard.records);
		assertThat(ahead.rejects).isEqualTo(heard.rejects);
		assertThat(intake.mappings()).hasSameSizeAs(intake(file, one.role(), false).mappings());
	}

	/** Everything about the file that people read. */
	private static String told(FileOutcome outcome, FileIntake intake) throws Exception {
		StringBuilder told = new StringBuilder();
		outcome.notices().forEach((notice) -> told.append(notice.text()).append('\n'));
		outcome.refusal().ifPresent((refusal) -> told.append(refusal.detail()).append('\n'));
		intake.mappings()
			.forEach((list) -> list.mapping().columns().forEach((column) -> told.append(column.header()).append('\n')));
		return told.toString();
	}

	@Test
	void aFileThatWentAwayIsUnreadableAndOneThatGrewHasChanged() throws Exception {
		Path file = Files.writeString(this.folder.resolve("file.csv"), "学号,姓名\n202001001,张三\n");
		FileIntake intake = intake(file, "roster", true);
		Files.writeString(file, "学号,姓名\n202001001,张三\n202001002,李四\n");
		assertThat(intake.read(Map.of(), new Heard()).refusal().orElseThrow().reason()).isEqualTo("FILE_CHANGED");
		Files.delete(file);
		FileOutcome.Refusal refusal = intake.read(Map.of(), new Heard()).refusal().orElseThrow();
		assertThat(refusal.reason()).isEqualTo("FILE_UNREADABLE");
		assertThat(refusal.detail()).isEqualTo(Messages.of("zh").get("intake.GONE"));
	}

	@Test
	void anotherContentOfTheSameSizeAndTimeStampHasChanged() throws Exception {
		Path file = Files.writeString(this.folder.resolve("file.csv"), "学号,姓名\n202001001,张三\n");
		FileTime stamp = Files.getLastModifiedTime(file);
		FileContent listed = FileContent.of(file);
		FileContent before = new FileContent(listed.size(), listed.modified(), listed.sha256(), OptionalLong.empty());
		assertThat(listed.isOf(file)).isTrue();
		assertThat(before.isOf(file)).isTrue();
		Files.writeString(file, "学号,姓名\n202001002,张三\n");
		Files.setLastModifiedTime(file, stamp);
		assertThat(listed.seemsToBeOf(file)).isTrue();
		assertThat(listed.isOf(file)).isFalse();
		assertThat(before.isOf(file)).isFalse();
	}

	private static FileIntake intake(Path file, String role, boolean ahead) throws Exception {
		Campaign campaign = JobFiles.load(Path.of("jobs/freshman-2020.yml"));
		InputFile input = new InputFile(SourceRole.of(role).orElseThrow(), "file.csv", file, FileContent.of(file));
		return new FileIntake(input, new IntakeSettings(campaign, LocalDate.of(2020, 11, 12), false, Messages.of("zh")),
				() -> {
				}, ahead);
	}

	static List<FileCase> cases() throws IOException {
		return Cases.read(FileIntakeTest.class, "files.yml", new TypeReference<List<FileCase>>() {
		});
	}

	/** What the intake hands over. */
	private static final class Heard implements IntakeSink {

		private final List<String> records = new ArrayList<>();

		private final List<String> rejects = new ArrayList<>();

		@Override
		public void record(ParsedRow row, List<Mark> marks) {
			this.records.add(row.row().number() + " " + row.value("name").map((name) -> name.cell().text()).orElse("")
					+ " " + row.canonical("student_no"));
		}

		@Override
		public void reject(Reject reject) {
			this.rejects.add(reject.row() + " " + reject.reason() + " " + reject.detail());
		}

		@Override
		public void forget() {
			this.records.clear();
			this.rejects.clear();
		}

	}

	record FileCase(String title, String role, Boolean unended, List<String> lines, List<String> records,
			List<String> rejects, List<String> notices, List<String> without, String refusal, List<String> never,
			List<String> always) {

		FileCase {
			records = (records != null) ? records : List.of();
			rejects = (rejects != null) ? rejects : List.of();
			notices = (notices != null) ? notices : List.of();
			without = (without != null) ? without : List.of();
			refusal = (refusal != null) ? refusal : "";
			never = (never != null) ? never : List.of();
			always = (always != null) ? always : List.of();
		}

		String text() {
			String text = String.join("\r\n", this.lines).replace("|", ",");
			return (this.unended != null) ? text : text + "\r\n";
		}

		/** Row and reason, and a word of the sentence. */
		String[] reject(int index) {
			String[] parts = this.rejects.get(index).split(" ", 3);
			return new String[] { parts[0] + " " + parts[1], parts[2] };
		}

		@Override
		public String toString() {
			return this.title;
		}

	}

}
