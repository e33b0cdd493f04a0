package io.rollcall.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import io.rollcall.campaign.Cases;
import io.rollcall.campaign.JobFiles;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunOutcome;
import io.rollcall.run.RunRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is told once a file, what the texts say of dates, and rows whose name other
 * sources decide. Everybody is invented.
 */
class ValuesToldTest {

	private static final String HEADER = "考生号,学号,姓名,性别,出生日期,身份证号,专业名称,学院,政治面貌\n";

	private static final String LONG_COLLEGE = "航空宇航科学与工程技术与飞行器学院";

	@TempDir
	private Path folder;

	private Installation rollcall;

	@BeforeEach
	void open() throws Exception {
		this.rollcall = new Installation(this.folder);
	}

	@AfterEach
	void close() {
		this.rollcall.close();
	}

	@Test
	void aCollegeCutAtThePlatformsWidthIsToldOnceAFile() throws Exception {
		String cut = LONG_COLLEGE.substring(0, 12);
		this.rollcall.file("roster/名单.csv", HEADER + row(1, "张三", LONG_COLLEGE) + row(2, "李四", LONG_COLLEGE))
			.file("platform/学信网.csv", HEADER + row(1, "张三", cut) + row(2, "李四", cut));
		Path job = this.folder.resolve("cut.yml");
		String text = Files.readString(Cases.ungated())
			.replace("  - name: 飞行器学院\n", "  - name: " + LONG_COLLEGE + "\n  - name: 飞行器学院\n");
		Files.writeString(job, text);
		this.rollcall.runs()
			.start(new RunRequest(job, text, JobFiles.load(job), LocalDate.of(2020, 11, 12),
					this.folder.resolve("input"), this.folder.resolve("output"), "", false), RunListener.NONE);
		assertThat(found()).containsExactly("VALUE_NORMALISED college 2 个学院名称在学信网字段宽度处截断，已按学院名单认定");
	}

	@Test
	void aWordThatMayBeANameIsOneWhereAnotherSourceSaysSo() throws Exception {
		this.rollcall
			.file("roster/名单.csv", HEADER + row(1, "Null", "理学院") + row(2, "NULL", "理学院") + row(3, "NULL", "理学院"))
			.file("platform/学信网.csv", HEADER + row(1, "NULL", "理学院") + row(2, "李四", "理学院"));
		RunOutcome outcome = this.rollcall.run(RunListener.NONE);
		assertThat(found()).singleElement().asString().startsWith("MISSING_IN_ROSTER").contains("该来源有被拒收的行可能就是该生");
		assertThat(strings("select concat_ws(' ', row_no, reason, detail) from reject order by row_no"))
			.containsExactly("3 ROW_NO_KEY 没有姓名；请补上姓名，或删除这一行", "4 ROW_NO_KEY 没有姓名；请补上姓名，或删除这一行");
		assertThat(strings("select concat_ws(' ', rows_read, rows_loaded, rows_rejected, marks) from run_file"
				+ " where role = 'roster'"))
			.containsExactly("3 1 2 1");
		assertThat(Files.readString(outcome.folder().resolve("findings.csv"))).contains("\"Null\"");
		assertThat(Files.readString(outcome.folder().resolve("rejects.csv"))).contains("name=NULL");
	}

	@Test
	void aWordOfADeliveredTableIsAValue() throws Exception {
		this.rollcall.file("platform/TD_ZZMMDM.csv", "ZZMMDM,ZZMMMC\n00,无\n13,群众\n")
			.file("platform/学信网.csv",
					HEADER + row(1, "张三", "理学院").replace("群众", "00") + row(2, "李四", "理学院").replace("群众", "无"))
			.file("roster/名单.csv", HEADER + row(1, "张三", "理学院") + row(2, "李四", "理学院"));
		this.rollcall.run(RunListener.NONE);
		assertThat(found()).hasSize(2).allMatch((each) -> each.startsWith("FIELD_DIFFERS political_status"));
	}

