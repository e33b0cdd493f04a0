package io.rollcall.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.run.Run;
import io.rollcall.run.RunListener;
import io.rollcall.text.Messages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page about a student answers why a finding is there, and why others are not. Every
 * student of the campaign has one thing about him.
 */
class ExplanationTest {

	private static final LocalDate DATE = LocalDate.of(2020, 11, 12);

	private static final List<String> HEADERS = List.of("考生号", "学号", "姓名", "性别", "出生日期", "身份证号", "民族", "专业名称", "学院",
			"班级", "入学状态", "异动类型", "文号", "备注");

	private static final String RESIDENT = "100001199003078673";

	@TempDir
	private static Path folder;

	private static Installation installation;

	private static Run first;

	private static Run second;

	private static Run unmasked;

	@BeforeAll
	static void run() throws Exception {
		installation = new Installation(folder);
		file("roster/名单.csv", roster());
		file("platform/学信网.csv", platform());
		file("enrolled/在校.csv", List.of(student("5", "学号", "201801005", "考生号", ""),
				student("6", "学号", "201801006", "考生号", "", "姓名", "王老生")));
		installation.file("discrepancies/申报.csv", "学号,姓名,学院,有误字段,正确信息\n202099001,学生乙,飞行器学院,民族,回族\n");
		first = installation.run(DATE, RunListener.NONE).run();
		second = installation.run(DATE, RunListener.NONE).run();
		unmasked = installation.run(DATE.plusDays(1), true, RunListener.NONE).run();
	}

	private static List<Map<String, String>> roster() {
		List<Map<String, String>> rows = new ArrayList<>();
		rows.add(student("1"));
		rows.add(student("1", "专业名称", "软件工程", "身份证号", number("20020509", "304")));
		rows.add(student("2", "身份证号", "100001900307867", "出生日期", "19900307", "性别", "男"));
		rows.add(student("3", "身份证号", "10000120020815003x\t", "出生日期", "20020815", "性别", "男"));
		rows.add(student("4", "身份证号", "H1234567801"));
		rows.add(student("5"));
		rows.add(student("6"));
		rows.add(student("7", "姓名", "周近", "出生日期", "20020507", "身份证号", number("20020507", "302")));
		rows.add(student("8", "姓名", "周近", "出生日期", "20020507", "身份证号", nearby(number("20020507", "302"))));
		rows.add(student("9", "姓名", ""));
		rows.add(student("10", "考生号", "19610000000010", "入学状态", "恢复入学"));
		rows.add(student("11", "身份证号", "100001200205023000", "出生日期", "20020502"));
		rows.add(student("12", "专业名称", "软件工程", "异动类型", "转专业", "文号", "校教字12号"));
		rows.add(student("13", "考生号", "", "身份证号", "", "学号", "202001013"));
		rows.add(student("14", "备注", "旧号 " + RESIDENT + " 已改"));
		rows.add(student("15", "身份证号", "1000********8673", "民族", "火星族", "出生日期", "20021301"));
		rows.add(student("99", "姓名", ""));
		rows.add(student("16", "考生号", "", "姓名", "独孤近", "身份证号", "", "出生日期", ""));
		return rows;
	}

	private static List<Map<String, String>> platform() {
		List<Map<String, String>> rows = new ArrayList<>();
		for (String number : List.of("1", "5", "6", "9", "14", "15")) {
			rows.add(student(number));
		}
		rows.add(student("2", "身份证号", RESIDENT, "出生日期", "19900307", "性别", "男"));
		rows.add(student("3", "身份证号", "10000120020815003X", "出生日期", "20020815", "性别", "男"));
		rows.add(student("4", "身份证号", "H12345678"));
		rows.add(student("7", "姓名", "周近", "出生日期", "20020507", "身份证号", number("20020507", "302")));
		rows.add(student("8", "姓名", "周近", "出生日期", "20020507", "身份证号", nearby(number("20020507", "302"))));
		rows.add(student("10", "考生号", "19610000000010", "入学状态", "恢复入学"));
		rows.add(student("11", "身份证号", "100001200205023000", "出生日期", "20020502"));
		rows.add(student("12", "学号", "202001012"));
		rows.add(student("13", "学号", ""));
		rows.add(student("17", "学号", "", "姓名", "独孤近", "学院", "理学院", "专业名称", "数学"));
		return rows;
	}

