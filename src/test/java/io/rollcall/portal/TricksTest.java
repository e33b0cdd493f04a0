package io.rollcall.portal;

import java.io.IOException;
import java.net.HttpCookie;
import java.util.List;
import java.util.stream.Collectors;

import io.rollcall.HeldLog;
import io.rollcall.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/** Paths and headers that say one thing to one reader and another to the next. */
class TricksTest {

	private static final List<String> ROLES = List.of("registrar", "auditor", "operator", "college", "other");

	private static Raw ask(String account, String line, String... headers) throws IOException {
		PortalServer server = PortalServer.shared();
		if (account.isEmpty()) {
			return Raw.ask(server.address(), line, headers);
		}
		String cookies = server.as(account)
			.cookies()
			.getCookieStore()
			.getCookies()
			.stream()
			.map((HttpCookie cookie) -> cookie.getName() + "=" + cookie.getValue())
			.collect(Collectors.joining("; "));
		String[] all = java.util.Arrays.copyOf(headers, headers.length + 1);
		all[headers.length] = "Cookie: " + cookies;
		return Raw.ask(server.address(), line, all);
	}

	/** Each spelling beside the plain address that it might be taken for. */
	@ParameterizedTest
	@CsvSource(textBlock = """
			//users,                      /users
			/users;x,                     /users
			/users;x=/login,              /users
			/login;/../users,             /users
			/%75sers,                     /users
			/%75%73%65%72%73,             /users
			/%2575sers,                   /users
			/users/,                      /users
			/users%2f,                    /users
			/users%2F..%2Fusers,          /users
			/USERS,                       /users
			/./users,                     /users
			/users/.,                     /users
			/%2e/users,                   /users
			/assets/../users,             /users
			/assets/%2e%2e/users,         /users
			/assets/..%2fusers,           /users
			/assets/..%5cusers,           /users
			/assets\\..\\users,           /users
			/assets/..;/users,            /users
			/login/../users,              /users
			/campaigns/x/../../users,     /users
			/users%00,                    /users
			/users%00.css,                /users
			/users%0d%0aX-Bad:1,          /users
			/users%20,                    /users
			/%c0%afusers,                 /users
			/users%ff,                    /users
			/users?/login,                /users
			/users#/login,                /users
			/users.css,                   /users
			/account/%70assword,          /account/password
			/account//password,           /account/password
			/account/password/,           /account/password
			/account/password;jsessionid=1, /account/password
			/account%2fpassword,          /account/password
			/actuator/health/../info,     /actuator/info
			/error,                       /nothing
			""")
	void anOddPathGivesNobodyMoreThanThePlainOne(String odd, String plain) throws IOException {
		Raw stranger = ask("", "GET " + odd);
		assertThat(stranger.status()).as("stranger").isIn(302, 400);
		if (stranger.status() == 302) {
			assertThat(stranger.header("Location")).isEqualTo("/login");
		}
		check(stranger);
		for (String role : ROLES) {
			int given = ask(role, "GET " + plain).status();
			Raw answer = ask(role, "GET " + odd);
			assertThat(answer.status()).as(role).isIn(given, 400, 404);
			check(answer);
		}
	}

	private static void check(Raw answer) {
		assertThat(answer.body()).doesNotContain("Exception", "Tomcat", "Whitelabel", "style=", "<style");
		assertThat(answer.header("Content-Security-Policy")).contains("frame-ancestors 'none'");
		assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
	}

	/** What is odd is nothing, for the stranger, the role and the reader of files. */
	@ParameterizedTest
	@CsvSource(textBlock = """
			{files}../registrar.xlsx,             404, 403
			{files}..%2fregistrar.xlsx,           404, 403
			{files}..%5cregistrar.xlsx,           404, 403
			{files}%2e%2e/%2e%2e/etc/passwd,      404, 403
			{files}%252e%252e%252fregistrar.xlsx, 404, 403
			{files}colleges//x.xlsx,              404, 403
			{files}registrar.xlsx;x,              404, 403
			//users,                              404, 404
			/login;x,                             404, 404
			/assets/..%2fusers,                   404, 404
			/assets/../users,                     404, 404
			""")
	void anOddPathIsJudgedInTheOrderOfAll(String path, int college, int operator) throws IOException {
		String odd = path.replace("{files}", PortalServer.AT + "/runs/latest/files/");
		assertThat(ask("", "GET " + odd).header("Location")).isEqualTo("/login");
		assertThat(ask("", "POST " + odd, "Content-Length: 0").status()).isEqualTo(302);
		assertThat(ask("college", "GET " + odd).status()).isEqualTo(college);
		assertThat(ask("operator", "GET " + odd).status()).isEqualTo(operator);
		assertThat(ask("registrar", "POST " + odd, "Content-Length: 0").status()).isEqualTo(403);
		assertThat(ask("registrar", "PUT " + odd, "Content-Length: 0").status()).isEqualTo(405);
	}

