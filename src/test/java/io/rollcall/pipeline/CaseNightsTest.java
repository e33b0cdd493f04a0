package io.rollcall.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.rollcall.run.RunListener;
import io.rollcall.run.RunOutcome;
import io.rollcall.run.RunRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Cases over several nights: what colleges and the registrar answer in their workbooks is
 * entered once, lapses when values change, is approved as it was shown, stands in the
 * corrections until it is handed in, and closes by evidence.
 */
class CaseNightsTest {

	private static final String ONE = Nights.ONE;

	private static final String TWO = Nights.TWO;

	private static final String OTHER = ONE.replace("汉族", "回族");

	private static final String ZHANG = "202001001";

	@TempDir
	private Path folder;

	private Nights nights;

	@BeforeEach
	void open() throws Exception {
		this.nights = new Nights(this.folder).sources(ONE, OTHER, ONE);
	}

	@AfterEach
	void close() {
		this.nights.close();
	}

	@Test
	void anAnswerGoesThroughToTheCorrectionAndTheCaseClosesByEvidence() throws Exception {
		Path first = this.nights.night(12);
		assertThat(Nights.figures(first)).containsEntry("to_do", 1).containsEntry("new", 1);
		this.nights.answer(first, Nights.COLLEGE, "学院.xlsx", ZHANG, "民族", "学院审核结论", "属实", "佐证材料", "居民身份证", "审核人", "王老师",
				"审核日期", "2020-11-13");
		Path second = this.nights.night(13);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "college-confirmed");
		assertThat(this.nights.codes()).containsEntry("REVIEW_APPLIED", 1L)
			.doesNotContainKeys("REVIEW_REFUSED", "REVIEW_STALE");
		assertThat(Nights.figures(second)).containsEntry("answered", 1)
			.containsEntry("new", 0)
			.containsEntry("waits_for_registrar", 1);
		assertThat(Nights.sheet(second.resolve(Nights.REGISTRAR), "待处理")).singleElement()
			.satisfies((row) -> assertThat(row).containsEntry("状态", "学院已核实，待复核")
				.containsEntry("学院结论", "属实")
				.containsEntry("学院更正值", "汉族")
				.containsEntry("佐证材料", "居民身份证")
				.containsEntry("审核人", "王老师")
				.containsEntry("日期", "2020-11-13")
				.containsEntry("拟更正为", "汉族")
				.containsEntry("更正值", ""));
		assertThat(Nights.sheet(second.resolve(Nights.COLLEGE), "待处理")).singleElement()
			.satisfies((row) -> assertThat(row).containsEntry("学院审核结论", "属实").containsEntry("更正值", "汉族"));

