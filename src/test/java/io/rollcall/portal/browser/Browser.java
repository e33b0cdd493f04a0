package io.rollcall.portal.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
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

	private static final double PATIENCE = 30_000;

	private final PortalServer server;

	private final Playwright playwright;

	private final com.microsoft.playwright.Browser browser;

	private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

	Browser(PortalServer server) {
		this.server = server;
		Path program = Chromium.path();
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.browser = this.playwright.chromium()
			.launch(new BrowserType.LaunchOptions().setExecutablePath(program)
				.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
						"--disable-background-networking", "--disable-component-update", "--disable-sync")));
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
			if (message.type().equals("error")) {
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

	/** What the console complained about until now. */
	List<String> complaints() {
		return List.copyOf(this.complaints);
	}

	@Override
	public void close() {
		this.browser.close();
		this.playwright.close();
	}

}