	@Test
	void theTextsSayHowADateWasRead() throws Exception {
		this.rollcall.file("roster/名单.csv", HEADER + row(1, "张三", "理学院") + row(2, "李四", "理学院"))
			.file("platform/学信网.csv", HEADER + row(1, "张三", "理学院") + row(2, "李四", "理学院"))
			.file("discrepancies/差异.csv", """
					学号,有误字段,正确信息,佐证材料,审核日期
					202001001,性别,男,身份证,11月21日
					202001002,性别,男,身份证,上周三
					""")
			.file("accounts/账号.csv", """
					学号,问题类型,上传日期,审核状态
					202001001,ACC-21a,11.5,待审核
					202001002,ACC-21a,10.11,待审核
					""");
		this.rollcall.run(LocalDate.of(2020, 11, 24), RunListener.NONE);
		List<String> found = found();
		assertThat(found).filteredOn((each) -> each.startsWith("CLAIM_UNSUPPORTED"))
			.anyMatch((each) -> each.contains("审核日期“11月21日”按 2020-11-21 理解"))
			.anyMatch((each) -> each.contains("审核日期“上周三”看不出是哪一天，未据此判断；请写明年月日"));
		assertThat(found).filteredOn((each) -> each.startsWith("CLAIM_LATE")).hasSize(1);
		assertThat(found).filteredOn((each) -> each.startsWith("ACCOUNT_PROBLEM"))
			.anyMatch((each) -> each.contains("上传日期“11.5”按 2020-11-05 理解"))
			.anyMatch((each) -> each.contains("上传日期“10.11”看不出是哪一天"));
		assertThat(found).filteredOn((each) -> each.startsWith("ACCOUNT_AUDIT_OVERDUE")).hasSize(1);
		assertThat(found).noneMatch((each) -> each.contains("没有审核日期"));
	}

	@Test
	void maskedValuesAreExplained() throws Exception {
		this.rollcall.file("roster/名单.csv", HEADER + row(1, "张三", "理学院") + row(2, "李四", "理学院"))
			.file("platform/学信网.csv", HEADER + row(1, "张*", "理学**") + row(2, "李四", "理学院"));
		this.rollcall.run(RunListener.NONE);
		assertThat(found()).containsExactlyInAnyOrder("NAME_SUSPECT name 有字被隐去（星号、叉号或“某”），不比对",
				"VALUE_NORMALISED college 1 个单元格有字符被隐去，不比对；请用未脱敏的数据重新导出");
		assertThat(String.join("\n", this.rollcall.explain("张三"))).contains("有字符被隐去");
	}

	@Test
	void aFormWithABrokenNumberIsToldSo() throws Exception {
		this.rollcall.file("roster/名单.csv", HEADER + row(1, "张三", "理学院"))
			.file("platform/学信网.csv", HEADER + row(1, "张三", "理学院"))
			.file("discrepancies/差异.csv", """
					学号,姓名,有误字段,正确信息,佐证材料,审核日期
					2020****1,张三,性别,男,身份证,2020-11-10
					202009999,李四,性别,男,身份证,2020-11-10
					""")
			.file("accounts/账号.csv", "学号,问题类型\n2.02E+11,ACC-21a\n########,ACC-12\n");
		this.rollcall.run(RunListener.NONE);
		List<String> found = found();
		assertThat(found).filteredOn((each) -> each.contains("看不出是哪名学生")).hasSize(3);
		assertThat(found).filteredOn((each) -> each.contains("各来源中没有这名学生"))
			.singleElement()
			.asString()
			.startsWith("CLAIM_UNKNOWN_STUDENT");
	}

	private static String row(int number, String name, String college) {
		return "2061000000000%d,20200100%d,%s,女,1994082%d,,会计学,%s,群众%n".formatted(number, number, name, number,
				college);
	}

	private List<String> found() {
		return strings("select concat_ws(' ', code, field, detail) from finding"
				+ " where code not in ('REQUIRED_MISSING', 'MISMATCH_NOT_CLAIMED') order by code, student_key");
	}

	private List<String> strings(String sql) {
		return this.rollcall.jdbc().sql(sql).query(String.class).list();
	}

}
