package io.rollcall.report;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.rollcall.facts.CaseEventRow;
import io.rollcall.facts.CaseRow;
import io.rollcall.facts.FindingRow;
import io.rollcall.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class BirthDateGuardTest {

	private static final String MASKED = "**************1234";

	private static final FindingRow NUMBER = FindingBuilder.aFinding()
		.values("id_no", MASKED, "**************1243")
		.detail("教务系统为 " + MASKED + "，末四位不同")
		.build();

	private static final FindingRow BIRTH = FindingBuilder.aFinding()
		.values("birth_date", "2001-02-03", "2001-02-13")
		.build();

	private final BirthDateGuard guard = new BirthDateGuard(LocalDate.of(2020, 11, 10), false);

	@TempDir
	private Path folder;

	@Test
	void withoutABirthDateTheLastDigitsStay() {
		this.guard.see(NUMBER);
		assertThat(this.guard.guard(NUMBER)).isEqualTo(NUMBER);
	}

	@Test
	void aBirthDateHidesEveryDigitInAllRowsOfThePerson() {
		this.guard.see(NUMBER);
		this.guard.see(BIRTH);
		FindingRow shown = this.guard.guard(NUMBER);
		assertThat(shown.rosterValue()).isEqualTo("******");
		assertThat(shown.platformValue()).isEqualTo("******");
		assertThat(shown.detail()).isEqualTo("教务系统为 ******，末四位不同");
		assertThat(this.guard.guard(BIRTH)).isEqualTo(BIRTH);
	}

	@Test
	void anotherPersonKeepsTheDigits() {
		this.guard.see(BIRTH);
		FindingRow other = FindingBuilder.aFinding()
			.student("2020010002", "20610100000002", "测试丙")
			.values("id_no", MASKED, MASKED)
			.build();
		assertThat(this.guard.guard(other)).isEqualTo(other);
	}

	@Test
	void onePersonUnderTwoNumbersIsKnownByName() {
		this.guard.see(BIRTH);
		FindingRow second = FindingBuilder.aFinding()
			.student("2020019999", "20610100009999", BIRTH.name())
			.values("id_no", MASKED, MASKED)
			.build();
		assertThat(this.guard.guard(second).rosterValue()).isEqualTo("******");
	}

	@Test
	void rowsWithoutNumberAndNameAreNotOnePerson() {
		this.guard.see(FindingBuilder.aFinding().student("", "", "").values("birth_date", "2001-02-03", "").build());
		FindingRow other = FindingBuilder.aFinding().student("", "", "").values("id_no", MASKED, "").build();
		assertThat(this.guard.guard(other)).isEqualTo(other);
	}

	@ParameterizedTest
	@ValueSource(strings = { "号码中的出生日期为20010203", "2001-02-03", "2001/2/3", "2001.2.3", "2001年2月3日", "2001年2月",
			"与2001-02不符" })
	void aBirthDateInTheTextCountsToo(String detail) {
		this.guard
			.see(FindingBuilder.aFinding().code("ID_BIRTH_MISMATCH").values("id_no", "", "").detail(detail).build());
		assertThat(this.guard.guard(NUMBER).rosterValue()).isEqualTo("******");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2020-09-01", "20200901", "第7–14位不同", "20610100000001", "学制4.0" })
	void otherDatesAndNumbersHideNothing(String detail) {
		this.guard.see(FindingBuilder.aFinding().values("entry_date", detail, "").detail(detail).build());
		assertThat(this.guard.guard(NUMBER)).isEqualTo(NUMBER);
	}

	@Test
	void aBirthDateInAnAnswerOrInWhatHappenedCountsToo() throws IOException {
		CaseRow number = CaseBuilder.aCase()
			.values("id_no", MASKED, MASKED)
			.proposed(MASKED + "（第 15–17 位不同）")
			.answered("CONFIRMED", MASKED, "居民身份证")
			.found("FIELD_DIFFERS", "E", "应为 " + MASKED, "请核对 " + MASKED)
			.build();
		CaseRow answered = CaseBuilder.aCase().answered("CONFIRMED", "2001-02-03", "户口簿").build();
		CaseRow handedIn = CaseBuilder.aCase()
			.values("birth_date", "", "")
			.approved("20010203", "20010213")
			.sentOn(LocalDate.of(2020, 11, 9))
			.build();
		CaseRow returned = CaseBuilder.aCase().reviewed("RETURNED", "", "生于2001年2月3日，请核对").build();
		CaseEventRow happened = Samples.event("answered", "birth_date", "2001-02-13", "2001-02-03");
		for (SampleRows rows : List.of(SampleRows.ofCases(number, answered), SampleRows.ofCases(number, returned),
				SampleRows.ofCases(number).andHandedIn(handedIn), SampleRows.ofCases(number).andHappened(happened))) {
			Path file = this.folder.resolve("c.xlsx");
			books().college(file, Samples.run(), Samples.college("计算机学院", rows), rows);
			assertThat(ReadBack.parts(file).values()).noneMatch((part) -> part.contains("*1234"));
			List<List<String>> list = ReadBack.sheets(file).get("待处理");
			assertThat(ReadBack.cell(list, 1, "拟更正为")).isEqualTo("******（第 15–17 位不同）");
			assertThat(ReadBack.cell(list, 1, "更正值")).isEqualTo("******");
		}
	}

	@Test
	void numbersOfCasesStayWhereNoBirthDateStands() throws IOException {
		CaseRow number = CaseBuilder.aCase().values("id_no", MASKED, MASKED).build();
		CaseRow other = CaseBuilder.aCase().student("2", "3", "测试丙").values("birth_date", "2001-02-03", "").build();
		SampleRows rows = SampleRows.ofCases(number, other);
		Path file = this.folder.resolve("c.xlsx");
		books().college(file, Samples.run(), Samples.college("计算机学院", rows), rows);
		assertThat(ReadBack.cell(ReadBack.sheets(file).get("待处理"), 1, "教务名单")).isEqualTo(MASKED);
	}

	@Test
	void noPartOfACollegesFileHoldsBoth() throws IOException {
		Path file = this.folder.resolve("c.xlsx");
		SampleRows rows = SampleRows.of(List.of(NUMBER, BIRTH));
		books().college(file, Samples.run(), Samples.college("计算机学院", rows), rows);
		assertThat(ReadBack.parts(file).values()).noneMatch((part) -> part.contains("*1234") || part.contains("*1243"))
			.anyMatch((part) -> part.contains("2001-02-03"));
	}

	@Test
	void theRegistrarAndUnmaskedRunsSeeBoth() throws IOException {
		Path file = this.folder.resolve("r.xlsx");
		SampleRows rows = SampleRows.of(List.of(NUMBER, BIRTH));
		books().registrar(file, Samples.run(), Samples.school(rows, "计算机学院"), rows);
		assertThat(ReadBack.sheets(file).get("待处理").get(1)).contains(MASKED);
		books().college(file, Samples.unmaskedRun(), Samples.college("计算机学院", rows), rows);
		assertThat(ReadBack.sheets(file).get("待处理").get(1)).contains(MASKED);
	}

	private Workbooks books() {
		return new Workbooks(Messages.of("zh"), Samples.LEGEND, this.folder, (text) -> "seal", Optional.empty());
	}

}
