package io.rollcall.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.rollcall.run.RunListener;
import io.rollcall.run.RunOutcome;
import io.rollcall.run.RunRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Answers on pages over several nights: they are inputs like returned workbooks, the
 * later of two holds, and a run over again sees what it saw.
 */
class PageNightsTest {

	private static final String ONE = Nights.ONE;

	private static final String OTHER = ONE.replace("汉族", "回族");

	private static final String ZHANG = "202001001";

	private static final String FIELD = "ethnic_group";

	private static final String CASES = """
			select c::text from (
			  select case_id, case_no, state, answer, answer_value, answer_college, evidence, answered_by, answered_on, answer_note,
			         review, review_value, review_route, reviewed_by, reviewed_on, review_note, proposed, offered, approved,
			         approved_on, replaced, route, sent_on, note, to_do, codes, opened_on, last_seen
			    from run_case where run_id = (select max(run_id) from run) order by case_id) c
			""";

	@TempDir
	private Path folder;

	private Nights nights;

	private Path first;

	private Pages pages;

	private String id;

	@BeforeEach
	void open() throws Exception {
		this.nights = new Nights(Files.createDirectories(this.folder.resolve("a"))).sources(ONE, OTHER, ONE);
		this.first = this.nights.night(12);
		this.pages = new Pages(this.nights);
		this.id = this.pages.id(ZHANG, FIELD);
	}

	@AfterEach
	void close() {
		this.nights.close();
	}

	private String state() {
		return this.nights.cases(ZHANG).get(FIELD);
	}

	/** The correction arrives, or another value lets the answers lapse. */
	@ParameterizedTest
	@ValueSource(strings = { "满族", "苗族" })
	void theSameAnswersByPageAndByWorkbookGiveTheSameCases(String later) throws Exception {
		List<List<String>> byPage = new ArrayList<>();
		this.nights.installation().at("2020-11-13T02:00:00Z");
		this.pages.submit(Set.of(Pages.AIR), "属实", "满族", "居民身份证", "已核对", this.id);
		byPage.add(told(this.nights, this.nights.night(13)));
		this.nights.installation().at("2020-11-14T02:00:00Z");
		this.pages.open().submit(Set.of(), "同意", "", "", "按学院意见", this.id);
		byPage.add(told(this.nights, this.nights.night(14)));
		byPage.add(told(this.nights, this.nights.night(15)));
		for (String platform : List.of(later, "回族")) {
			this.nights.sources(ONE, ONE.replace("汉族", platform), ONE);
			byPage.add(told(this.nights, this.nights.night(12 + byPage.size() + 1)));
		}
		List<List<String>> byWorkbook = new ArrayList<>();
		try (Nights others = new Nights(Files.createDirectories(this.folder.resolve("b"))).sources(ONE, OTHER, ONE)) {
			others.answer(others.night(12), Nights.COLLEGE, "学院.xlsx", ZHANG, "民族", "学院审核结论", "属实", "更正值", "满族", "佐证材料",
					"居民身份证", "审核人", "wang", "审核日期", "2020-11-13", "备注", "已核对");
			Path second = others.night(13);
			byWorkbook.add(told(others, second));
			others.answer(second, Nights.REGISTRAR, "教务处.xlsx", ZHANG, "民族", "复核意见", "同意", "复核人", "zhao", "复核日期",
					"2020-11-14", "备注", "按学院意见");
			byWorkbook.add(told(others, others.night(14)));
			byWorkbook.add(told(others, others.night(15)));
			for (String platform : List.of(later, "回族")) {
				others.sources(ONE, ONE.replace("汉族", platform), ONE);
				byWorkbook.add(told(others, others.night(12 + byWorkbook.size() + 1)));
			}
		}
		assertThat(byPage).isEqualTo(byWorkbook);
	}

	/** What a night says, but for where answers stand. */
	private static List<String> told(Nights nights, Path run) throws Exception {
		List<String> told = new ArrayList<>(nights.installation().jdbc().sql(CASES).query(String.class).list());
		for (String file : List.of("findings.csv", "changes.csv")) {
			Files.readAllLines(run.resolve(file)).forEach((line) -> told.add(line.replaceAll("reviews:[^\";]*", "…")));
		}
		return told;
	}

