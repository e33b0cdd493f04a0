package io.rollcall.portal.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

import com.microsoft.playwright.Page;
import io.rollcall.portal.PortalServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Makes the pictures of the documentation from the shipped sample:
 * {@code mvn test -P on-request -Dtest=PicturesTest -Drollcall.write-docs=true}.
 */
@Tag("on-request")
@EnabledIfSystemProperty(named = "rollcall.write-docs", matches = "true")
class PicturesTest {

	private static final Path IMAGES = Path.of("docs", "images");

	@TempDir
	private Path folder;

	@Test
	void everyPictureOfTheGuides() throws Exception {
		Path program = Chromium.path();
		try (Browser browser = new Browser(sample(), program)) {
			PortalServer server = browser.server();
			Page college = browser.signedIn("college", Browser.LAPTOP);
			Page registrar = browser.signedIn("registrar", Browser.LAPTOP);
			answer(college);
			server.run("2020-11-12");
			college.navigate(PortalServer.AT + "/college");
			take(college, "portal-college");
			college.navigate(PortalServer.AT + "/cases");
			take(college, "portal-cases");
			registrar.navigate(PortalServer.AT);
			take(registrar, "portal-overview");
			registrar.navigate(PortalServer.AT + "/cases?field=name&state=todo");
			registrar.locator("table.case-list a").first().click();
			take(registrar, "portal-case");
			Page phone = browser.signedIn("college", Browser.PHONE);
			take(phone, "portal-phone");
		}
	}

	@Test
	void theProvince() throws Exception {
		Path program = Chromium.path();
		try (Browser browser = new Browser(ManySchools.open(this.folder, 100), program)) {
			take(browser.signedIn("provincial", Browser.LAPTOP), "portal-province");
		}
	}

	private PortalServer sample() throws IOException {
		PortalServer server = new PortalServer(this.folder);
		for (String role : List.of("roster", "platform", "admission")) {
			Files.delete(server.input().resolve(role).resolve("a.csv"));
		}
		copy(Path.of("input"), server.input());
		copy(Path.of("jobs"), this.folder.resolve("jobs"));
		server.run("2020-11-10");
		server.run("2020-11-11");
		return server;
	}

	private static void copy(Path from, Path into) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				Path target = into.resolve(from.relativize(file).toString());
				Files.createDirectories(target.getParent());
				Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
			}
		}
	}

	/** Some answers, so that the next night has something to tell. */
	private static void answer(Page page) {
		for (int i = 0; i < 3; i++) {
			page.navigate(PortalServer.AT + "/cases");
			page.locator("table.case-list a").nth(i + 1).click();
			page.getByLabel("属实").first().check();
			page.locator("#answer-form button").click();
		}
	}

	private static void take(Page page, String name) throws IOException {
		page.screenshot(new Page.ScreenshotOptions().setPath(IMAGES.resolve(name + ".png")));
		assertThat(Files.size(IMAGES.resolve(name + ".png"))).isGreaterThan(10_000);
	}

}