		this.nights.answer(second, Nights.REGISTRAR, "教务处.xlsx", ZHANG, "民族", "复核意见", "同意", "复核人", "赵老师", "复核日期",
				"2020-11-14");
		Path third = this.nights.night(14);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "registrar-approved");
		assertThat(third.resolve("corrections.dbf")).exists();
		List<List<String>> lines = Nights.rows(third.resolve("corrections.xlsx"), "学籍信息修改");
		assertThat(lines.get(0)).startsWith("KSH", "XH", "XM", "XB", "CSRQ", "ZJLX", "ZJHM");
		assertThat(lines).hasSize(2);
		assertThat(lines.get(1)).startsWith("20610000000001", ZHANG, "张三", "女", "19940823", "", "810000199408230021",
				"", "汉族");
		assertThat(Nights.sheet(third.resolve("corrections.xlsx"), "更正前后对照").get(0)).containsEntry("更正前（学信网）", "回族")
			.containsEntry("更正后", "汉族")
			.containsEntry("审核人", "王老师")
			.containsEntry("复核人", "赵老师")
			.containsEntry("新增", "新");

		Path fourth = this.nights.night(15);
		assertThat(Nights.sheet(fourth.resolve("corrections.xlsx"), "更正前后对照").get(0)).containsEntry("新增", "");
		handIn("2020-11-15-1");
		Path fifth = this.nights.night(16);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "sent");
		assertThat(Nights.rows(fifth.resolve("corrections.xlsx"), "学籍信息修改")).hasSize(1);
		assertThat(Nights.sheet(fifth.resolve(Nights.REGISTRAR), "已报送待生效")).singleElement()
			.satisfies((row) -> assertThat(row).containsEntry("更正后", "汉族").containsEntry("学信网现值", "回族"));
		assertThat(Nights.figures(fifth)).containsEntry("to_do", 0).containsEntry("waits_for_platform", 1);

		this.nights.sources(ONE, ONE, ONE);
		Path sixth = this.nights.night(17);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "closed");
		assertThat(sixth.resolve("corrections.xlsx")).doesNotExist();
		assertThat(Nights.figures(sixth)).containsEntry("closed", 1);

		this.nights.sources(ONE, OTHER, ONE);
		Path seventh = this.nights.night(18);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "reopened");
		assertThat(Nights.figures(seventh)).containsEntry("reopened", 1).containsEntry("new", 0);
		assertThat(this.nights.events()).containsExactly("answered open college-confirmed",
				"answered college-confirmed registrar-approved", "sent registrar-approved sent", "closed sent closed",
				"reopened closed reopened");
		assertThat(this.folder.resolve("output/freshman-2020/corrections"))
			.isDirectoryContaining("glob:**/2020-11-14-1.xlsx")
			.isDirectoryContaining("glob:**/index.csv");
	}

	private void handIn(String run) {
		RunRef ref = RunRef.parse(run).orElseThrow();
		assertThat(this.nights.installation()
			.handedIn()
			.enter(this.nights.installation().runs().find(ref), "platform", LocalDate.of(2020, 11, 15), "registrar"))
			.isEqualTo(1);
	}

	@Test
	void handingInTwiceIsAsOnceAndARunOfAnOlderDateLeavesWhatHoldsNow() throws Exception {
		Path first = this.nights.night(12);
		this.nights.answer(first, Nights.REGISTRAR, "教务处.xlsx", ZHANG, "民族", "复核意见", "同意");
		this.nights.night(13);
		handIn("2020-11-13-1");
		handIn("2020-11-13-1");
		this.nights.night(14);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "sent");
		RunOutcome older = this.nights.installation()
			.runs()
			.rerun(RunRef.parse("2020-11-13-1").orElseThrow(), "", RunListener.NONE);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "registrar-approved");
		assertThat(Nights.rows(older.folder().resolve("corrections.xlsx"), "学籍信息修改")).hasSize(2);
		this.nights.night(15);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "sent");
	}

	@Test
	void theListOfCorrectionsComesBackWithTheDayOnWhichItWasHandedIn() throws Exception {
		Path first = this.nights.night(12);
		this.nights.answer(first, Nights.REGISTRAR, "教务处.xlsx", ZHANG, "民族", "复核意见", "同意");
		Path second = this.nights.night(13);
		this.nights.fill(second.resolve("corrections.xlsx"), "更正前后对照", "报送.xlsx", ZHANG, "民族", "已上报", "2020-11-13");
		this.nights.night(14);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "sent");
		assertThat(this.nights.codes()).doesNotContainKeys("REVIEW_REFUSED", "REVIEW_STALE");
		this.nights.sources(ONE, ONE.replace("汉族", "苗族"), ONE);
		Path third = this.nights.night(15);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "reopened");
		assertThat(third.resolve("corrections.xlsx")).doesNotExist();
	}

	@Test
	void twoFilesOfOneDeskThatContradictEachOtherAreBothRefusedUntilABetterOneComes() throws Exception {
		Path first = this.nights.night(12);
		this.nights.answer(first, Nights.COLLEGE, "甲.xlsx", ZHANG, "民族", "学院审核结论", "属实")
			.answer(first, Nights.COLLEGE, "乙.xlsx", ZHANG, "民族", "学院审核结论", "属实", "更正值", "满族");
		Path second = this.nights.night(13);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "open");
		assertThat(this.nights.details("REVIEW_REFUSED")).singleElement()
			.asString()
			.contains("reviews:甲.xlsx#待处理!2", "reviews:乙.xlsx#待处理!2", "不一致");
		assertThat(Nights.counts(second, "reviews")).containsEntry("read", 2)
			.containsEntry("rejected", 2)
			.containsEntry("loaded", 0);
		this.nights.answer(second, Nights.COLLEGE, "丙.xlsx", ZHANG, "民族", "学院审核结论", "属实", "更正值", "满族");
		Path third = this.nights.night(14);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "college-confirmed");
		assertThat(this.nights.codes()).doesNotContainKey("REVIEW_REFUSED");
		assertThat(Nights.counts(third, "reviews")).containsEntry("read", 3)
			.containsEntry("duplicates", 2)
			.containsEntry("loaded", 1);
	}

	@Test
	void aValueThatTheRegistrarWasNotShownIsNeverApproved() throws Exception {
		Path first = this.nights.night(12);
		this.nights.answer(first, Nights.REGISTRAR, "教务处.xlsx", ZHANG, "民族", "复核意见", "同意")
			.answer(first, Nights.COLLEGE, "学院.xlsx", ZHANG, "民族", "学院审核结论", "属实", "更正值", "满族");
		Path second = this.nights.night(13);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "college-confirmed");
		assertThat(this.nights.codes()).containsEntry("REVIEW_APPLIED", 1L).containsEntry("REVIEW_STALE", 1L);
		assertThat(second.resolve("corrections.xlsx")).doesNotExist();
	}

	@Test
	void bothAnswersOfOneNightCountWhereTheyMeanTheSame() throws Exception {
		Path first = this.nights.night(12);
		this.nights.answer(first, Nights.REGISTRAR, "a.xlsx", ZHANG, "民族", "复核意见", "同意")
			.answer(first, Nights.COLLEGE, "b.xlsx", ZHANG, "民族", "学院审核结论", "属实");
		this.nights.night(13);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "registrar-approved");
	}

	@Test
	void aCollegeThatSaysOtherwiseTakesTheApprovalBack() throws Exception {
		Path first = this.nights.night(12);
		this.nights.answer(first, Nights.REGISTRAR, "教务处.xlsx", ZHANG, "民族", "复核意见", "同意");
		Path second = this.nights.night(13);
		assertThat(second.resolve("corrections.xlsx")).exists();
		this.nights.answer(second, Nights.COLLEGE, "学院.xlsx", ZHANG, "民族", "学院审核结论", "不属实");
		Path third = this.nights.night(14);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "college-rejected");
		assertThat(this.nights.details("REVIEW_APPLIED")).anyMatch((detail) -> detail.contains("原结论已收回"));
		assertThat(third.resolve("corrections.xlsx")).doesNotExist();
	}

	@Test
	void theRegistrarsOwnValueIsApprovedInEveryCaseByTheRouteHeChose() throws Exception {
		Path first = this.nights.night(12);
		this.nights.answer(first, Nights.COLLEGE, "学院.xlsx", ZHANG, "民族", "学院审核结论", "待佐证");
		Path second = this.nights.night(13);
		this.nights.answer(second, Nights.REGISTRAR, "教务处.xlsx", ZHANG, "民族", "复核意见", "同意", "更正值", "藏族", "复核办理途径",
				"报省级主管部门");
		Path third = this.nights.night(14);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "registrar-approved");
		assertThat(Nights.rows(third.resolve("corrections.xlsx"), "学籍信息修改")).hasSize(1);
		assertThat(Nights.sheet(third.resolve("corrections.xlsx"), "报省级主管部门")).singleElement()
			.satisfies((row) -> assertThat(row).containsEntry("更正后", "藏族"));
	}

	@Test
	void anAnswerSurvivesANightWithoutASourceAndARowThatWasRefused() throws Exception {
		Path first = this.nights.night(12);
		this.nights.answer(first, Nights.COLLEGE, "学院.xlsx", ZHANG, "民族", "学院审核结论", "属实", "更正值", "满族");
		this.nights.night(13);
		this.nights.sources(ONE, OTHER, "");
		this.nights.night(14);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "college-confirmed");
		this.nights.sources(ONE + TWO, "20610000000001,,,,,,,,,\n" + TWO, ONE + TWO);
		this.nights.night(15);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "college-confirmed");
		this.nights.sources(ONE, OTHER, ONE);
		this.nights.night(16);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "college-confirmed");
		assertThat(this.nights.events()).noneMatch((event) -> event.startsWith("lapsed"));
	}

	@Test
	void anAnswerLapsesWhenAValueChangesAndIsNotAppliedAgainInSilence() throws Exception {
		Path first = this.nights.night(12);
		this.nights.answer(first, Nights.COLLEGE, "答复.xlsx", ZHANG, "民族", "学院审核结论", "不属实");
		this.nights.night(13);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "college-rejected");
		this.nights.sources(ONE, ONE.replace("汉族", "满族"), ONE);
		Path third = this.nights.night(14);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "open");
		assertThat(this.nights.codes()).containsEntry("REVIEW_STALE", 1L).doesNotContainKey("REVIEW_APPLIED");
		assertThat(Nights.figures(third)).containsEntry("stale", 1).containsEntry("lapsed", 1);
		this.nights.sources(ONE, OTHER, ONE);
		this.nights.night(15);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "open");
		assertThat(this.nights.details("REVIEW_STALE")).singleElement().asString().contains("现又与当时相同");
		assertThat(this.nights.events()).containsExactly("answered open college-rejected",
				"lapsed college-rejected open");
	}

	@Test
	void aLaterAnswerReplacesAnEarlierOneAndNobodyWhoIsUnsureConsents() throws Exception {
		Path first = this.nights.night(12);
		this.nights.answer(first, Nights.COLLEGE, "答复.xlsx", ZHANG, "民族", "学院审核结论", "属实");
		Path second = this.nights.night(13);
		this.nights.answer(second, Nights.COLLEGE, "更改.xlsx", ZHANG, "民族", "学院审核结论", "无法确定");
		Path third = this.nights.night(14);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "open");
		assertThat(Nights.sheet(third.resolve(Nights.REGISTRAR), "待处理").get(0)).containsEntry("状态", "学院无法确定，待复核")
			.containsEntry("拟更正为", "");
		this.nights.answer(third, Nights.REGISTRAR, "教务处.xlsx", ZHANG, "民族", "复核意见", "同意");
		this.nights.night(15);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "open");
		assertThat(this.nights.events()).containsExactly("answered open college-confirmed",
				"answered college-confirmed open", "answered open open");
	}

	@Test
	void whatComesBackAsItWasWrittenIsNoAnswer() throws Exception {
		Path first = this.nights.night(12);
		this.nights.answer(first, Nights.COLLEGE, "答复.xlsx", ZHANG, "民族", "学院审核结论", "属实", "备注", "已核");
		Path second = this.nights.night(13);
		Files.copy(second.resolve(Nights.COLLEGE), this.folder.resolve("input/reviews/原样.xlsx"));
		Path third = this.nights.night(14);
		assertThat(Nights.counts(third, "reviews")).containsEntry("read", 1);
		assertThat(this.nights.events()).containsExactly("answered open college-confirmed");
	}

	@Test
	void whatIsExplainedStaysSilentUntilAValueChanges() throws Exception {
		Path first = this.nights.night(12);
		this.nights.answer(first, Nights.COLLEGE, "答复.xlsx", ZHANG, "民族", "学院审核结论", "非问题", "备注", "民族成分变更");
		Path second = this.nights.night(13);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "open");
		this.nights.answer(second, Nights.REGISTRAR, "教务处.xlsx", ZHANG, "民族", "复核意见", "同意");
		Path third = this.nights.night(14);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "known-ok");
		assertThat(Nights.rows(third.resolve(Nights.COLLEGE), "待处理")).noneMatch((row) -> row.contains(ZHANG));
		this.nights.sources(ONE, ONE.replace("汉族", "满族"), ONE);
		this.nights.night(15);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "open");
	}

	@Test
	void whereNothingCanBeApprovedTheRegistrarIsToldSo() throws Exception {
		this.nights.sources(ONE.replace("汉族", ""), ONE.replace("汉族", "?"), ONE.replace("汉族", ""));
		Path first = this.nights.night(12);
		this.nights.answer(first, Nights.REGISTRAR, "教务处.xlsx", ZHANG, "民族", "复核意见", "同意");
		this.nights.night(13);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "open");
		assertThat(this.nights.details("REVIEW_REFUSED")).singleElement().asString().contains("没有可以批准的值");
	}

	@Test
	void aStudentsCasesGoOnUnderHisNewNumberAndNobodyInheritsThem() throws Exception {
		String two = TWO.replace("理学院", "飞行器学院");
		this.nights.sources(ONE + two, OTHER + two.replace("汉族", "满族"), ONE + two);
		Path first = this.nights.night(12);
		this.nights.answer(first, Nights.COLLEGE, "答复.xlsx", ZHANG, "民族", "学院审核结论", "不属实");
		this.nights.night(13);
		String a = ONE.replace("20610000000001", "20610000000002");
		String b = two.replace("20610000000002", "20610000000001");
		this.nights.sources(a + b, a.replace("汉族", "回族") + b.replace("汉族", "满族"), a + b);
		this.nights.night(14);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "college-rejected");
		assertThat(this.nights.cases("202001002")).containsEntry("ethnic_group", "open");
	}

	@Test
	void aProbableLinkIsDecidedOnEitherSideAndNeverTwiceDifferently() throws Exception {
		this.nights.sources(",202001001,张三,女,19940823,,汉族,飞行器设计,飞行器学院,\n", ONE.replace(ZHANG, ""), "");
		Path first = this.nights.night(12);
		assertThat(this.nights.codes()).containsEntry("LINK_PROBABLE", 2L);
		this.nights.answer(first, Nights.REGISTRAR, "教务处.xlsx", ZHANG, "", "复核意见", "同意");
		this.nights.fill(this.folder.resolve("input/reviews/教务处.xlsx"), "待处理", "教务处.xlsx", "", "", "复核意见", "不同意");
		this.nights.night(13);
		assertThat(this.nights.codes()).containsEntry("LINK_PROBABLE", 2L).containsEntry("REVIEW_REFUSED", 2L);
		this.nights.takeAway("教务处.xlsx");
		Path third = this.nights.night(14);
		this.nights.answer(third, Nights.REGISTRAR, "新.xlsx", ZHANG, "", "复核意见", "同意");
		this.nights.night(15);
		this.nights.night(16);
		assertThat(this.nights.codes()).doesNotContainKeys("LINK_PROBABLE", "MISSING_IN_PLATFORM", "MISSING_IN_ROSTER");
	}

	@Test
	void whoIsMissingStaysMissingWhileTheSourceItselfIsAbsent() throws Exception {
		this.nights.sources(ONE + TWO, ONE, ONE + TWO);
		this.nights.night(12);
		assertThat(missing()).isEqualTo("202001002 open 2020-11-12");
		this.nights.sources(ONE + TWO, "", ONE + TWO);
		this.nights.night(13);
		assertThat(missing()).isEqualTo("202001002 open 2020-11-12");
		this.nights.sources(ONE + TWO, ONE, ONE + TWO);
		this.nights.night(14);
		assertThat(missing()).isEqualTo("202001002 open 2020-11-14");
		this.nights.sources(ONE + TWO, ONE + TWO, ONE + TWO);
		this.nights.night(15);
		assertThat(this.nights.codes()).doesNotContainKey("MISSING_IN_PLATFORM");
	}

	private String missing() {
		return this.nights.installation().jdbc().sql("""
				select student_no || ' ' || state || ' ' || last_seen from finding
				 where code = 'MISSING_IN_PLATFORM' and run_id = (select max(run_id) from run)
				""").query(String.class).single();
	}

	@Test
	void aClaimIsJudgedByItsOwnRowWhateverElseOfItsFileIsRefused() throws Exception {
		String claims = "学号,姓名,有误字段,学信网信息,正确信息,佐证材料,审核人\n" + ZHANG + ",张三,民族,回族,汉族,户口簿,王老师\n";
		this.nights.installation().file("discrepancies/申报.csv", claims + ",无号,民族,回族,汉族,户口簿,王老师\n");
		this.nights.night(12);
		assertThat(this.nights.codes()).containsEntry("CLAIM_SUPPORTED", 1L);
		this.nights.sources(ONE, ONE, ONE);
		this.nights.night(13);
		assertThat(this.nights.codes()).containsEntry("CLAIM_ALREADY_CORRECT", 1L).doesNotContainKey("CLAIM_SUPPORTED");
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "closed");
	}

	@ParameterizedTest
	@CsvSource({ "820000199408230023, 1–6", "810000199408230048, 15–17", "82000019940823004X, 1–6、15–17",
			"810000199408230022, 18" })
	void aProposedNumberTellsItsPlacesThatChange(String platform, String places) throws Exception {
		this.nights.sources(ONE, ONE.replace("810000199408230021", platform), ONE);
		Path night = this.nights.night(12);
		for (String workbook : List.of(Nights.COLLEGE, Nights.REGISTRAR)) {
			assertThat(Nights.sheet(night.resolve(workbook), "待处理").get(0)).containsEntry("拟更正为",
					"**************0021 改 " + places + " 位");
		}
	}

	@Test
	void aClaimThatNoSourceSupportsIsNeverProposedBackwards() throws Exception {
		this.nights.sources(ONE, ONE, ONE);
		this.nights.installation()
			.file("discrepancies/申报.csv", "学号,姓名,有误字段,学信网信息,正确信息,佐证材料,审核人\n" + ZHANG + ",张三,民族,汉族,藏族,户口簿,王老师\n");
		Path first = this.nights.night(12);
		assertThat(Nights.sheet(first.resolve(Nights.COLLEGE), "待处理").get(0)).containsEntry("拟更正为", "藏族");
		this.nights.answer(first, Nights.COLLEGE, "学院.xlsx", ZHANG, "民族", "学院审核结论", "属实");
		Path second = this.nights.night(13);
		this.nights.answer(second, Nights.REGISTRAR, "教务处.xlsx", ZHANG, "民族", "复核意见", "同意");
		this.nights.night(14);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "registrar-approved");
		this.nights.sources(ONE, ONE.replace("汉族", "藏族"), ONE);
		Path fourth = this.nights.night(15);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "open");
		assertThat(Nights.sheet(fourth.resolve(Nights.REGISTRAR), "待处理").get(0)).containsEntry("拟更正为", "藏族");
	}

	@Test
	void theSameNightsRunAgainGiveTheSameFigures() throws Exception {
		String other = TWO.replace("软件工程", "数学");
		Path first = this.nights.night(12);
		this.nights.answer(first, Nights.COLLEGE, "答复.xlsx", ZHANG, "民族", "学院审核结论", "属实");
		this.nights.sources(ONE + TWO, OTHER + other, ONE + TWO);
		Path second = this.nights.night(13);
		this.nights.sources(ONE + TWO, ONE + other, ONE + TWO);
		Path third = this.nights.night(14);
		Map<String, Integer> afterTwo = Nights.figures(second);
		Map<String, Integer> afterThree = Nights.figures(third);
		assertThat(afterTwo).containsEntry("new", 1).containsEntry("open", 1).containsEntry("answered", 1);
		assertThat(afterThree).containsEntry("closed", 1).containsEntry("open", 1).containsEntry("new", 0);
		this.nights.sources(ONE + TWO, OTHER + other, ONE + TWO);
		assertThat(Nights.figures(this.nights.night(13))).isEqualTo(afterTwo);
		this.nights.sources(ONE + TWO, ONE + other, ONE + TWO);
		assertThat(Nights.figures(this.nights.night(14))).isEqualTo(afterThree);
	}

	@Test
	void aFileThatCannotBeOpenedKeepsNoOtherAnswerBack() throws Exception {
		Path first = this.nights.night(12);
		this.nights.answer(first, Nights.COLLEGE, "答复.xlsx", ZHANG, "民族", "学院审核结论", "属实");
		this.nights.installation().file("reviews/坏.xlsx", "PK\u0003\u0004 no workbook");
		this.nights.night(13);
		assertThat(this.nights.codes()).containsEntry("REVIEW_APPLIED", 1L);
		this.nights.night(14);
		assertThat(this.nights.codes()).containsEntry("REVIEW_APPLIED", 1L);
		this.nights.takeAway("答复.xlsx");
		this.nights.night(15);
		assertThat(this.nights.codes()).doesNotContainKey("REVIEW_APPLIED");
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "college-confirmed");
	}

	@Test
	void aWrongCellIsARefusedRowOfItsCollege() throws Exception {
		Path first = this.nights.night(12);
		this.nights.answer(first, Nights.COLLEGE, "答复.xlsx", ZHANG, "民族", "学院审核结论", "不属实", "更正值", "汉族");
		Path second = this.nights.night(13);
		assertThat(this.nights.cases(ZHANG)).containsEntry("ethnic_group", "open");
		assertThat(this.nights.codes()).containsEntry("REVIEW_REFUSED", 1L);
		assertThat(Nights.counts(second, "reviews")).containsEntry("read", 1).containsEntry("rejected", 1);
		assertThat(Files.readString(second.resolve("rejects.csv")))
			.contains("\"reviews\",\"答复.xlsx\",\"待处理\",\"2\",\"REVIEW_REFUSED\"");
		assertThat(Nights.rows(second.resolve(Nights.COLLEGE), "审核回表")).hasSize(2);
	}

}
