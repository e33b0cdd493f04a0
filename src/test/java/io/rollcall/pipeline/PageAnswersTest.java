package io.rollcall.pipeline;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import io.rollcall.desk.AnswerRefused.Kind;
import io.rollcall.desk.AnswerRefused;
import io.rollcall.desk.AnswerRequest;
import io.rollcall.text.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is taken of an answer on a page, and what is refused: all of a form or nothing.
 */
class PageAnswersTest {

	private static final String ONE = Nights.ONE;

	private static final String TWO = Nights.TWO;

	private static final String ZHANG = "202001001";

	private static final String LI = "202001002";

	private static final String FIELD = "ethnic_group";

	@TempDir
	private Path folder;

	private Nights nights;

	private Path first;

	private Pages pages;

	private String zhang;

	private String li;

	@BeforeEach
	void open() throws Exception {
		this.nights = new Nights(this.folder).sources(ONE + TWO,
				ONE.replace("汉族", "回族") + TWO.replace("汉族", "满族").replace("软件工程", "数学"), ONE + TWO);
		this.first = this.nights.night(12);
		this.pages = new Pages(this.nights);
		this.zhang = this.pages.id(ZHANG, FIELD);
		this.li = this.pages.id(LI, FIELD);
	}

	@AfterEach
	void close() {
		this.nights.close();
	}

	private JdbcClient jdbc() {
		return this.nights.installation().jdbc();
	}

	private long kept() {
		return jdbc().sql("select count(*) from page_answer").query(Long.class).single();
	}

	private void refused(Kind kind, String key, Runnable answer) {
		AnswerRefused refused = this.pages.refused(answer);
		assertThat(refused).isNotNull();
		assertThat(refused.kind()).isEqualTo(kind);
		assertThat(refused.getMessage()).isEqualTo(key);
		assertThat(refused.sentence(Messages.of("zh"))).doesNotContain("{");
		assertThat(refused.sentence(Messages.of("en"))).doesNotContain("{");
	}

	@Test
	void manyCasesAreAnsweredAtOnceOrNone() throws Exception {
		refused(Kind.UNKNOWN, "unknown", () -> this.pages.registrar("同意", "", this.zhang, this.li, "0".repeat(24)));
		refused(Kind.UNKNOWN, "unknown", () -> this.pages.registrar("同意", "", this.zhang, "' or 1=1"));
		assertThat(kept()).isZero();
		assertThat(this.pages.registrar("同意", "", this.zhang, this.li, this.zhang).caseIds())
			.containsExactlyInAnyOrder(this.zhang, this.li);
		assertThat(jdbc().sql("select count(distinct batch) from page_answer").query(Long.class).single()).isOne();
		assertThat(kept()).isEqualTo(2);
		this.nights.night(13);
		assertThat(this.nights.cases(ZHANG)).containsEntry(FIELD, "registrar-approved");
		assertThat(this.nights.cases(LI)).containsEntry(FIELD, "registrar-approved");
	}

	@Test
	void anotherCollegesCaseIsAsNone() {
		refused(Kind.UNKNOWN, "unknown", () -> this.pages.college(Pages.AIR, "属实", "", this.li));
		refused(Kind.UNKNOWN, "unknown", () -> this.pages.college(Pages.AIR, "属实", "", this.zhang, this.li));
		assertThat(
				this.pages.answers().cases(this.pages.campaign(), java.util.Optional.of(Pages.AIR), List.of(this.li)))
			.isEmpty();
		assertThat(kept()).isZero();
		this.pages.submit(Set.of(Pages.AIR, Pages.SCIENCE), "属实", "", "", "", this.zhang, this.li);
		assertThat(jdbc().sql("select desk from page_answer order by desk").query(String.class).list())
			.containsExactlyInAnyOrder(Pages.AIR, Pages.SCIENCE);
	}

	@Test
	void aHiddenCaseIsNoneOfACollege() throws Exception {
		this.nights.sources(ONE, ONE.replace("张三", "欧阳测试").replace("810000199408230021", "81000019950101901X"), ONE);
		this.nights.night(13);
		this.pages.open();
		List<String> hidden = jdbc()
			.sql("select case_id from run_case where run_id = (select max(run_id) from run) and hidden and to_do")
			.query(String.class)
			.list();
		assertThat(hidden).isNotEmpty();
		refused(Kind.UNKNOWN, "unknown", () -> this.pages.college(Pages.AIR, "属实", "", hidden.get(0)));
		this.pages.registrar("退回学院", "", hidden.get(0));
	}

