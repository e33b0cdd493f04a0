package io.rollcall.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

import io.rollcall.report.ReadBack;
import io.rollcall.run.RunListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** No college's workbook shows what belongs to a student of another college. */
class ForeignValuesTest {

	private static final String HEADER = "考生号,学号,姓名,性别,出生日期,身份证号,专业名称,学院\n";

	private static final String CLAIMS = "学院,学号,姓名,有误字段,正确信息,佐证材料,审核日期\n";

	@TempDir
	private Path folder;

	private Installation rollcall;

	@BeforeEach
	void open() throws IOException {
		this.rollcall = new Installation(this.folder);
	}

	@AfterEach
	void close() {
		this.rollcall.close();
	}

	@Test
	void bothNumbersExchanged() throws Exception {
		this.rollcall.file("roster/名单.csv", HEADER + row(1, 1, "张一", "理学院") + row(2, 2, "李二", "人文学院"))
			.file("platform/学信网.csv", HEADER + row(2, 1, "张一", "理学院") + row(1, 2, "李二", "人文学院"));
		Path published = run(12);
		assertThat(Files.readString(published.resolve("findings.csv"))).contains("STUDENT_NO_SHARED");
		assertThat(college(published, "理学院")).contains("张一", "202077701").doesNotContain("李二", "202077702");
		assertThat(college(published, "人文学院")).contains("李二", "202077702").doesNotContain("张一", "202077701");
	}

	@Test
	void anotherCollegesClaimIsNoProposalWhereTheFieldIsDoubtfulAnyhow() throws Exception {
		this.rollcall.file("roster/名单.csv", HEADER + row(1, 1, "张一", "理学院") + row(2, 2, "李二", "人文学院"))
			.file("platform/学信网.csv", HEADER + row(1, 1, "张*", "理学院") + row(2, 2, "李二", "人文学院"))
			.file("discrepancies/差异.csv", CLAIMS + "人文学院,202077701,李二,姓名,李二,身份证,2020-11-10\n");
		Path published = run(12);
		assertThat(college(published, "理学院")).contains("张一").doesNotContain("李二");
		this.rollcall.file("discrepancies/差异.csv", CLAIMS + "人文学院,202077701,李二,姓名,李二二,身份证,2020-11-10\n");
		assertThat(college(run(13), "理学院")).contains("张一").doesNotContain("李二");
	}

	@Test
	void twoCollegesReportOneNumberThatNobodyHas() throws Exception {
		this.rollcall.file("roster/名单.csv", HEADER + row(1, 1, "张一", "理学院") + row(2, 2, "李二", "人文学院"))
			.file("platform/学信网.csv", HEADER + row(1, 1, "张一", "理学院") + row(2, 2, "李二", "人文学院"))
			.file("discrepancies/差异.csv", CLAIMS + """
					理学院,202009999,王三,姓名,王叁,身份证,2020-11-10
					人文学院,202009999,赵四,姓名,赵肆,身份证,2020-11-10
					""");
		Path published = run(12);
		assertThat(Files.readString(published.resolve("findings.csv"))).contains("CLAIM_UNKNOWN_STUDENT",
				"CLAIM_CONFLICT");
		assertThat(college(published, "理学院")).doesNotContain("赵四", "赵肆");
		assertThat(college(published, "人文学院")).doesNotContain("王三", "王叁");
	}

	private static String row(int number, int person, String name, String college) {
		String[] people = { "", "女,19900307,100001199003078673", "男,20020815,10000120020815003X" };
		return "2061000000000%d,20207770%d,%s,%s,会计学,%s%n".formatted(number, number, name, people[person], college);
	}

	private Path run(int day) throws Exception {
		return this.rollcall.run(LocalDate.of(2020, 11, day), true, RunListener.NONE).folder();
	}

	private static String college(Path published, String college) throws IOException {
		Path file = published.resolve("colleges/" + college + ".xlsx");
		return Files.exists(file) ? ReadBack.sheets(file).toString() : "";
	}

}