	@Test
	void anAnswerStandsInEveryPlaceWhereThatOfAWorkbookStands() throws Exception {
		this.pages.submit(Set.of(Pages.AIR), "不属实", "", "户口簿", "已核对", this.id);
		Path second = this.nights.night(13);
		assertThat(state()).isEqualTo("college-rejected");
		long number = this.nights.installation()
			.jdbc()
			.sql("select max(answer_no) from page_answer")
			.query(Long.class)
			.single();
		assertThat(Files.readString(second.resolve("findings.csv"))).contains("REVIEW_APPLIED",
				"reviews:page#!" + number);
		assertThat(Files.readString(second.resolve("changes.csv"))).contains("answered", "wang", "已核对",
				"reviews:page#!" + number);
		assertThat(Nights.counts(second, "reviews")).containsEntry("read", 0).containsEntry("loaded", 0);
		assertThat(Nights.rows(second.resolve(Nights.REGISTRAR), "案件进展").toString()).contains("wang", "不属实");
		assertThat(this.nights.installation().explain(ZHANG)).anyMatch((line) -> line.contains("wang"))
			.anyMatch((line) -> line.contains("page"));
	}

	@Test
	void aRunOverAgainGivesTheSameBytesWhateverWasAnsweredSince() throws Exception {
		this.pages.college(Pages.AIR, "不属实", "", this.id);
		Path second = this.nights.night(13);
		this.pages.open().college(Pages.AIR, "属实", "满族", this.id);
		RunOutcome again = this.nights.installation().runs().rerun(ref("2020-11-13-1"), "", RunListener.NONE);
		for (String file : List.of("findings.csv", "changes.csv", "rejects.csv")) {
			assertThat(again.folder().resolve(file)).hasSameBinaryContentAs(second.resolve(file));
		}
		assertThat(Nights.sheet(again.folder().resolve(Nights.REGISTRAR), "待处理"))
			.isEqualTo(Nights.sheet(second.resolve(Nights.REGISTRAR), "待处理"));
		assertThat(state()).isEqualTo("college-rejected");
		assertThat(this.pages.pending(this.id)).singleElement()
			.satisfies((one) -> assertThat(one.value()).isEqualTo("满族"));
		this.nights.night(14);
		assertThat(state()).isEqualTo("college-confirmed");
		assertThat(this.pages.pending(this.id)).isEmpty();
	}

	private static RunRef ref(String run) {
		return RunRef.parse(run).orElseThrow();
	}

	@Test
	void ofAPageAndAWorkbookTheLaterHoldsWhicheverItIs() throws Exception {
		this.pages.college(Pages.AIR, "属实", "满族", this.id);
		this.nights.answer(this.first, Nights.COLLEGE, "学院.xlsx", ZHANG, "民族", "学院审核结论", "不属实");
		this.nights.night(13);
		assertThat(state()).as("the night first saw the workbook").isEqualTo("college-rejected");
		this.pages.open().college(Pages.AIR, "属实", "满族", this.id);
		this.nights.night(14);
		assertThat(state()).as("the page came after that night").isEqualTo("college-confirmed");
		this.nights.night(15);
		assertThat(state()).isEqualTo("college-confirmed");
		assertThat(this.nights.codes()).doesNotContainKeys("REVIEW_REFUSED", "REVIEW_STALE");
		assertThat(this.nights.events()).containsExactly("answered open college-confirmed",
				"answered college-confirmed college-rejected", "answered college-rejected college-confirmed");
	}

	@Test
	void aWorkbooksTimeIsItsAcceptanceWhereItIsKnown() throws Exception {
		this.nights.answer(this.first, Nights.COLLEGE, "学院.xlsx", ZHANG, "民族", "学院审核结论", "不属实");
		this.nights.installation()
			.jdbc()
			.sql("""
					create function accepted() returns trigger language plpgsql as
					$$begin if new.role = 'reviews' then new.accepted_at := '2020-11-13T01:00:00Z'; end if; return new; end$$
					""")
			.update();
		this.nights.installation()
			.jdbc()
			.sql("create trigger accepted before insert on run_file for each row execute function accepted()")
			.update();
		this.nights.installation().at("2020-11-13T02:00:00Z");
		this.pages.registrar("同意", "", this.id);
		this.nights.night(13);
		assertThat(state()).as("the registrar was not shown the workbook's answer").isEqualTo("college-rejected");
		assertThat(this.nights.details("REVIEW_STALE")).singleElement().asString().contains("此后学院的结论已变化");
		this.pages.open().college(Pages.AIR, "属实", "满族", this.id);
		this.nights.night(14);
		assertThat(state()).isEqualTo("college-confirmed");
	}

