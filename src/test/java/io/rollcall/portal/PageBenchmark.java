package io.rollcall.portal;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long the pages of a running portal take, one after the other, when it is warm. */
public final class PageBenchmark {

	private static final int WARM = 5;

	private static final int TIMES = 21;

	private static final double MILLION = 1e6;

	private final PortalClient client;

	private final String campaign;

	private PageBenchmark(PortalClient client, String campaign) {
		this.client = client;
		this.campaign = "/campaigns/" + campaign;
	}

	/**
	 * Asks for every page.
	 * @param args the portal's address, the campaign, an account, its password, and a
	 * name that some students have
	 */
	public static void main(String[] args) {
		new PageBenchmark(new PortalClient(args[0]).signIn(args[2], args[3]), args[1]).run(args[4]);
	}

	private void run(String name) {
		Map<String, Supplier<HttpResponse<String>>> pages = new LinkedHashMap<>();
		String one = first("/cases?state=all", "/cases/[0-9a-f]{32}");
		String student = first(one, "/students/[0-9a-f]{32}");
		String college = first("/college", "/college\\?college=[^\"&]+");
		for (String path : new String[] { "", "/runs", "/runs/latest", "/college", college, "/cases",
				"/cases?state=todo", "/cases?state=all", "/cases?state=all&page=20", "/cases?state=all&field=name", one,
				student, "/uploads", "/sign-off" }) {
			pages.put("GET " + path.replaceAll("[0-9a-f]{32}", "{ref}").replaceAll("=%[^&]*", "={name}"),
					() -> this.client.get(this.campaign + path));
		}
		String token = this.client.token();
		for (String path : new String[] { "/cases", "/students" }) {
			pages.put("POST " + path + " q",
					() -> this.client.postPlain(this.campaign + path, "q", name, "_csrf", token));
		}
		pages.put("GET /audit", () -> this.client.get("/audit"));
		pages.put("GET /users", () -> this.client.get("/users"));
		System.out.printf("%-44s %8s %8s %8s%n", "page", "median", "slowest", "KiB");
		pages.forEach(PageBenchmark::time);
	}

	private static void time(String page, Supplier<HttpResponse<String>> ask) {
		double[] millis = new double[TIMES];
		int size = 0;
		for (int i = -WARM; i < TIMES; i++) {
			long start = System.nanoTime();
			HttpResponse<String> response = ask.get();
			if (response.statusCode() != 200) {
				throw new IllegalStateException(page + ": " + response.statusCode());
			}
			size = response.body().length();
			if (i >= 0) {
				millis[i] = (System.nanoTime() - start) / MILLION;
			}
		}
		Arrays.sort(millis);
		System.out.printf("%-44s %8.0f %8.0f %8d%n", page, millis[TIMES / 2], millis[TIMES - 1], size / 1024);
	}

	/** The first address of a kind on a page, below the campaign's. */
	private String first(String page, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(this.client.get(this.campaign + page).body());
		if (!matcher.find()) {
			throw new IllegalStateException(page + " has no " + pattern);
		}
		return matcher.group();
	}

}