	/** The server's own message quotes them, and they may name a person. */
	@ParameterizedTest
	@ValueSource(strings = { "?college=%E6%9D%8E%E5%9B%9B%ff", "?q=%E6%9D%8E%E5%9B%9B%", "?%E6%9D%8E%E5%9B%9B%ff=1" })
	@ExtendWith(OutputCaptureExtension.class)
	void fieldsThatCannotBeReadAreNotLogged(String query, CapturedOutput output) throws IOException {
		assertThat(ask("college", "GET " + PortalServer.AT + "/cases" + query).status()).isEqualTo(400);
		assertThat(HeldLog.text() + output.getAll()).doesNotContain("李四", "InvalidParameter");
	}

	@Test
	void anOverlongPathIsRefused() throws IOException {
		for (String role : List.of("", "registrar")) {
			assertThat(ask(role, "GET /users/" + "a".repeat(7000)).status()).as(role).isIn(302, 400, 404);
			assertThat(ask(role, "GET /users/" + "a".repeat(20_000)).status()).as(role).isIn(302, 400, 414);
		}
	}

	@Test
	void theTableReadsAPathAsTheHandlersDo() {
		for (String path : List.of("/users", "/%75sers", "/%75%73%65%72%73", "/users;x")) {
			assertThat(Addresses.allows(path, "GET", Role.AUDITOR)).as(path).isFalse();
			assertThat(Addresses.allows(path, "GET", Role.REGISTRAR)).as(path).isTrue();
			assertThat(Addresses.name(path)).as(path).contains("/users");
		}
		for (String path : List.of("/assets/../users", "/login/x", "/LOGIN", "/login/", "/login/oidc/x")) {
			assertThat(Addresses.isOpen(path) && !path.startsWith("/assets/")).as(path).isFalse();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-Original-URL: /login", "X-Rewrite-URL: /login", "X-Forwarded-Prefix: /login",
			"X-Forwarded-Path: /assets/app.css", "X-Original-URI: /login", "Forwarded: host=evil.example;proto=https" })
	void headersLeadNowhereElse(String header) throws IOException {
		Raw stranger = ask("", "GET /users", header);
		assertThat(stranger.status()).isEqualTo(302);
		assertThat(stranger.header("Location")).isEqualTo("/login");
		assertThat(ask("auditor", "GET /users", header).status()).isEqualTo(403);
	}

	@ParameterizedTest
	@ValueSource(strings = { "X-HTTP-Method-Override: POST", "X-HTTP-Method: POST", "X-Method-Override: POST" })
	void aMethodIsWhatItIs(String header) throws IOException {
		assertThat(ask("registrar", "GET /logout", header).status()).isEqualTo(405);
		assertThat(ask("registrar", "GET /account/password?_method=post", header).status()).isEqualTo(200);
	}

	@Test
	void nobodyIsBelievedToAskForSomebodyElse() throws IOException {
		String[] forged = { "Host: evil.example", "X-Forwarded-For: 203.0.113.9", "X-Forwarded-Proto: https",
				"X-Forwarded-Host: evil.example", "X-Forwarded-Port: 4443", "X-Real-IP: 203.0.113.9" };
		for (String path : List.of("/", "/users", "//evil.example/", "/login/oidc")) {
			Raw answer = ask("", "GET " + path, forged);
			assertThat(answer.header("Location")).as(path).isEqualTo("/login");
			assertThat(String.join("", answer.all("Set-Cookie"))).doesNotContain("Secure");
		}
		ask("auditor", "GET /users", forged);
		assertThat(PortalServer.shared()
			.jdbc()
			.sql("select distinct address from audit where account = 'auditor'")
			.query(String.class)
			.list()).containsExactly("127.0.0.1");
	}

	@Test
	void thePageThatWasAskedForIsAPathOnly() throws IOException {
		Raw answer = ask("", "GET /audit?page=2", "Host: evil.example");
		String cookie = answer.all("Set-Cookie")
			.stream()
			.filter((line) -> line.startsWith("asked="))
			.findFirst()
			.orElseThrow();
		assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/login").doesNotContain("Secure");
		assertThat(new String(
				java.util.Base64.getUrlDecoder().decode(cookie.substring("asked=".length(), cookie.indexOf(';'))),
				java.nio.charset.StandardCharsets.UTF_8))
			.isEqualTo("/audit?page=2");
		for (String planted : List.of("https://evil.example/", "//evil.example/", "/\\evil.example", "evil",
				"/a\r\nb")) {
			PortalClient browser = PortalServer.shared().stranger();
			HttpCookie plant = new HttpCookie("asked",
					java.util.Base64.getUrlEncoder()
						.withoutPadding()
						.encodeToString(planted.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
			plant.setPath("/login");
			plant.setVersion(0);
			browser.cookies()
				.getCookieStore()
				.add(java.net.URI.create(PortalServer.shared().address() + "/login"), plant);
			assertThat(PortalClient
				.location(browser.post("/login", "username", "operator", "password", PortalServer.PASSWORD)))
				.as(planted)
				.isEqualTo("/");
		}
	}

}