	@Test
	void workbooksThatContradictEachOtherLeaveThePageItsAnswer() throws Exception {
		this.pages.college(Pages.AIR, "属实", "满族", this.id);
		this.nights.answer(this.first, Nights.COLLEGE, "甲.xlsx", ZHANG, "民族", "学院审核结论", "属实")
			.answer(this.first, Nights.COLLEGE, "乙.xlsx", ZHANG, "民族", "学院审核结论", "不属实");
		this.nights.night(13);
		assertThat(state()).isEqualTo("college-confirmed");
		assertThat(this.nights.codes()).containsEntry("REVIEW_REFUSED", 1L);
	}

	@Test
	void aHeldNightAppliesNothingAndTheNextDoes() throws Exception {
		Path job = Files.createDirectories(this.folder.resolve("jobs")).resolve("freshman-2020.yml");
		Files.writeString(job, Files.readString(Installation.SMALL_JOB) + "\ngate:\n  refused_files: 0\n");
		try (Nights gated = new Nights(Files.createDirectories(this.folder.resolve("c")), job).sources(ONE, OTHER,
				ONE)) {
			gated.night(12);
			Pages desk = new Pages(gated);
			desk.college(Pages.AIR, "属实", "", this.id);
			gated.installation().file("enrolled/empty.csv", "");
			gated.night(13);
			assertThat(gated.cases(ZHANG)).containsEntry(FIELD, "college-confirmed");
			assertThat(gated.events()).isEmpty();
			assertThat(desk.pending(this.id)).hasSize(1);
			desk.open().registrar("同意", "", this.id);
			gated.installation().runs().release(ref("2020-11-13-1"));
			assertThat(desk.pending(this.id)).singleElement()
				.satisfies((one) -> assertThat(one.desk()).isEqualTo("registrar"));
			Files.delete(this.folder.resolve("c/input/enrolled/empty.csv"));
			gated.night(14);
			assertThat(gated.cases(ZHANG)).containsEntry(FIELD, "registrar-approved");
			assertThat(gated.events()).containsExactly("answered open college-confirmed",
					"answered college-confirmed registrar-approved");
		}
	}

	@Test
	void theRegistrarApprovesWhatACollegeAnsweredToday() throws Exception {
		this.pages.college(Pages.AIR, "属实", "满族", this.id);
		this.pages.open();
		assertThat(this.pages.shown("", this.id)).satisfies((one) -> {
			assertThat(one.standing().state()).isEqualTo("college-confirmed");
			assertThat(one.would()).isEqualTo("满族");
			assertThat(one.row().orElseThrow().values().proposed()).isEqualTo("汉族");
		});
		this.pages.registrar("同意", "", this.id);
		assertThat(this.pages.pending(this.id)).hasSize(2).allMatch((one) -> one.holds());
		Path second = this.nights.night(13);
		assertThat(state()).isEqualTo("registrar-approved");
		assertThat(Nights.sheet(second.resolve("corrections.xlsx"), "更正前后对照").get(0)).containsEntry("更正后", "满族")
			.containsEntry("审核人", "wang")
			.containsEntry("复核人", "zhao");
	}

	@Test
	void aCollegesWorkbookAfterAnApprovalTakesItBack() throws Exception {
		this.pages.registrar("同意", "", this.id);
		this.nights.answer(this.first, Nights.COLLEGE, "学院.xlsx", ZHANG, "民族", "学院审核结论", "不属实");
		this.nights.night(13);
		assertThat(state()).as("the college takes the consent back").isEqualTo("college-rejected");
		this.pages.open().registrar("退回学院", "", this.id);
		this.nights.night(14);
		assertThat(state()).isEqualTo("open");
	}

	@Test
	void anAnswerOnValuesThatChangedTonightIsStale() throws Exception {
		this.pages.college(Pages.AIR, "属实", "", this.id);
		this.nights.sources(ONE, ONE.replace("汉族", "满族"), ONE);
		Path second = this.nights.night(13);
		assertThat(state()).isEqualTo("open");
		assertThat(this.nights.details("REVIEW_STALE")).singleElement().asString().contains("此后值已变化");
		assertThat(Nights.figures(second)).containsEntry("stale", 1);
		this.pages.open().college(Pages.AIR, "属实", "", this.id);
		this.nights.night(14);
		assertThat(state()).isEqualTo("college-confirmed");
		assertThat(this.nights.codes()).doesNotContainKey("REVIEW_STALE");
	}

