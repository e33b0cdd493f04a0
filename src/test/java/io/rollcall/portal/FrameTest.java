package io.rollcall.portal;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;

import io.rollcall.access.Accounts;
import io.rollcall.access.AuditLog.Actor;
import io.rollcall.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds on every page: signing in and out, passwords, languages, headers. */
class FrameTest {

	@TempDir
	private static Path folder;

	private static PortalServer server;

	@BeforeAll
	static void open() throws Exception {
		server = new PortalServer(folder);
	}

	@AfterAll
	static void close() {
		server.close();
	}

	private static String location(HttpResponse<?> response) {
		return response.headers().firstValue("Location").orElse("");
	}

	private static PortalClient somebody(String name) {
		server.get(Accounts.class)
			.add(name, Role.REGISTRAR, "", List.of(), java.util.Optional.of(PortalServer.PASSWORD), Actor.SYSTEM);
		return server.stranger().signIn(name, PortalServer.PASSWORD);
	}

	@Test
	void strangersAreLedToTheSignInWhateverTheyAskFor() {
		PortalClient stranger = server.stranger();
		for (String path : List.of("/", "/users", "/nothing", "/campaigns/nothing", "/error", "/actuator/info",
				"/logout")) {
			for (String method : List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH")) {
				HttpResponse<String> response = stranger.ask(method, path);
				assertThat(response.statusCode()).as(method + " " + path).isEqualTo(302);
				assertThat(location(response)).isEqualTo("/login");
				assertThat(response.headers().map()).doesNotContainKey("X-Powered-By");
			}
		}
	}

	@Test
	void whoSignsInGetsThePageThatHeAskedFor() {
		PortalClient somebody = server.stranger();
		somebody.get("/account/password");
		assertThat(location(somebody.post("/login", "username", "registrar", "password", PortalServer.PASSWORD)))
			.isEqualTo("/account/password");
		assertThat(location(server.stranger().post("/login", "username", "registrar", "password", "wrong password")))
			.isEqualTo("/login?error");
		assertThat(somebody.get("/login?error").body()).contains("账号或口令不对");
	}

	@Test
	void aSessionHasOneTokenAndAnotherNumberAfterTheSignIn() {
		PortalClient somebody = server.stranger();
		somebody.get("/login");
		String before = somebody.cookies().getCookieStore().getCookies().toString();
		somebody.signIn("registrar", PortalServer.PASSWORD);
		assertThat(somebody.cookies().getCookieStore().getCookies().toString()).isNotEqualTo(before);
		assertThat(somebody.token()).isEqualTo(somebody.token());
		assertThat(somebody.postPlain("/account/language", "lang", "zh").statusCode()).isEqualTo(403);
		assertThat(somebody.postPlain("/account/language", "lang", "zh", "_csrf", "wrong").statusCode()).isEqualTo(403);
		assertThat(somebody.post("/account/language", "lang", "zh").statusCode()).isEqualTo(303);
	}

	@Test
	void everyAnswerHasTheHeadersThatProtect() {
		for (String path : List.of("/login", "/", "/nothing", "/assets/app.css", "/assets/nothing.css",
				"/account/password")) {
			HttpResponse<String> response = server.as("registrar").get(path);
			assertThat(response.headers().firstValue("Content-Security-Policy").orElse("")).as(path)
				.contains("script-src 'self'", "style-src 'self'", "frame-ancestors 'none'")
				.doesNotContain("unsafe");
			assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
			assertThat(response.headers().firstValue("Referrer-Policy")).contains("same-origin");
		}
	}