	@AfterAll
	static void close() {
		installation.close();
	}

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', textBlock = """
			202001001 | 专业名称：行 3：软件工程；行 2：飞行器设计
			202001001 | 身份证号：行 3：**************3041；行 2：**************3025（第 15–17 位（顺序码）不同、末位（校验码）不同）
			202001002 | ************867 → **************8673（15 位旧号换算为 18 位）
			202001002 | 15 位旧号：教务名单、学信网导出的身份证号换算为 18 位后相同，不报 FIELD_DIFFERS
			202001003 | **************003X（去掉或合并空格、制表符、末位统一为 X）
			202001004 | 略去通行证的换发次数
			202001005 | 在校生名单中姓名和证件号都相同的人
			202001006 | 在校生名单中证件号相同、姓名不同的人
			202001007 | 涉及：周近 202001008 飞行器学院 (roster:名单.csv#!10;platform:学信网.csv#!12)
			202001009 | 可能是该生的被拒收行：roster:名单.csv#!11  ROW_NO_KEY
			202001010 | 考生号年份：教务名单、学信网导出的考生号是 2019 年的，但该学生恢复入学
			202001012 | 专业名称不一致本应列为须处理，因有异动文件可以说明，只供参考
			202001013 | （可能性约 99.9%）：支持的有姓名相同 +17.0、出生日期相同 +9.7
			202001013 | 每加 1，是同一人的机会翻一倍
			202001013 | 学信网导出中没有该生，但可能就是与之相似的那条记录
			202001015 | 身份证号不与其他来源比对：号码已脱敏
			202001015 | 民族不与其他来源比对：不在代码表中
			202001015 | 出生日期不与其他来源比对：日期不存在或写法无法确定
			202001016 | 没有关联的相近记录：独孤近 20610000000017 理学院 (platform:学信网.csv#!17)：与另一记录相似，但未达到提示的界限：支持的有姓名相同 +17.0
			202001016 | 以上数字是证据的分量：每加 1，是同一人的机会翻一倍
			202001099 | roster:名单.csv#!18  ROW_NO_KEY
			""")
	void aPageTells(String student, String sentence) {
		assertThat(page(student, first)).contains(sentence);
	}

	@Test
	void rowsStandBesideEnrolledStudents() {
		assertThat(lines("202001005", first, "zh"))
			.anySatisfy((line) -> assertThat(line).contains("教务名单 行 7", "学信网导出 行 3", "在校生名单 行 2"))
			.anySatisfy((line) -> assertThat(line).startsWith("  学号").endsWith("201801005"));
		assertThat(page("202001006", first)).contains("王老生");
	}

	@Test
	void thoseWhomAFindingNamesStandBesideEachOther() {
		assertThat(page("202001007", first)).contains("问题涉及的学生对照", "周近 202001008", "末位（校验码）不同", "ID_NEAR_DUPLICATE");
	}

	@ParameterizedTest
	@CsvSource({ "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15" })
	void aMaskedRunShowsNoNumber(String student) {
		assertThat(page("2020010" + "0".repeat(2 - student.length()) + student, first))
			.doesNotContainPattern("(?<![\\d*])(10000[01]|H1234)\\d{4,}")
			.doesNotContain("100.0%");
	}

	@Test
	void anUnmaskedRunShowsWhatIsCompared() {
		assertThat(page("202001002", unmasked)).contains("100001900307867 → " + RESIDENT);
		assertThat(page("202001004", unmasked)).contains("H1234567801 → H12345678（略去通行证的换发次数）");
	}

	@Test
	void theRunThatIsAskedForStandsForItsDate() {
		assertThat(page("202001012", first)).contains("注意：同一日期后来又运行了 2020-11-12-2")
			.contains("此后最近发布的一次是 2020-11-13-1")
			.contains("七、历次运行\n  2020-11-12-1\n    FIELD_DIFFERS")
			.doesNotContain("2020-11-12-2\n    FIELD_DIFFERS");
		assertThat(page("202001012", second)).doesNotContain("注意").contains("七、历次运行\n  2020-11-12-2\n");
		assertThat(page("202001012", unmasked)).contains("2020-11-12-2 至 2020-11-13-1（2 次）\n    FIELD_DIFFERS");
	}

	@Test
	void aTailOfZerosIsUsedUntilTheColumnIsDamaged() {
		assertThat(page("202001011", first)).contains("以 000 结尾，但校验位正确，同列也没有损坏的号码，按正常号码使用");
	}

	@Test
	void aFindingAboutAFileIsExplainedToo() {
		String id = installation.jdbc()
			.sql("select finding_id from finding where code = 'VALUE_NORMALISED' and run_id = ? limit 1")
			.param(first.id())
			.query(String.class)
			.single();
		assertThat(page(id, first)).startsWith("roster:名单.csv").contains("关于整个文件", "[I] VALUE_NORMALISED");
	}

	@Test
	void somebodyWhomOnlyAFormNamesIsExplainedBesideHisNamesake() {
		assertThat(page("202099001", first)).contains("只在申报", "二、申报与账号\n  discrepancies:申报.csv#!2",
				"CLAIM_UNKNOWN_STUDENT");
		assertThat(page("学生乙", first)).contains("202001001").contains("CLAIM_UNKNOWN_STUDENT");
	}

	@ParameterizedTest
	@CsvSource({ "zh", "en" })
	void everyLineFitsItsTerminal(String language) {
		for (int i = 1; i < 16; i++) {
			assertThat(lines("2020010%02d".formatted(i), first, language))
				.allSatisfy((line) -> assertThat(width(line)).as(line).isLessThanOrEqualTo(110))
				.noneMatch((line) -> line.contains("explain.") || line.matches(".*\\{\\d}.*"));
		}
	}

	private static int width(String line) {
		return line.codePoints().map((c) -> (c >= 0x2E80) ? 2 : 1).sum();
	}

	private static String page(String student, Run run) {
		return String.join("\n",
				installation.explanations().explain(student, Optional.of(run), Messages.of("zh"), 1_000));
	}

	private static List<String> lines(String student, Run run, String language) {
		return installation.explanations().explain(student, Optional.of(run), Messages.of(language), 100);
	}

	private static Map<String, String> student(String number, String... different) {
		Map<String, String> row = new LinkedHashMap<>();
		String two = "0".repeat(2 - number.length()) + number;
		row.put("考生号", "206100000000" + two);
		row.put("学号", "2020010" + two);
		row.put("姓名", "学生" + "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳".charAt(Integer.parseInt(number) % 16));
		row.put("性别", "女");
		row.put("出生日期",
				"200205" + (Integer.parseInt(number) < 15 ? "%02d".formatted(Integer.parseInt(number) + 8) : "25"));
		row.put("身份证号", number(row.get("出生日期"), "302"));
		row.put("民族", "汉族");
		row.put("专业名称", "飞行器设计");
		row.put("学院", "飞行器学院");
		row.put("班级", "飞设20" + two);
		for (int i = 0; i < different.length; i += 2) {
			row.put(different[i], different[i + 1]);
		}
		return row;
	}

	/** A number of no province, with a right check digit. */
	private static String number(String birth, String order) {
		String body = "100001" + birth + order;
		int[] weights = { 7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2 };
		int sum = 0;
		for (int i = 0; i < body.length(); i++) {
			sum += (body.charAt(i) - '0') * weights[i];
		}
		return body + "10X98765432".charAt(sum % 11);
	}

	/** The same number with another last place. */
	private static String nearby(String number) {
		return number.substring(0, 17) + (number.endsWith("1") ? "2" : "1");
	}

	private static void file(String name, List<Map<String, String>> rows) throws IOException {
		StringBuilder text = new StringBuilder(String.join(",", HEADERS)).append('\n');
		for (Map<String, String> row : rows) {
			text.append(String.join(",", HEADERS.stream().map((header) -> row.getOrDefault(header, "")).toList()))
				.append('\n');
		}
		installation.file(name, text.toString());
	}

}
