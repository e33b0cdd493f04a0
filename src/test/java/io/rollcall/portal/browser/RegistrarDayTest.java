package io.rollcall.portal.browser;

import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.rollcall.portal.PortalServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The registrar's day, and what the auditor and the operator see of it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegistrarDayTest {

	private static final double A_RUN = 120_000;

	@TempDir
	private static Path folder;

	private static PortalServer server;

	private static Browser browser;

	private static Page page;

	@BeforeAll
	static void open() throws Exception {
		browser = Browser.at(folder);
		server = browser.server();
		page = browser.signedIn("registrar", Browser.LAPTOP);
	}

	@AfterAll
	static void close() {
		if (browser != null) {
			browser.close();
		}
	}

	private static void tab(Page page, String text) {
		page.locator("nav.tabs a", new Page.LocatorOptions().setHasText(text)).click();
	}

	@Test
	@Order(1)
	void sheSeesHowLastNightWas() {
		assertThat(page.locator("main")).containsText("2020-11-10-1");
		assertThat(page.locator("main")).containsText(PortalServer.COLLEGES.get(0));
	}

	@Test
	@Order(2)
	void aCaseIsApprovedAfterItWasShownWhatThatMeansAndCanBeTakenBack() {
		tab(page, "案件");
		page.navigate(PortalServer.AT + "/cases?state=todo&field=name");
		page.locator("tbody input[name=case_id]").first().check();
		page.getByLabel("同意").first().check();
		page.locator("form[action$=cases] button.btn-primary").click();
		assertThat(page.locator("main")).containsText("下面 1 件");
		assertThat(server.jdbc().sql("select count(*) from page_answer").query(Long.class).single()).isZero();
		page.locator("form[action$=answers] button.btn-primary").click();
		assertThat(page.locator("main")).containsText("一次运行");
		assertThat(server.jdbc()
			.sql("select count(*) from page_answer where answer = 'AGREED'")
			.query(Long.class)
			.single()).isOne();
		if (page.locator("#answer-form").count() == 0) {
			page.locator("table.case-list a").first().click();
		}
		page.getByLabel("撤回").first().check();
		page.locator("#answer-form button").click();
		assertThat(server.jdbc().sql("select count(*) from page_answer").query(Long.class).single()).isEqualTo(2);
	}

	@Test
	@Order(3)
	void aRunIsStartedByAClickAndItsPageFollowsItToTheEnd() {
		tab(page, "总览");
		page.locator("form[action$='/runs'] [name=reason]").fill("学院补交了名单");
		page.locator("form[action$='/runs'] button").click();
		page.waitForURL((address) -> address.contains("/runs/2020-11-12-1"));
		assertThat(page.locator("h1")).containsText("已发布",
				new LocatorAssertions.ContainsTextOptions().setTimeout(A_RUN));
		assertThat(page.locator("main")).containsText("学院补交了名单");
	}

	@Test
	@Order(4)
	void aStudentIsFoundWithoutHisNumberInTheAddress() {
		tab(page, "学生");
		page.fill("input[name=q]", "202001001");
		page.locator("main form button").first().click();
		assertThat(page.url()).doesNotContain("202001001");
		page.locator("main a[href*='/students/']").first().click();
		assertThat(page.locator("main")).containsText("张三");
		assertThat(page.locator("main")).not().containsText("810000199408230021");
	}

	@Test
	@Order(5)
	void anAccountIsMadeAndItsPasswordShownOnce() {
		page.locator("nav.office a").first().click();
		page.locator("details.ask > summary.btn-primary").click();
		page.fill("#username", "0012345");
		page.locator("details.ask[open] input[value=auditor]").first().check();
		page.locator("details.ask[open] button.btn-primary").click();
		assertThat(page.locator("code.once")).isVisible();
		page.reload();
		assertThat(page.locator("code.once")).hasCount(0);
	}

	@Test
	@Order(6)
	void theAuditorSeesItAllAndHasNothingToPress() {
		Page auditor = browser.signedIn("auditor", Browser.LAPTOP);
		for (String path : List.of("", "/runs", "/runs/latest", "/college", "/cases?state=all", "/students",
				"/sign-off")) {
			auditor.navigate(PortalServer.AT + path);
			assertThat(auditor.locator("h1")).isVisible();
			assertThat(auditor.locator("main form[method=post]:not([role=search]) button")).hasCount(0);
		}
		auditor.navigate("/audit");
		assertThat(auditor.locator("main")).containsText("run.start");
		assertThat(auditor.locator("main")).not().containsText("张三");
	}

	@Test
	@Order(7)
	void theOperatorSeesRunsAndNoStudents() {
		Page operator = browser.signedIn("operator", Browser.LAPTOP);
		for (String path : List.of("", "/runs", "/runs/latest")) {
			operator.navigate(PortalServer.AT + path);
			for (String hidden : List.of("张三", "a.csv", PortalServer.COLLEGES.get(0))) {
				assertThat(operator.locator("main")).not().containsText(hidden);
			}
		}
	}

	@Test
	@Order(8)
	void nothingStandsInTheWayInEitherLanguage() {
		Page phone = browser.signedIn("registrar", Browser.PHONE);
		for (String language : List.of("zh", "en")) {
			page.navigate(PortalServer.AT);
			page.locator(".who button[name=lang]").click();
			for (String path : List.of("", "/runs", "/runs/latest", "/college", "/cases?state=all", "/students",
					"/uploads", "/sign-off", "/../../users", "/../../audit")) {
				for (Page one : List.of(page, phone)) {
					one.navigate(PortalServer.AT + path);
					assertThat(Browser.obstacles(one)).as(path + " " + language).isEmpty();
					assertThat(Browser.isTooWide(one)).as(path + " is too wide").isFalse();
				}
			}
		}
		page.navigate(PortalServer.AT);
		assertThat(browser.complaints()).isEmpty();
	}

}