	@Test
	void whatANewNightChangedIsToldWithItsNewValues() throws Exception {
		this.nights.sources(ONE + TWO, ONE.replace("汉族", "苗族") + TWO.replace("汉族", "满族"), ONE + TWO);
		this.nights.night(13);
		AnswerRefused refused = this.pages.refused(() -> this.pages.registrar("同意", "", this.zhang, this.li));
		assertThat(refused.kind()).isEqualTo(Kind.CHANGED);
		assertThat(refused.changed()).singleElement().satisfies((one) -> {
			assertThat(one.caseId()).isEqualTo(this.zhang);
			assertThat(one.row().orElseThrow().values().platform()).isEqualTo("苗族");
			assertThat(one.would()).isEqualTo("汉族");
		});
		assertThat(kept()).isZero();
		this.pages.registrar("同意", "", this.li);
		this.pages.open().registrar("同意", "", this.zhang);
		assertThat(kept()).isEqualTo(2);
	}

	@Test
	void whatSomebodyElseAnsweredMeanwhileIsTold() {
		this.pages.college(Pages.AIR, "属实", "满族", this.zhang);
		AnswerRefused refused = this.pages.refused(() -> this.pages.registrar("同意", "", this.zhang));
		assertThat(refused.kind()).isEqualTo(Kind.CHANGED);
		assertThat(refused.changed()).singleElement().satisfies((one) -> assertThat(one.would()).isEqualTo("满族"));
		refused(Kind.CHANGED, "changed", () -> this.pages.college(Pages.AIR, "不属实", "", this.zhang));
		this.pages.college(Pages.SCIENCE, "属实", "", this.li);
		this.pages.open().registrar("同意", "", this.zhang);
		assertThat(this.pages.pending(this.zhang)).extracting((one) -> one.desk())
			.containsExactly(Pages.AIR, "registrar");
	}

	@Test
	void whatIsSettledOrNotListedTakesNoAnswer() throws Exception {
		refused(Kind.STATE, "state.nothing", () -> this.pages.registrar("撤回", "", this.zhang));
		this.pages.college(Pages.AIR, "不属实", "", this.zhang);
		this.pages.open().registrar("同意", "", this.zhang);
		refused(Kind.STATE, "state.done", () -> this.pages.open().college(Pages.AIR, "属实", "", this.zhang));
		this.nights.sources(ONE + TWO, ONE.replace("汉族", "回族") + TWO, ONE + TWO);
		this.nights.night(13);
		refused(Kind.STATE, "state.done", () -> this.pages.open().registrar("同意", "", this.zhang));
		refused(Kind.STATE, "state.done", () -> this.pages.open().college(Pages.SCIENCE, "属实", "", this.li));
		this.pages.open().registrar("撤回", "", this.zhang);
		assertThat(this.pages.shown("", this.zhang).standing().state()).isEqualTo("college-rejected");
		this.pages.open().registrar("同意", "满族", this.zhang);
		this.nights.night(14);
		assertThat(this.nights.cases(ZHANG)).containsEntry(FIELD, "registrar-approved");
	}

