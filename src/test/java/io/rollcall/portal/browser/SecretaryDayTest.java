package io.rollcall.portal.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
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

/** A college secretary's day, in the order in which she does it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecretaryDayTest {

	@TempDir
	private static Path folder;

	private static PortalServer server;

	private static Browser browser;

	private static Page page;

	@BeforeAll
	static void open() throws Exception {
		browser = Browser.at(folder);
		server = browser.server();
		page = browser.signedIn("college", Browser.LAPTOP);
	}

	@AfterAll
	static void close() {
		if (browser != null) {
			browser.close();
		}
	}

	@Test
	@Order(1)
	void sheHasHerWorkbookWithOneClickAfterSigningIn() throws Exception {
		assertThat(page.locator("h1")).hasText(PortalServer.COLLEGES.get(0));
		Download download = page.waitForDownload(() -> page.locator("main .btn-primary").first().click());
		assertThat(download.suggestedFilename()).isEqualTo(PortalServer.COLLEGES.get(0) + ".xlsx");
		assertThat(Files.size(download.path())).isGreaterThan(5_000);
	}

	@Test
	@Order(2)
	void sheSeesWhatWaitsForHerAndNobodyElsesStudents() {
		page.locator("nav.tabs a", new Page.LocatorOptions().setHasText("案件")).click();
		assertThat(page.locator("main")).containsText("张三");
		assertThat(page.locator("main")).not().containsText("李四");
	}

	@Test
	@Order(3)
	void aValueThatCannotBeIsToldBesideItsField() {
		page.locator("table.case-list a").first().click();
		page.getByLabel("属实").first().check();
		page.locator("input[name=value]").fill("1234567");
		page.locator("input[name=note]").focus();
		assertThat(page.locator("#value-error")).isVisible();
		page.locator("#answer-form button").click();
		assertThat(page.locator(".field-error").first()).isVisible();
		assertThat(page.locator("input[name=value]")).hasAttribute("aria-invalid", "true");
		assertThat(page.locator("input[name=value]")).hasValue("1234567");
	}

	@Test
	@Order(4)
	void anAnswerIsTakenAndToldToHoldFromTheNextRun() {
		page.locator("input[name=value]").fill("");
		page.locator("#answer-form button").click();
		assertThat(page.locator("main")).containsText("一次运行");
		assertThat(page.locator(".field-error:not(:empty)")).hasCount(0);
		assertThat(server.jdbc().sql("select count(*) from page_answer").query(Long.class).single()).isOne();
	}

	@Test
	@Order(5)
	void aFormIsLookedAtBeforeItCountsAndLeavesAReceipt() throws Exception {
		Path form = folder.resolve("申报.csv");
		Files.writeString(form, "学院,学号,姓名,有误字段,正确信息,佐证材料\n飞行器学院,202001001,张三,姓名,张三,户口簿\n飞行器学院,,,姓名,张三,\n");
		page.locator("nav.tabs a", new Page.LocatorOptions().setHasText("上传")).click();
		page.locator("input[value=discrepancies]").check();
		page.setInputFiles("input[type=file]", form);
		page.locator("main form button").first().click();
		assertThat(page.locator("main")).containsText("没有姓名或号码");
		assertThat(server.input().resolve("discrepancies").toFile()).doesNotExist();
		page.locator("form[action$=accept] button").first().click();
		assertThat(page.locator(".notice-ok")).isVisible();
		try (var files = Files.walk(server.input().resolve("discrepancies"))) {
			List<Path> there = files.filter(Files::isRegularFile).toList();
			assertThat(there).hasSize(1);
			assertThat(there.get(0).toString()).contains("portal").doesNotContain("申报").endsWith(".csv");
		}
	}

	@Test
	@Order(6)
	void sheSignsOffWithTheReasonForWhatIsOpen() {
		page.locator("nav.tabs a", new Page.LocatorOptions().setHasText("签核")).click();
		if (page.locator("[name=reason]").count() > 0) {
			page.locator("[name=reason]").fill("等学生补交户口簿");
		}
		page.locator("main form button").first().click();
		assertThat(page.locator("main")).containsText("已签");
	}

	@Test
	@Order(7)
	void nothingStandsInTheWayOnALaptopOrAPhone() {
		Page phone = browser.signedIn("college", Browser.PHONE);
		for (String path : List.of("/college", "/cases", "/students", "/uploads", "/sign-off")) {
			for (Page one : List.of(page, phone)) {
				one.navigate(PortalServer.AT + path);
				assertThat(Browser.obstacles(one)).as(path).isEmpty();
				assertThat(Browser.isTooWide(one)).as(path + " is too wide").isFalse();
			}
		}
		phone.navigate(PortalServer.AT + "/college");
		assertThat(browser.complaints()).isEmpty();
	}

	@Test
	@Order(8)
	void allOfItWorksWithoutScripts() {
		Page plain = browser.window(Browser.LAPTOP, false);
		plain.fill("#username", "college");
		plain.fill("#password", PortalServer.PASSWORD);
		plain.click("main button");
		assertThat(plain.locator("h1")).hasText(PortalServer.COLLEGES.get(0));
		plain.navigate(PortalServer.AT + "/cases?state=all");
		plain.locator("table.case-list a").first().click();
		plain.getByLabel("待佐证").first().check();
		plain.locator("#answer-form button").click();
		assertThat(plain.locator("main")).containsText("一次运行");
	}

}
