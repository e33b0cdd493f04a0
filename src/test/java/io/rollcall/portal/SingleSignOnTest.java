package io.rollcall.portal;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rollcall.access.Accounts;
import io.rollcall.access.AuditLog.Actor;
import io.rollcall.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.rollcall.portal.PortalClient.location;
import static org.assertj.core.api.Assertions.assertThat;

/** Single sign-on against a provider of OpenID Connect and a CAS server. */
class SingleSignOnTest {

	private static final String NUMBER = "0012345";

	private static final String SHUT = "0054321";

	private static final String LATIN = "0012345x";

	private static final String OWN_PAGE = "/account/password";

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" type=\"hidden\" value=\"([^\"]+)\"");

	@TempDir
	private static Path folder;

	private static OidcServer oidc;

	private static CasServer cas;

	private static PortalServer server;

	@BeforeAll
	static void open() throws Exception {
		int port = freePort();
		oidc = new OidcServer("http://127.0.0.1:" + port);
		cas = new CasServer();
		server = new PortalServer(folder.resolve("portal"), settings(port));
		Accounts accounts = server.get(Accounts.class);
		for (String name : List.of(NUMBER, SHUT, LATIN)) {
			accounts.add(name, Role.AUDITOR, "", List.of(), Optional.empty(), Actor.SYSTEM);
			oidc.claims(name, Map.of("employee_id", name, "role", "registrar", "roles", List.of("registrar", "ADMIN")));
		}
		accounts.disable(SHUT, true, Actor.SYSTEM);
	}

	private static String[] settings(int port) throws IOException {
		Path secret = Files.writeString(folder.resolve("secret"), OidcServer.SECRET + "\n");
		return new String[] { "server.port=" + port, "rollcall.address=http://127.0.0.1:" + port,
				"rollcall.oidc.issuer=" + oidc.issuer(), "rollcall.oidc.client-id=" + OidcServer.CLIENT,
				"rollcall.oidc.client-secret-file=" + secret, "rollcall.oidc.name=Campus ID",
				"rollcall.cas.server=" + cas.address() };
	}

	@AfterAll
	static void close() {
		server.close();
		oidc.close();
		cas.close();
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	/** From the provider's page back to the portal's door. */
	private static String backFromOidc(PortalClient browser, String user, String page) {
		HttpResponse<String> asked = browser.open(page);
		if (location(asked).endsWith("/login")) {
			String form = location(asked);
			Matcher token = TOKEN.matcher(browser.open(form).body());
			assertThat(token.find()).isTrue();
			asked = browser.send(
					HttpRequest.newBuilder(URI.create(form))
						.header("Content-Type", "application/x-www-form-urlencoded")
						.POST(HttpRequest.BodyPublishers.ofString("username=" + user + "&password="
								+ OidcServer.PASSWORD.replace(' ', '+') + "&_csrf=" + token.group(1))),
					HttpResponse.BodyHandlers.ofString());
			asked = browser.open(location(asked));
		}
		return location(asked);
	}

	/** The address with which a browser comes back, whoever signed in there. */
	private static String comeBack(PortalClient browser, String way, String user) {
		String page = location(browser.get("/login/" + way));
		return way.equals("oidc") ? backFromOidc(browser, user, page)
				: location(browser.open(page, CasServer.USER, user));
	}

	private static String signOn(PortalClient browser, String way, String user) {
		return location(browser.open(comeBack(browser, way, user)));
	}

	private static boolean isIn(PortalClient browser) {
		return browser.get(OWN_PAGE).statusCode() == 200;
	}

	private static List<String> audit(String way) {
		return server.jdbc()
			.sql("select account || ' ' || role || ' ' || outcome from audit where action = 'sign-in' and object = ?"
					+ " order by audit_id desc limit 1")
			.param(way)
			.query(String.class)
			.list();
	}

	@ParameterizedTest
	@ValueSource(strings = { "oidc", "cas" })
	void aKnownStaffNumberIsLetInToThePageThatWasAskedFor(String way) {
		PortalClient browser = server.stranger();
		assertThat(browser.get("/login").body()).contains("href=\"/login/" + way + "\"");
		String token = browser.token();
		browser.get("/audit?page=2");
		String session = cookie(browser, "SESSION");
		assertThat(signOn(browser, way, NUMBER)).isEqualTo("/audit?page=2");
		assertThat(cookie(browser, "SESSION")).isNotEqualTo(session);
		assertThat(browser.token()).isNotEqualTo(token);
		assertThat(audit(way)).containsExactly(NUMBER + " auditor done");
		// The one-time password that the account still has is nobody's business here.
		assertThat(browser.get(OWN_PAGE).body()).doesNotContain("一次性口令");
		assertThat(browser.get("/nothing").statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "oidc", "cas" })
	void whatTheProviderClaimsRaisesNobody(String way) {
		PortalClient browser = server.stranger();
		signOn(browser, way, NUMBER);
		assertThat(browser.get("/users").statusCode()).isEqualTo(403);
		assertThat(browser.get(OWN_PAGE).body()).contains("审计").doesNotContain("href=\"/users\"");
	}

	@ParameterizedTest
	@ValueSource(strings = { "oidc", "cas" })
	void nobodyElseIsLetIn(String way) {
		for (String other : List.of("12345", "00012345", "0012345X", SHUT, "unknown")) {
			PortalClient browser = server.stranger();
			oidc.claims(other, Map.of("employee_id", other.equals("unknown") ? NUMBER + " " : other));
			String user = (way.equals("cas") && other.equals("unknown")) ? NUMBER + "0" : other;
			assertThat(signOn(browser, way, user)).as(other).isEqualTo("/login?told=refused");
			assertThat(isIn(browser)).isFalse();
			assertThat(audit(way).get(0)).isEqualTo(other.equals(SHUT) ? SHUT + " auditor refused" : "  refused");
		}
		assertThat(server.stranger().get("/login?told=refused&lang=en").body())
			.contains("gives no access to this portal");
	}

	@Test
	void aStaffNumberThatIsNoTextIsNone() {
		oidc.claims("7", Map.of("employee_id", 12345));
		assertThat(signOn(server.stranger(), "oidc", "7")).isEqualTo("/login?told=broken");
		oidc.claims("8", Map.of("employee_id", List.of(NUMBER)));
		assertThat(signOn(server.stranger(), "oidc", "8")).isEqualTo("/login?told=broken");
		oidc.claims("9", Map.of());
		assertThat(signOn(server.stranger(), "oidc", "9")).isEqualTo("/login?told=broken");
		assertThat(audit("oidc")).containsExactly("  broken");
	}

	@Test
	void aCodeCountsOnceAndInTheBrowserThatAskedOnly() {
		PortalClient browser = server.stranger();
		String back = comeBack(browser, "oidc", NUMBER);
		String query = URI.create(back).getQuery();
		// Somebody else's browser, one that began nothing, another state.
		PortalClient other = server.stranger();
		assertThat(location(other.open(back))).isEqualTo("/login?told=broken");
		other.get("/login/oidc");
		assertThat(location(other.open(back))).isEqualTo("/login?told=broken");
		assertThat(location(other.get("/login/oidc/back?code=1&state=2"))).isEqualTo("/login?told=broken");
		assertThat(location(other.get("/login/oidc/back"))).isEqualTo("/login?told=broken");
		assertThat(isIn(other)).isFalse();
		assertThat(location(browser.open(back))).isEqualTo("/");
		assertThat(location(browser.open(back))).isEqualTo("/");
		// A used code with a state of one's own.
		String code = query.replaceAll(".*code=([^&]+).*", "$1");
		String state = location(other.get("/login/oidc")).replaceAll(".*[?&]state=([^&]+).*", "$1");
		assertThat(location(other.get("/login/oidc/back?code=" + code + "&state=" + state)))
			.isEqualTo("/login?told=broken");
		assertThat(isIn(other)).isFalse();
		// Who changes his mind at the provider.
		state = location(other.get("/login/oidc")).replaceAll(".*[?&]state=([^&]+).*", "$1");
		assertThat(location(other.get("/login/oidc/back?error=access_denied&state=" + state)))
			.isEqualTo("/login?told=broken");
	}

	@Test
	void aTicketCountsOnceForThisPortalAndInTheBrowserThatAskedOnly() {
		PortalClient browser = server.stranger();
		String back = comeBack(browser, "cas", NUMBER);
		PortalClient other = server.stranger();
		assertThat(location(other.open(back))).isEqualTo("/login?told=broken");
		assertThat(location(browser.open(back))).isEqualTo("/");
		assertThat(location(browser.open(back))).isEqualTo("/");
		other.get("/login/cas");
		assertThat(location(other.open(back))).isEqualTo("/login?told=broken");
		for (String service : List.of("https://other.example/", server.address() + "/login/cas",
				server.address() + "/login/cas/back?next=https://other.example/")) {
			other.get("/login/cas");
			String ticket = cas.ticket(NUMBER, service);
			assertThat(location(other.get("/login/cas/back?ticket=" + ticket + "&service=" + service)))
				.isEqualTo("/login?told=broken");
		}
		other.get("/login/cas");
		assertThat(location(other.get("/login/cas/back?ticket=a%20b%0D%0A"))).isEqualTo("/login?told=broken");
		assertThat(isIn(other)).isFalse();
	}

	@Test
	void whereItLeadsIsSetAndNotAskedFor() {
		PortalClient browser = server.stranger();
		assertThat(location(browser.get("/login/cas?service=https://evil.example/")))
			.isEqualTo(cas.address() + "/login?service=" + Redirect.encoded(server.address() + "/login/cas/back"));
		assertThat(location(browser.get("/login/oidc?redirect_uri=https://evil.example/")))
			.contains("redirect_uri=" + server.address() + "/login/oidc/back", "state=", "nonce=",
					"code_challenge_method=S256")
			.doesNotContain("evil");
	}

	@Test
	void signingOutEndsBoth() {
		PortalClient browser = server.stranger();
		signOn(browser, "oidc", NUMBER);
		HttpResponse<String> out = browser.post("/logout");
		assertThat(out.statusCode()).isEqualTo(303);
		assertThat(location(out)).isEqualTo("/login/oidc/out");
		assertThat(isIn(browser)).isFalse();
		HttpResponse<String> page = browser.get("/login/oidc/out");
		String there = page.headers().firstValue("Refresh").orElse("").replaceFirst("^0;url=", "");
		assertThat(page.body()).contains("已退出");
		assertThat(there).startsWith(oidc.issuer() + "/connect/logout?id_token_hint=");
		HttpResponse<String> done = browser.open(there);
		assertThat(location(done)).isEqualTo(server.address() + "/login");
		// The provider asks for the password again.
		assertThat(location(browser.open(location(browser.get("/login/oidc"))))).endsWith("/login");
		// Without its token there is nothing to end.
		assertThat(browser.get("/login/oidc/out").headers().firstValue("Refresh").orElse(""))
			.doesNotContain("id_token_hint");
	}

	@Test
	void signingOutLeadsToTheCasServer() {
		PortalClient browser = server.stranger();
		signOn(browser, "cas", NUMBER);
		assertThat(location(browser.get("/login/cas/out"))).isEqualTo("/");
		assertThat(location(browser.post("/logout", "everywhere", "true"))).isEqualTo("/login/cas/out");
		assertThat(browser.get("/login/cas/out").headers().firstValue("Refresh"))
			.contains("0;url=" + cas.address() + "/logout?service=" + Redirect.encoded(server.address() + "/login"));
		assertThat(location(server.stranger().signIn("registrar", PortalServer.PASSWORD).post("/logout")))
			.isEqualTo("/login");
	}

	@Test
	void aCasServerEndsTheSessionThatCameByItsTicket() {
		PortalClient here = server.stranger();
		String back = comeBack(here, "cas", NUMBER);
		here.open(back);
		PortalClient there = server.stranger();
		signOn(there, "cas", NUMBER);
		String service = server.address() + "/login/cas/back";
		String ticket = back.replaceAll(".*ticket=", "");
		assertThat(cas.end(service, "ST-unknown")).isEqualTo(200);
		assertThat(cas.end(service, ticket.toLowerCase(java.util.Locale.ROOT))).isEqualTo(200);
		assertThat(isIn(here)).isTrue();
		assertThat(cas.end(service, ticket)).isEqualTo(200);
		assertThat(isIn(here)).isFalse();
		assertThat(isIn(there)).isTrue();
		assertThat(server.jdbc()
			.sql("select count(*) from audit where action = 'sign-out' and object = 'cas'")
			.query(Long.class)
			.single()).isOne();
		// Nowhere else does a stranger post anything.
		for (String path : List.of("/login/cas", "/login/oidc/back", "/login/cas/out", "/login")) {
			assertThat(server.stranger().postPlain(path, "logoutRequest", ticket).statusCode()).as(path).isEqualTo(403);
		}
	}

	@Test
	void aChangedAccountEndsItsSessionsWhateverTheWay() {
		server.get(Accounts.class).add("0077777", Role.AUDITOR, "", List.of(), Optional.empty(), Actor.SYSTEM);
		PortalClient browser = server.stranger();
		signOn(browser, "cas", "0077777");
		assertThat(isIn(browser)).isTrue();
		server.get(Accounts.class).disable("0077777", true, Actor.SYSTEM);
		assertThat(isIn(browser)).isFalse();
	}

	@Test
	void nothingOfTheProviderIsKept() {
		PortalClient browser = server.stranger();
		signOn(browser, "oidc", NUMBER);
		String rows = String.join("",
				server.jdbc()
					.sql("select attribute_name || encode(attribute_bytes, 'escape') from spring_session_attributes"
							+ " where session_primary_id = (select session_primary_id from spring_session_attributes"
							+ " join spring_session on primary_id = session_primary_id where principal_name = ?"
							+ " order by creation_time desc limit 1)")
					.param(NUMBER)
					.query(String.class)
					.list());
		assertThat(rows).contains("io.rollcall.portal.SignedIn").doesNotContain("eyJ", "OAuth2", "employee_id");
	}

	@Test
	void withoutProvidersLocalAccountsWork(@TempDir Path other) throws Exception {
		Path secret = Files.writeString(other.resolve("secret"), "secret");
		int nobody = freePort();
		try (PortalServer alone = new PortalServer(other.resolve("portal"), "rollcall.address=http://127.0.0.1:1",
				"rollcall.oidc.issuer=http://127.0.0.1:" + nobody, "rollcall.oidc.client-id=x",
				"rollcall.oidc.client-secret-file=" + secret, "rollcall.cas.server=http://127.0.0.1:" + nobody)) {
			PortalClient browser = alone.stranger();
			assertThat(location(browser.get("/login/oidc"))).isEqualTo("/login?told=away");
			assertThat(location(browser.get("/login/oidc"))).isEqualTo("/login?told=away");
			browser.get("/login/cas");
			assertThat(location(browser.get("/login/cas/back?ticket=ST-1"))).isEqualTo("/login?told=away");
			assertThat(browser.get("/login?told=away").body()).contains("暂时没有响应");
			assertThat(isIn(browser.signIn("registrar", PortalServer.PASSWORD))).isTrue();
		}
	}

	@Test
	void whatIsNotSetUpIsNotThere() {
		PortalClient stranger = PortalServer.shared().stranger();
		assertThat(stranger.get("/login").body()).doesNotContain("/login/oidc", "/login/cas");
		for (String path : List.of("/login/oidc", "/login/cas", "/login/oidc/back", "/login/cas/back?ticket=x",
				"/login/oidc/out", "/login/cas/out")) {
			assertThat(location(stranger.get(path))).as(path).isEqualTo("/login");
		}
	}

	private static String cookie(PortalClient browser, String name) {
		return browser.cookies()
			.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals(name))
			.map(HttpCookie::getValue)
			.findFirst()
			.orElse("");
	}

}
