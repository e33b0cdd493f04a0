package io.rollcall.pipeline;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.rollcall.run.RunListener;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What the workbooks show of submissions, and to whom. */
class SubmissionSheetsTest {

	private static final String HEADER = "考生号,学号,姓名,性别,出生日期,身份证号,民族,专业名称,学院,查询时间\n";

	private static final String ONE = "20610000000001,202001001,张三,女,19940823,810000199408230021,汉族,飞行器设计,飞行器学院,20201110\n";

	private static final String TWO = "20610000000002,202001002,李四,女,19940823,810000199408230021,汉族,软件工程,理学院,20201110\n";

	@TempDir
	private Path folder;

	private Installation installation;

	@BeforeEach
	void open() throws Exception {
		this.installation = new Installation(this.folder);
		this.installation.file("roster/名单.csv", HEADER + ONE + TWO)
			.file("platform/学信网.csv", HEADER + ONE.replace("汉族", "回族") + TWO);
	}

	@AfterEach
	void close() {
		this.installation.close();
	}

	@Test
	void theRegistrarSeesRecordsAndAccountsOfANumberTogether() throws Exception {
		this.installation.file("accounts/登记.csv", "学号,提示信息\n202001001,\"证件号码已被注册,查看解决方法\"\n");
		Path run = run();
		List<List<String>> groups = rows(run.resolve("registrar.xlsx"), "证件号重复");
		assertThat(groups).hasSize(4);
		assertThat(groups.subList(1, 4)).extracting((row) -> row.get(0)).containsOnly("1.0");
		assertThat(groups).anySatisfy((row) -> assertThat(String.join("|", row)).contains("账号问题", "研判", "不能排除冒用"));
		Path college = run.resolve("colleges/飞行器学院.xlsx");
		assertThat(rows(college, "账号问题")).anySatisfy((row) -> assertThat(row).contains("202001001", "证件号码已被注册，查看解决方法"));
		for (String sheet : List.of("账号问题", "证件号重复", "待处理")) {
			assertThat(rows(college, sheet))
				.allSatisfy((row) -> assertThat(String.join("|", row)).doesNotContain("研判", "冒用", "李四", "202001002"));
		}
	}

	@Test
	void aCollegeReadsWhichRowsWereNotItsOwnAndNothingMore() throws Exception {
		this.installation.file("discrepancies/理学院.csv", "学院,学号,姓名,有误字段,正确信息,佐证材料\n理学院,202001001,张三,民族,汉族,居民身份证\n");
		Path run = run();
		List<List<String>> filing = rows(run.resolve("colleges/理学院.xlsx"), "拒收行");
		assertThat(filing).hasSize(2);
		assertThat(String.join("|", filing.get(1))).contains("理学院.csv", "2", "非本学院学生")
			.doesNotContain("张三", "202001001");
		assertThat(rows(run.resolve("colleges/理学院.xlsx"), "申报核实")).noneMatch((row) -> row.contains("202001001"));
		assertThat(rows(run.resolve("colleges/飞行器学院.xlsx"), "申报核实")).filteredOn((row) -> row.contains("202001001"))
			.hasSize(2);
		List<String> statistics = rows(run.resolve("colleges/飞行器学院.xlsx"), "自查情况统计").get(1);
		// 应查 1，已查 1，未查 0，自查率 1，无误 0，有误 1
		assertThat(statistics.subList(3, 9)).containsExactly("1.0", "1.0", "0.0", "1.0", "0.0", "1.0");
	}

	private Path run() throws Exception {
		return this.installation.run(LocalDate.of(2020, 11, 12), RunListener.NONE).folder();
	}

	private static List<List<String>> rows(Path workbook, String sheet) throws Exception {
		List<List<String>> rows = new ArrayList<>();
		try (InputStream in = Files.newInputStream(workbook); Workbook book = new XSSFWorkbook(in)) {
			for (Row row : book.getSheet(sheet)) {
				List<String> cells = new ArrayList<>();
				row.forEach((cell) -> cells.add(cell.toString()));
				rows.add(cells);
			}
		}
		return rows;
	}

}