	@Test
	void aStaleAnswerIsToldNoMoreWhenItsCaseIsClosed() throws Exception {
		this.pages.college(Pages.AIR, "属实", "", this.id);
		this.nights.sources(ONE, ONE, ONE);
		this.nights.night(13);
		assertThat(state()).isEqualTo("closed");
		assertThat(this.nights.codes()).containsEntry("REVIEW_STALE", 1L);
		this.nights.night(14);
		assertThat(this.nights.codes()).doesNotContainKey("REVIEW_STALE");
	}

	@Test
	void anApprovalIsTakenBackBeforeTheNightAndAfterItButNotWhenItWasHandedIn() throws Exception {
		this.pages.registrar("同意", "", this.id);
		this.pages.open().registrar("撤回", "", this.id);
		assertThat(this.pages.shown("", this.id).standing().state()).isEqualTo("open");
		this.nights.night(13);
		assertThat(state()).isEqualTo("open");
		this.pages.open().registrar("同意", "", this.id);
		this.nights.night(14);
		assertThat(state()).isEqualTo("registrar-approved");
		this.pages.open().registrar("撤回", "", this.id);
		Path fourth = this.nights.night(15);
		assertThat(state()).isEqualTo("open");
		assertThat(fourth.resolve("corrections.xlsx")).doesNotExist();
		assertThat(this.nights.details("REVIEW_APPLIED")).anyMatch((detail) -> detail.contains("撤回"));
		this.pages.open().registrar("同意", "", this.id);
		this.nights.night(16);
		this.nights.installation()
			.handedIn()
			.enter(this.nights.installation().runs().find(ref("2020-11-16-1")), "platform", LocalDate.of(2020, 11, 16),
					"zhao");
		this.pages.open();
		assertThat(this.pages.refused(() -> this.pages.registrar("撤回", "", this.id)).getMessage())
			.isEqualTo("state.sent");
		this.nights.night(17);
		assertThat(state()).isEqualTo("sent");
		this.pages.open();
		assertThat(this.pages.refused(() -> this.pages.registrar("撤回", "", this.id)).getMessage())
			.isEqualTo("state.sent");
	}

	@ParameterizedTest
	@ValueSource(strings = { "同意", "不同意", "退回学院" })
	void whatIsTakenBackIsAsTheCollegeHadMadeIt(String decision) throws Exception {
		for (boolean night : List.of(false, true)) {
			this.pages.open().college(Pages.AIR, "属实", "满族", this.id);
			this.nights.night(13);
			this.pages.open().registrar(decision, "", this.id);
			if (night) {
				this.nights.night(14);
				assertThat(state()).isNotEqualTo("college-confirmed");
			}
			this.pages.open().registrar("撤回", "", this.id);
			assertThat(this.pages.shown("", this.id)).satisfies((one) -> {
				assertThat(one.standing().state()).isEqualTo("college-confirmed");
				assertThat(one.would()).isEqualTo("满族");
			});
			Path last = this.nights.night(15);
			assertThat(state()).isEqualTo("college-confirmed");
			assertThat(Nights.sheet(last.resolve(Nights.REGISTRAR), "待处理").get(0)).containsEntry("拟更正为", "满族")
				.containsEntry("学院更正值", "满族");
			close();
			this.nights = new Nights(Files.createDirectories(this.folder.resolve("again"))).sources(ONE, OTHER, ONE);
			this.nights.night(12);
			this.pages = new Pages(this.nights);
		}
	}

	@Test
	void oneSideOfAProbableLinkDecidesBoth() throws Exception {
		this.nights.sources(",202001001,张三,女,19940823,,汉族,飞行器设计,飞行器学院,\n", ONE.replace(ZHANG, ""), "");
		this.nights.night(13);
		this.pages.open();
		List<String> sides = this.nights.installation()
			.jdbc()
			.sql("select case_id from run_case where matter = 'LINK_PROBABLE' and run_id = (select max(run_id) from run) order by 1")
			.query(String.class)
			.list();
		assertThat(sides).hasSize(2);
		assertThat(this.pages.registrar("不同意", "", sides.toArray(String[]::new)).caseIds())
			.containsExactlyInAnyOrderElementsOf(sides);
		assertThat(this.pages.pending(sides.get(1))).hasSize(1);
		assertThat(this.pages.shown("", sides.get(1)).standing().state()).isEqualTo("registrar-rejected");
		this.pages.open().registrar("撤回", "", sides.get(1));
		this.pages.open().registrar("同意", "", sides.get(1));
		this.nights.night(14);
		this.nights.night(15);
		assertThat(this.nights.codes()).doesNotContainKeys("LINK_PROBABLE", "MISSING_IN_PLATFORM", "REVIEW_STALE");
	}

}