	@Test
	void aOneTimePasswordOpensThePageThatChangesItOnly() {
		String once = server.get(Accounts.class)
			.add("newcomer", Role.REGISTRAR, "", List.of(), java.util.Optional.empty(), Actor.SYSTEM)
			.orElseThrow();
		PortalClient newcomer = server.stranger().signIn("newcomer", once);
		for (String path : List.of("/", "/users", "/nothing")) {
			assertThat(location(newcomer.get(path))).isEqualTo("/account/password");
			assertThat(newcomer.post(path).statusCode()).isEqualTo(403);
		}
		assertThat(newcomer.get("/account/password").body()).contains("一次性口令");
		assertThat(newcomer.post("/account/password", "old", once, "new", "short", "again", "short").body())
			.contains("id=\"new-error\"");
		assertThat(newcomer
			.post("/account/password", "old", "wrong password", "new", "a new password", "again", "a new password")
			.body()).contains("id=\"old-error\"");
		assertThat(newcomer.post("/account/password", "old", once, "new", "a new password", "again", "another one")
			.statusCode()).isEqualTo(400);
		HttpResponse<String> done = newcomer.post("/account/password", "old", once, "new", "a new password", "again",
				"a new password");
		assertThat(done.statusCode()).isEqualTo(303);
		assertThat(newcomer.get("/account/password").body()).doesNotContain("一次性口令");
		assertThat(server.stranger().signIn("newcomer", "a new password").get("/").statusCode()).isEqualTo(302);
	}

	@Test
	void sessionsEndWhenTheAccountIsChangedOrShut() {
		PortalClient somebody = somebody("shut-soon");
		assertThat(somebody.get("/account/password").statusCode()).isEqualTo(200);
		server.get(Accounts.class).disable("shut-soon", true, Actor.SYSTEM);
		assertThat(location(somebody.get("/account/password"))).isEqualTo("/login");
		server.get(Accounts.class).disable("shut-soon", false, Actor.SYSTEM);
		assertThat(location(somebody.get("/account/password"))).isEqualTo("/login");
	}

	@Test
	void oneSignsOutHereOrEverywhere() {
		PortalClient here = somebody("at-two-desks");
		PortalClient there = server.stranger().signIn("at-two-desks", PortalServer.PASSWORD);
		assertThat(here.post("/logout").statusCode()).isEqualTo(303);
		assertThat(location(here.get("/account/password"))).isEqualTo("/login");
		assertThat(there.get("/account/password").statusCode()).isEqualTo(200);
		PortalClient again = server.stranger().signIn("at-two-desks", PortalServer.PASSWORD);
		again.post("/logout", "everywhere", "true");
		assertThat(location(there.get("/account/password"))).isEqualTo("/login");
		assertThat(server.jdbc()
			.sql("select count(*) from audit where action = 'sign-out' and account = 'at-two-desks'")
			.query(Long.class)
			.single()).isEqualTo(2);
	}

	@Test
	void theLanguageIsRemembered() {
		PortalClient somebody = somebody("bilingual");
		assertThat(somebody.get("/account/password").body()).contains("lang=\"zh-CN\"", "修改口令");
		assertThat(location(somebody.post("/account/language", "lang", "en", "back", "/account/password")))
			.isEqualTo("/account/password");
		assertThat(location(somebody.post("/account/language", "lang", "en", "back", "//evil.example/")))
			.isEqualTo("/");
		assertThat(somebody.post("/account/language", "lang", "fr").statusCode()).isEqualTo(400);
		assertThat(server.stranger().signIn("bilingual", PortalServer.PASSWORD).get("/account/password").body())
			.contains("<html lang=\"en\"", "Change password");
		assertThat(server.stranger().get("/login?lang=en").body()).contains("Sign in");
	}

	@Test
	void otherMethodsThanThoseOfTheAddressAreRefused() {
		PortalClient registrar = server.as("registrar");
		assertThat(registrar.get("/logout").statusCode()).isEqualTo(405);
		assertThat(registrar.ask("PUT", "/account/password").statusCode()).isEqualTo(405);
		assertThat(registrar.ask("OPTIONS", "/").statusCode()).isEqualTo(405);
		assertThat(registrar.post("/").statusCode()).isEqualTo(405);
		assertThat(registrar.ask("HEAD", "/account/password").statusCode()).isEqualTo(200);
	}

	@Test
	void healthSaysOneWordAndTheRestIsOnTheManagementPort() {
		HttpResponse<String> health = server.stranger().get("/actuator/health");
		assertThat(health.body()).isIn("{\"status\":\"UP\"}", "{\"status\":\"DOWN\"}");
		PortalClient machine = new PortalClient(server.management());
		assertThat(machine.get("/actuator/prometheus").statusCode()).isEqualTo(200);
		assertThat(machine.get("/actuator/info").statusCode()).isEqualTo(200);
		assertThat(machine.get("/actuator/health").statusCode()).isIn(200, 503);
	}

}
