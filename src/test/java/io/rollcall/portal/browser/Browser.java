package io.rollcall.portal.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.rollcall.Patience;
import io.rollcall.portal.PortalServer;

/**
 * A real browser at a portal, with one person before it at a time. What the console
 * complains about, be it the content security policy or a script's error, is kept, so
 * that a test can hold that there is nothing.
 */
final class Browser implements AutoCloseable {

	/** A laptop's window. */
	static final int[] LAPTOP = { 1366, 900 };

	/** A phone's. */
	static final int[] PHONE = { 390, 844 };

	private static final String AXE = axe();

	private static final double PATIENCE = Patience.LONGEST.toMillis();

	private final PortalServer server;

	private final Playwright playwright;

	private final com.microsoft.playwright.Browser browser;

	private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

	/** A browser at the small school's portal after its first night. */
	static Browser at(Path folder) throws IOException {
		// Before anything else is begun: where there is no browser, there is no test.
		Path program = Chromium.path();
		PortalServer server = new PortalServer(folder);
		server.run("2020-11-10");
		return new Browser(server, program);
	}

	Browser(PortalServer server, Path program) {
		this.server = server;
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(program)
				.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
						"--disable-background-networking", "--disable-component-update", "--disable-sync")));
	}

	/** The portal. */
	PortalServer server() {
		return this.server;
	}

	/** A fresh window on the sign-in page. */
	Page window(int[] size, boolean scripts) {
		BrowserContext context = this.browser
			.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setBaseURL(this.server.address())
				.setViewportSize(size[0], size[1])
				.setLocale("zh-CN")
				.setTimezoneId("Asia/Shanghai")
				.setAcceptDownloads(true)
				.setJavaScriptEnabled(scripts));
		context.setDefaultTimeout(PATIENCE);
		Page page = context.newPage();
		page.onConsoleMessage((message) -> {
			// Forms that are refused are no fault of a page.
			boolean refused = message.text().matches("Failed to load resource.* status of 4(00|09) .*");
			if (message.type().equals("error") && !refused) {
				this.complaints.add(message.text());
			}
		});
		page.onPageError(this.complaints::add);
		page.navigate("/login");
		return page;
	}

	/** A window in which somebody has signed in by the form. */
	Page signedIn(String account, int[] size) {
		Page page = window(size, true);
		signIn(page, account);
		return page;
	}

	static void signIn(Page page, String account) {
		page.fill("#username", account);
		page.fill("#password", PortalServer.PASSWORD);
		page.click("main button");
		page.waitForURL((address) -> !address.contains("/login"));
	}

	/**
	 * What a page does against WCAG 2.1 AA, with the places where. The script is run as a
	 * debugger would, so that the page's policy stays in force.
	 */
	static List<String> obstacles(Page page) {
		page.evaluate(AXE);
		Object found = page.evaluate("() => axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] })"
				+ ".then(r => r.violations.map(v => v.id + ': ' + v.nodes.map(n => n.target.join(' ')).join(', ')))");
		return ((List<?>) found).stream().map(String::valueOf).toList();
	}

	/** Whether a page is wider than its window, so that one has to scroll to its side. */
	static boolean isTooWide(Page page) {
		return (Boolean) page.evaluate("() => document.documentElement.scrollWidth > window.innerWidth + 1");
	}

	private static String axe() {
		try (InputStream script = Browser.class.getResourceAsStream("/axe.min.js")) {
			return new String(script.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What the console complained about until now. */
	List<String> complaints() {
		return List.copyOf(this.complaints);
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
		this.server.close();
	}

}
