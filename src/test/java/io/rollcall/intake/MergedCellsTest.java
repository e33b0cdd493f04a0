package io.rollcall.intake;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.rollcall.campaign.JobFiles;
import io.rollcall.campaign.SourceRole;
import io.rollcall.source.MergedArea;
import io.rollcall.source.Row;
import io.rollcall.text.Messages;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class MergedCellsTest {

	private static final List<String> HEADER = List.of("考生号", "学号", "姓名", "专业名称", "学院", "年级");

	@TempDir
	private Path folder;

	private final List<String> records = new ArrayList<>();

	private final List<String> details = new ArrayList<>();

	@Test
	void anAreaGivesItsValueToTheRowsBelowAndToNoOther() {
		MergedCells merged = new MergedCells(List.of(new MergedArea(7, 8, 0), new MergedArea(2, 4, 1)));
		List<String> rows = new ArrayList<>();
		for (Row row : List.of(row(2, "a|甲"), row(3, "b|"), row(4, "c"), row(5, "d|"), row(8, "|乙"))) {
			merged.pass(row);
			rows.add(String.join("|", merged.filled(row).cells().stream().map((cell) -> cell.text()).toList()));
		}
		// The first row of the last area is not in the sheet, so it shows nothing.
		assertThat(rows).containsExactly("a|甲", "b|甲", "c|甲", "d|", "|乙");
		assertThat(merged.filled()).isEqualTo(2);
	}

	@Test
	void aCellWithItsOwnValueKeepsIt() {
		MergedCells merged = new MergedCells(List.of(new MergedArea(1, 3, 0)));
		merged.pass(row(1, "甲"));
		merged.pass(row(2, "乙"));
		assertThat(merged.filled(row(2, "乙"))).isEqualTo(row(2, "乙"));
		assertThat(merged.filled()).isZero();
	}

	@Test
	void recordsBelowTheHeaderAreFilledAndTold() throws Exception {
		FileOutcome outcome = read(List.of(row(1, "2020级新生名单"), row(2, String.join("|", HEADER)),
				row(3, "20610000000001|202001001|张三|软件工程|软件学院|2020"), row(4, "20610000000002|202001002|李四||"),
				row(5, "20610000000003|202001003|王五"), row(7, "合计|3")), "A1:F1", "D3:E4", "E4:E5", "F3:F6");
		assertThat(this.records).containsExactly("张三|软件工程|软件学院|2020", "李四|软件工程||2020", "王五|||2020");
		assertThat(outcome.notices()).filteredOn((notice) -> notice.kind().equals("MERGED_CELLS"))
			.extracting(FileNotice::text)
			.singleElement()
			.asString()
			.contains("合并", "3");
		assertThat(outcome.rowsRead()).isEqualTo(3);
	}

	@Test
	void headersAndTitlesFillNothing() throws Exception {
		FileOutcome outcome = read(List.of(row(1, "名单"), row(2, String.join("|", HEADER)),
				row(3, "20610000000001|202001001|张三|软件工程||2020")), "A1:F1", "E2:E3");
		assertThat(this.records).containsExactly("张三|软件工程||2020");
		assertThat(outcome.notices()).noneMatch((notice) -> notice.kind().equals("MERGED_CELLS"));
	}

	@Test
	void aCohortThatIsMergedDownIsEveryRowsOwn() throws Exception {
		List<Row> rows = List.of(row(1, String.join("|", HEADER)), row(2, "20610000000001|202001001|张三|软件工程|软件学院|2019"),
				row(3, "20610000000002|202001002|李四|软件工程|软件学院|"));
		assertThat(read(rows, "F2:F3").refusal().orElseThrow().reason()).isEqualTo("FILE_OTHER_CAMPAIGN");
		assertThat(read(rows).refusal()).isEmpty();
	}

	@Test
	void anAreaFillsByTheHeaderOfItsOwnListAndNotTheNext() throws Exception {
		FileOutcome outcome = read(
				List.of(row(1, String.join("|", HEADER)), row(2, "20610000000001|202001001|张三|软件工程|软件学院|2020"),
						row(3, "20610000000002|202001002|李四||软件学院|2020"), row(4, "第二份"), row(5, "考生号|学号|姓名|学院|专业名称|年级"),
						row(6, "20610000000003|202001003|王五|商学院|会计学|2020"),
						row(7, "20610000000004|202001004|赵六||会计学|2020"), row(8, "20610000000005|202001005|孙七||会计学")),
				"D2:D3", "D6:D7", "F3:F8");
		assertThat(this.records).containsExactly("张三|软件工程|软件学院|2020", "李四|软件工程|软件学院|2020", "王五|商学院|会计学|2020",
				"赵六|商学院|会计学|2020", "孙七||会计学");
		assertThat(outcome.notices()).extracting(FileNotice::kind).contains("LIST_BELOW", "MERGED_CELLS");
	}

	@Test
	void aFormulaWithoutResultIsNoEmptyCell() throws Exception {
		read(List.of(row(1, String.join("|", HEADER)), row(2, "20610000000001|202001001|张三|软件工程|=A1&B1|2020"),
				row(3, "20610000000002|202001002|李四|软件工程||2020")));
		assertThat(this.details).hasSize(2);
		assertThat(this.details.get(0)).contains("公式");
		assertThat(this.details.get(1)).doesNotContain("公式");
	}

	private static Row row(long number, String cells) {
		return HeaderCases.row((int) number, cells);
	}

	private FileOutcome read(List<Row> rows, String... areas) throws Exception {
		Path file = write(rows, areas);
		InputFile input = new InputFile(SourceRole.ROSTER, "a.xlsx", file, FileContent.of(file));
		IntakeSettings settings = new IntakeSettings(JobFiles.load(Path.of("jobs/freshman-2020.yml")),
				LocalDate.of(2020, 11, 12), false, Messages.of("zh"));
		List<Reject> rejects = new ArrayList<>();
		FileOutcome outcome = new FileIntake(input, settings).read(Map.of(), new IntakeSink() {

			@Override
			public void record(ParsedRow row, List<Mark> marks) {
				MergedCellsTest.this.records.add(String.join("|",
						row.row().cells().subList(2, row.row().cells().size()).stream().map((c) -> c.text()).toList()));
				marks.stream()
					.filter((mark) -> mark.code().equals("REQUIRED_MISSING") && mark.field().equals("college"))
					.forEach((mark) -> MergedCellsTest.this.details.add(mark.detail()));
			}

			@Override
			public void reject(Reject reject) {
				rejects.add(reject);
			}

			@Override
			public void forget() {
				MergedCellsTest.this.records.clear();
				MergedCellsTest.this.details.clear();
				rejects.clear();
			}

		});
		assertThat(rejects).isEmpty();
		return outcome;
	}

	private Path write(List<Row> rows, String... areas) throws IOException {
		Path file = this.folder.resolve("a.xlsx");
		try (XSSFWorkbook book = new XSSFWorkbook(); OutputStream out = Files.newOutputStream(file)) {
			XSSFSheet sheet = book.createSheet("名单");
			for (Row row : rows) {
				var line = sheet.createRow((int) row.number() - 1);
				for (int i = 0; i < row.cells().size(); i++) {
					String text = row.cell(i).text();
					if (text.startsWith("=")) {
						line.createCell(i).setCellFormula(text.substring(1));
					}
					else if (!text.isEmpty()) {
						line.createCell(i).setCellValue(text);
					}
				}
			}
			for (String area : areas) {
				sheet.addMergedRegionUnsafe(CellRangeAddress.valueOf(area));
			}
			book.write(out);
		}
		return file;
	}

}
