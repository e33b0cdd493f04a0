package io.rollcall.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.rollcall.campaign.JobFiles;
import io.rollcall.campaign.SourceRole;
import io.rollcall.text.Messages;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the end of a file tells holds for its first row, and a usual file is read once.
 */
class ContradictionsTest {

	private static final String HEAD = "学号,考生号,姓名,性别,身份证号,院校代码\n";

	/** A number as a double leaves it, its check digit wrong. */
	private static final String ROUNDED = "440103200201130048";

	@TempDir
	private Path folder;

	private final List<String> records = new ArrayList<>();

	private int forgotten;

	@Test
	void usualFileIsReadOnce() throws Exception {
		FileOutcome outcome = read("2020010001,20610402110001,张三,男,,\n");
		assertThat(outcome.refusal()).isEmpty();
		assertThat(this.records).containsExactly("2 男 VALID");
		assertThat(this.forgotten).isZero();
	}

	@Test
	void damageInTheLastRowCondemnsTheFirst() throws Exception {
		String first = "2020010001,20610402110001,张三,男," + ROUNDED + ",\n";
		read(first);
		assertThat(this.records).containsExactly("2 男 VALID " + ROUNDED);
		this.records.clear();
		FileOutcome outcome = read(first + "2020010002,20610402110002,李四,女,4.40103E+17,\n");
		assertThat(outcome.rowsLoaded()).isEqualTo(2);
		assertThat(this.records).containsExactly("2 男 UNUSABLE null", "3 女 UNUSABLE null");
		assertThat(this.forgotten).isEqualTo(1);
	}

	@Test
	void zerosForMenAreNobodysStandard() throws Exception {
		FileOutcome outcome = read("2020010001,20610402110001,张三,1,,\n2020010002,20610402110002,李四,0,,\n");
		assertThat(outcome.rowsLoaded()).isEqualTo(2);
		assertThat(this.records).containsExactly("2 null VALID", "3 null VALID");
		assertThat(this.forgotten).isEqualTo(1);
	}

	@Test
	void nothingIsKeptOfAnotherSchool() throws Exception {
		FileOutcome outcome = read("2020010001,20610402110001,张三,男,,99999\n");
		assertThat(outcome.refusal()).map(FileOutcome.Refusal::reason).contains("FILE_OTHER_CAMPAIGN");
		assertThat(this.records).isEmpty();
	}

	private FileOutcome read(String rows) throws Exception {
		Path file = Files.writeString(this.folder.resolve("roster.csv"), HEAD + rows);
		InputFile input = new InputFile(SourceRole.ROSTER, "roster.csv", file, FileContent.of(file));
		IntakeSettings settings = new IntakeSettings(JobFiles.load(Path.of("jobs/freshman-2020.yml")),
				LocalDate.of(2020, 11, 12), false, Messages.of("zh"));
		return new FileIntake(input, settings).read(Map.of(), new IntakeSink() {

			@Override
			public void record(ParsedRow row, List<Mark> marks) {
				String id = row.id().isAbsent() ? "VALID"
						: row.valueOrNull("id_no").state() + " " + row.canonical("id_no");
				ContradictionsTest.this.records.add(row.row().number() + " " + row.canonical("sex") + " " + id);
			}

			@Override
			public void reject(Reject reject) {
				throw new IllegalStateException();
			}

			@Override
			public void forget() {
				ContradictionsTest.this.records.clear();
				ContradictionsTest.this.forgotten++;
			}

		});
	}

}
