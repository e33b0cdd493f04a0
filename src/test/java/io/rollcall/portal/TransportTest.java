package io.rollcall.portal;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

import io.rollcall.access.Accounts;
import io.rollcall.access.Reach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Sessions over a restart, behind a proxy and over TLS. */
class TransportTest {

	private static final String STORE_PASSWORD = "changeit";

	@TempDir
	private Path folder;

	@Test
	void sessionsOutliveARestartAndAreSafeOnTheirWay() throws Exception {
		PortalServer first = new PortalServer(this.folder.resolve("portal"), "rollcall.proxy=127.0.0.1, 10.9.0.0/16");
		PortalClient somebody = first.stranger().signIn("registrar", PortalServer.PASSWORD);
		assertThat(first.jdbc()
			.sql("select distinct max_inactive_interval from spring_session where principal_name is not null")
			.query(Integer.class)
			.single()).isEqualTo(3600);
		aTrustedProxyIsBelieved(first);
		KeyStore keys = keyStore();
		PortalServer second = first.restarted("server.ssl.key-store=" + this.folder.resolve("keys.p12"),
				"server.ssl.key-store-password=" + STORE_PASSWORD, "server.ssl.key-store-type=PKCS12");
		try {
			PortalClient again = new PortalClient(second.address(), somebody.cookies(),
					HttpClient.newBuilder().sslContext(trusting(keys)));
			assertThat(again.get("/account/password").statusCode()).isEqualTo(200);
			assertThat(again.post("/account/language", "lang", "en").statusCode()).isEqualTo(303);
			PortalClient stranger = new PortalClient(second.address(), new java.net.CookieManager(),
					HttpClient.newBuilder().sslContext(trusting(keys)));
			for (String page : List.of("/audit", "/login", "/login?lang=en")) {
				assertThat(stranger.get(page).headers().allValues("Set-Cookie")).as(page)
					.isNotEmpty()
					.allMatch((cookie) -> cookie.contains("; Secure") && cookie.contains("; HttpOnly")
							&& cookie.contains("; SameSite=Lax"));
			}
			HttpResponse<String> in = stranger.post("/login", "username", "registrar", "password",
					PortalServer.PASSWORD);
			assertThat(in.headers().allValues("Set-Cookie")).anyMatch((cookie) -> cookie.startsWith("SESSION="))
				.allMatch((cookie) -> cookie.contains("; Secure"));
			assertThat(in.headers().firstValue("Strict-Transport-Security")).isPresent();
		}
		finally {
			second.close();
		}
	}

	private static void aTrustedProxyIsBelieved(PortalServer server) throws IOException {
		String[] told = { "X-Forwarded-For: 198.51.100.1, 203.0.113.9, 10.9.8.7", "X-Forwarded-Proto: https",
				"X-Forwarded-Host: rollcall.example.edu.cn" };
		Raw page = Raw.ask(server.address(), "GET /login", told);
		assertThat(page.all("Set-Cookie")).isNotEmpty().allMatch((cookie) -> cookie.contains("; Secure"));
		String session = page.header("Set-Cookie").replaceAll(";.*", "");
		String token = page.body().replaceAll("(?s).*name=\"_csrf\" value=\"([^\"]+)\".*", "$1");
		String form = "username=registrar&password=" + PortalServer.PASSWORD.replace(' ', '+') + "&_csrf=" + token;
		String[] all = java.util.Arrays.copyOf(told, told.length + 3);
		all[told.length] = "Cookie: " + session;
		all[told.length + 1] = "Content-Type: application/x-www-form-urlencoded";
		all[told.length + 2] = "Content-Length: " + form.length() + "\r\n\r\n" + form;
		Raw in = Raw.ask(server.address(), "POST /login", all);
		assertThat(in.header("Location")).isEqualTo("/");
		// What the proxies added themselves counts, not what came to them.
		assertThat(server.jdbc()
			.sql("select address from audit where action = 'sign-in' order by audit_id desc limit 1")
			.query(String.class)
			.single()).isEqualTo("203.0.113.9");
	}

	@Test
	void aSessionLastsTenHoursAtMost() throws Exception {
		Instant begun = Instant.parse("2020-11-10T00:00:00Z");
		Accounts accounts = PortalServer.shared().get(Accounts.class);
		SignedIn known = new SignedIn("auditor", accounts.find("auditor").orElseThrow().version(), begun,
				SignedIn.Way.PASSWORD);
		for (int minutes : new int[] { 599, 601 }) {
			SecurityContextHolder.getContext()
				.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(known, null, List.of()));
			MockHttpServletRequest request = new MockHttpServletRequest("GET", "/audit");
			MockFilterChain chain = new MockFilterChain();
			new AccountFilter(accounts, (account) -> new Reach("", false, true), new Languages(), new AskedPage(),
					() -> begun.plus(Duration.ofMinutes(minutes)), Duration.ofHours(10))
				.doFilter(request, new MockHttpServletResponse(), chain);
			assertThat(chain.getRequest() != null).as(minutes + " minutes").isEqualTo(minutes < 600);
		}
		SecurityContextHolder.clearContext();
	}

	@Test
	void whatNamesNoProxyIsRefused() {
		assertThat(TrustedProxies.networks("10.0.0.5, 192.168.7.0/24,::1"))
			.isEqualTo("10.0.0.5/32,192.168.7.0/24,::1/128");
		for (String wrong : List.of("", ".*", "10\\.0\\.0\\.5", "proxy.example.edu.cn", "10.0.0.5/99", "10.0.0",
				"1,,2")) {
			assertThatExceptionOfType(WrongSetting.class).as(wrong).isThrownBy(() -> TrustedProxies.networks(wrong));
		}
	}

	/** With the JDK's own tool. */
	private KeyStore keyStore() throws IOException, InterruptedException, GeneralSecurityException {
		Path file = this.folder.resolve("keys.p12");
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-alias", "portal", "-keyalg", "RSA", "-keysize", "2048", "-dname", "CN=localhost",
				"-ext", "SAN=IP:127.0.0.1", "-validity", "2", "-storetype", "PKCS12", "-keystore", file.toString(),
				"-storepass", STORE_PASSWORD)
			.redirectErrorStream(true)
			.start();
		String said = new String(keytool.getInputStream().readAllBytes(), Charset.defaultCharset());
		assertThat(keytool.waitFor()).as(said).isZero();
		KeyStore keys = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(file)) {
			keys.load(in, STORE_PASSWORD.toCharArray());
		}
		return keys;
	}

	private static SSLContext trusting(KeyStore keys) throws GeneralSecurityException, IOException {
		KeyStore trusted = KeyStore.getInstance("PKCS12");
		trusted.load(null, null);
		trusted.setCertificateEntry("portal", keys.getCertificate("portal"));
		TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
		managers.init(trusted);
		SSLContext context = SSLContext.getInstance("TLS");
		context.init(null, managers.getTrustManagers(), null);
		return context;
	}

}
