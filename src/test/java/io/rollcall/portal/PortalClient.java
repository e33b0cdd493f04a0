package io.rollcall.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rollcall.Patience;

/**
 * A person's browser without a screen: cookies, forms with their token, no redirects
 * followed.
 */
public final class PortalClient {

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private final String address;

	private final CookieManager cookies;

	private final HttpClient http;

	PortalClient(String address) {
		this(address, new CookieManager(), HttpClient.newBuilder());
	}

	PortalClient(String address, CookieManager cookies, HttpClient.Builder http) {
		this.address = address;
		this.cookies = cookies;
		this.http = http.cookieHandler(cookies).build();
	}

	/** Signs in by the form. */
	public PortalClient signIn(String account, String password) {
		HttpResponse<String> response = post("/login", "username", account, "password", password);
		if (response.statusCode() != 302 || response.headers().firstValue("Location").orElse("").contains("error")) {
			throw new IllegalStateException(account + " was not let in");
		}
		return this;
	}

	/** A page. */
	public HttpResponse<String> get(String path) {
		return send("GET", path, null);
	}

	/** Any method without a body. */
	public HttpResponse<String> ask(String method, String path) {
		return send(method, path, null);
	}

	/** A form with the session's token. */
	public HttpResponse<String> post(String path, String... fields) {
		List<String> all = new ArrayList<>(List.of(fields));
		all.add("_csrf");
		all.add(token());
		return postPlain(path, all.toArray(String[]::new));
	}

	/** A form as it is given, without a token of its own. */
	public HttpResponse<String> postPlain(String path, String... fields) {
		List<String> pairs = new ArrayList<>();
		for (int i = 0; i < fields.length; i += 2) {
			pairs.add(encode(fields[i]) + "=" + encode(fields[i + 1]));
		}
		return send("POST", path, String.join("&", pairs));
	}

	/** The token of the session, as every page's form has it. */
	public String token() {
		for (String page : List.of("/account/password", "/login")) {
			Matcher matcher = TOKEN.matcher(get(page).body());
			if (matcher.find()) {
				return matcher.group(1);
			}
		}
		throw new IllegalStateException("No form has a token");
	}

	/** The cookies, as a header. */
	public CookieManager cookies() {
		return this.cookies;
	}

	/** Any request to the portal. */
	public <T> HttpResponse<T> send(HttpRequest.Builder request, HttpResponse.BodyHandler<T> handler) {
		try {
			return this.http.send(request.timeout(Patience.LONGEST).build(), handler);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** A request to a path of the portal. */
	public HttpRequest.Builder request(String path) {
		return HttpRequest.newBuilder(URI.create(this.address + path));
	}

	/** A page anywhere, such as one that an answer led to. */
	public HttpResponse<String> open(String uri, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.address).resolve(uri));
		if (headers.length > 0) {
			request.headers(headers);
		}
		return send(request, HttpResponse.BodyHandlers.ofString());
	}

	/** Where an answer leads to, or nothing. */
	public static String location(HttpResponse<?> response) {
		return response.headers().firstValue("Location").orElse("");
	}

	private HttpResponse<String> send(String method, String path, String form) {
		HttpRequest.Builder request = request(path).method(method,
				(form == null) ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(form));
		if (form != null) {
			request.header("Content-Type", "application/x-www-form-urlencoded");
		}
		return send(request, HttpResponse.BodyHandlers.ofString());
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
