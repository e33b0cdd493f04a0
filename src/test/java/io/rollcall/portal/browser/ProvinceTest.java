package io.rollcall.portal.browser;

import java.nio.file.Path;
import java.util.List;

import com.microsoft.playwright.Locator;
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

/** What a provincial office sees of a hundred schools. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ProvinceTest {

	@TempDir
	private static Path folder;

	private static Browser browser;

	private static Page page;

	@BeforeAll
	static void open() throws Exception {
		Path program = Chromium.path();
		browser = new Browser(ManySchools.open(folder, 100), program);
		page = browser.signedIn("provincial", Browser.LAPTOP);
	}

	@AfterAll
	static void close() {
		if (browser != null) {
			browser.close();
		}
	}

	private static Locator schools() {
		return page.locator("tbody th");
	}

	@Test
	@Order(1)
	void itBeginsWithWhatIsWorst() {
		assertThat(page.locator("h1")).hasText("各校进度");
		assertThat(schools()).hasCount(100);
		assertThat(schools().nth(0)).containsText("第41大学");
		assertThat(schools().nth(1)).containsText("第63大学");
		assertThat(schools().nth(2)).containsText("第87大学");
		assertThat(page.locator(".figure .worse")).hasText("2");
	}

	@Test
	@Order(2)
	void itSortsByWhatIsAskedFor() {
		page.getByText("自查率低的在前").click();
		assertThat(page.locator(".chip[aria-current]")).hasText("自查率低的在前");
		assertThat(schools()).hasCount(100);
		List<String> rates = page.locator("tbody td:nth-child(4)").allInnerTexts();
		List<Double> known = rates.stream()
			.map(String::strip)
			.filter((rate) -> rate.endsWith("%"))
			.map((rate) -> Double.valueOf(rate.replace("%", "")))
			.toList();
		assertThat(known).hasSize(97).isSorted();
		page.getByText("学校代码").click();
		assertThat(page.locator(".chip[aria-current]")).hasText("学校代码");
		assertThat(schools().first()).containsText("西安航空学院");
	}

	@Test
	@Order(3)
	void itShowsNobodyAndNothingElseOpens() {
		for (String text : List.of("张三", "202001001", "飞行器学院", PortalServer.CAMPAIGN)) {
			assertThat(page.content()).doesNotContain(text);
		}
		assertThat(page.locator("main a")).hasCount(4);
		for (String path : List.of(PortalServer.AT, PortalServer.AT + "/runs/latest/files/registrar.xlsx", "/users")) {
			assertThat(page.request().get(path).status()).as(path).isEqualTo(403);
		}
	}

	@Test
	@Order(4)
	void itIsForEverybodyInBothLanguagesAndOnAPhone() {
		page.navigate("/province");
		Page phone = browser.signedIn("provincial", Browser.PHONE);
		for (String language : List.of("zh", "en")) {
			for (Page one : List.of(page, phone)) {
				one.navigate("/province");
				assertThat(Browser.obstacles(one)).as(language).isEmpty();
				assertThat(Browser.isTooWide(one)).as("too wide").isFalse();
			}
			page.locator(".who button[name=lang]").click();
		}
		assertThat(browser.complaints()).isEmpty();
	}

}