	@Test
	void aClosedCampaignTakesNoAnswerAndItsAnswersMayBeClearedAway() {
		this.pages.college(Pages.AIR, "属实", "", this.zhang);
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> jdbc().sql("delete from page_answer").update());
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> jdbc().sql("update page_answer set note = 'x'").update());
		assertThatExceptionOfType(DataAccessException.class)
			.isThrownBy(() -> jdbc().sql("truncate page_answer").update());
		jdbc().sql("update campaign set closed_at = now()").update();
		refused(Kind.STATE, "closed", () -> this.pages.open().college(Pages.AIR, "不属实", "", this.zhang));
		refused(Kind.UNKNOWN, "unknown", () -> this.pages.college(Pages.AIR, "不属实", "", this.li));
		assertThat(jdbc().sql("delete from page_answer").update()).isOne();
	}

	@ParameterizedTest
	@CsvSource({ "'', '', answer, answer.missing", "同意, '', answer, answer.choice", "撤回, '', answer, answer.choice",
			"不属实, 满族, value, correction.beside", "待佐证, 满族, value, correction.beside",
			"属实, 火星族, value, correction.invalid" })
	void aCollegesFieldsAreCheckedAsInAWorkbook(String answer, String value, String field, String key) {
		refused(Kind.FIELD, key, () -> this.pages.college(Pages.AIR, answer, value, this.zhang));
		assertThat(this.pages.refused(() -> this.pages.college(Pages.AIR, answer, value, this.zhang)).field())
			.isEqualTo(field);
		assertThat(kept()).isZero();
	}

	@Test
	void theRegistrarsFieldsAreCheckedToo() {
		refused(Kind.FIELD, "answer.choice", () -> this.pages.registrar("属实", "", this.zhang));
		refused(Kind.FIELD, "correction.beside", () -> this.pages.registrar("不同意", "满族", this.zhang));
		refused(Kind.FIELD, "case.none", () -> this.pages.registrar("同意", ""));
		refused(Kind.FIELD, "answer.long",
				() -> this.pages.submit(Set.of(), "同意", "", "", "长".repeat(501), this.zhang));
		refused(Kind.FIELD, "answer.long", () -> this.pages.registrar("同意", "长".repeat(101), this.zhang));
		assertThat(this.pages
			.refused(() -> this.pages.answers()
				.submit(new AnswerRequest(this.pages.campaign(), Set.of(), "zhao", List.of(this.zhang), "x",
						new AnswerRequest.Typed("同意", null, null, null), Messages.of("en"))))
			.field()).isEqualTo("seen");
		this.pages.submit(Set.of(), "approved", "", "", "𠮷".repeat(500), this.zhang);
		assertThat(kept()).isOne();
	}

	@Test
	void whereNothingCanBeApprovedTheRegistrarGivesAValueOrSendsBack() throws Exception {
		String none = ONE.replace("汉族", "");
		this.nights.sources(none, ONE.replace("汉族", "?"), none);
		this.nights.night(13);
		this.pages.open();
		refused(Kind.FIELD, "value.none", () -> this.pages.registrar("同意", "", this.zhang));
		this.pages.registrar("同意", "藏", this.zhang);
		this.nights.night(14);
		assertThat(jdbc().sql(
				"select approved from run_case where run_id = (select max(run_id) from run) and matter = 'ethnic_group' and student_no = ?")
			.param(ZHANG)
			.query(String.class)
			.single()).isEqualTo("藏族");
	}

	@ParameterizedTest
	@ValueSource(strings = { "=HYPERLINK(\"http://x\",\"y\")", "+1+1", "-2", "@SUM(A1)", "<script>alert(1)</script>" })
	void whatLooksLikeAFormulaArrivesAsText(String text) throws Exception {
		this.pages.submit(Set.of(Pages.AIR), "属实", "", text, "\u202E" + text + "\u0000 证 810000199408230021",
				this.zhang);
		Path second = this.nights.night(13);
		for (String workbook : List.of(Nights.REGISTRAR, Nights.COLLEGE)) {
			assertThat(Nights.rows(second.resolve(workbook), "待处理").toString()).contains(text)
				.doesNotContain("\u202E")
				.doesNotContain("810000199408230021");
		}
		assertThat(jdbc().sql("select note from page_answer").query(String.class).single())
			.isEqualTo(text + " 证 ******");
	}

	@Test
	void aNumberIsKeptAsTypedAndShownMasked() throws Exception {
		this.nights.sources(ONE, ONE.replace("810000199408230021", "820000199408230023"), ONE);
		this.nights.night(13);
		this.pages.open();
		String id = this.pages.id(ZHANG, "id_no");
		assertThat(this.pages.shown(Pages.AIR, id).would()).isEqualTo("**************0021 改 1–6 位");
		refused(Kind.FIELD, "correction.invalid", () -> this.pages.college(Pages.AIR, "属实", "810000199408230022", id));
		this.pages.college(Pages.AIR, "属实", "810000199408230064", id);
		assertThat(this.pages.pending(id)).singleElement()
			.satisfies((one) -> assertThat(one.value()).isEqualTo("**************0064"));
		this.pages.open().registrar("同意", "", id);
		this.nights.night(14);
		assertThat(jdbc().sql("select approved from run_case where case_id = ? order by run_id desc limit 1")
			.param(id)
			.query(String.class)
			.single()).isEqualTo("810000199408230064");
	}

	@Test
	void whoReadsAPageBeforeThereIsARunIsShownNothing() {
		assertThat(this.pages.answers().seen(-1)).isEmpty();
		assertThat(this.pages.answers().pending(-1, List.of(this.zhang))).isEmpty();
		assertThat(this.pages.seen()).isEqualTo("2020-11-12-1.0");
	}

}
