package io.rollcall.portal;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.rollcall.access.Role;
import io.rollcall.portal.Addresses.Address;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every address, asked for by everybody in every way, in the contract's order of judging.
 * What is asked is made from the handlers' own mappings: an address that nobody entered
 * in the table or here fails.
 */
class AddressesTest {

	private static final Map<String, String> VISITORS = Map.of("registrar", "REGISTRAR", "auditor", "AUDITOR",
			"operator", "OPERATOR", "provincial", "PROVINCIAL", "college", "COLLEGE", "other", "COLLEGE");

	/** What an empty form with its token gets from whoever may send one. */
	private static final Map<String, Integer> EMPTY_FORM = Map.ofEntries(Map.entry("/account/password", 400),
			Map.entry("/account/language", 400), Map.entry("/users", 400), Map.entry("/users/{name}/change", 400),
			Map.entry("{c}/cases", 200), Map.entry("{c}/students", 400), Map.entry("{c}/runs", 400),
			Map.entry("{c}/schedule", 400), Map.entry("{c}/close", 400), Map.entry("{c}/reopen", 409),
			Map.entry("{c}/runs/{run}/rerun", 400), Map.entry("{c}/runs/{run}/stop", 409),
			Map.entry("{c}/runs/{run}/resume", 409), Map.entry("{c}/runs/{run}/release", 409),
			Map.entry("{c}/runs/{run}/drop", 409), Map.entry("{c}/runs/{run}/colleges", 400),
			Map.entry("{c}/runs/{run}/corrections-sent", 303), Map.entry("{c}/cases/answers", 400),
			Map.entry("{c}/uploads", 400), Map.entry("{c}/uploads/{id}/accept", 404),
			Map.entry("{c}/uploads/{id}/discard", 404), Map.entry("{c}/sign-off", 400));

	/** These would change what the other rows ask of; tests of their own send them. */
	private static final Set<String> NOT_SENT = Set.of("/logout", "/users/{name}/password", "/users/{name}/disable",
			"/users/{name}/enable", "{c}/runs/{run}/corrections-sent");

	private final PortalServer server = PortalServer.shared();

	@Test
	void theTableHasEveryHandlerAndNothingElse() {
		Set<String> handled = new TreeSet<>();
		this.server.get(RequestMappingHandlerMapping.class).getHandlerMethods().keySet().forEach((mapping) -> {
			for (String path : mapping.getPatternValues()) {
				for (RequestMethod method : methods(mapping)) {
					handled.add(method + " " + path.replaceAll("\\{(\\*?\\w+):(?:[^{}]|\\{[^{}]*\\})+\\}", "{$1}"));
				}
			}
		});
		handled.removeIf((one) -> one.endsWith(" /error"));
		Set<String> listed = new TreeSet<>();
		Addresses.all().forEach((address) -> listed.add(address.method() + " " + address.pattern().getPatternString()));
		// Files, and what the sign-in's filter does.
		listed.removeAll(Set.of("GET /assets/**", "POST /login"));
		assertThat(handled).isEqualTo(listed);
	}

	private static Set<RequestMethod> methods(RequestMappingInfo mapping) {
		Set<RequestMethod> methods = mapping.getMethodsCondition().getMethods();
		return methods.isEmpty() ? Set.of(RequestMethod.GET) : methods;
	}

	@TestFactory
	Stream<DynamicTest> everyAddress() {
		Map<String, String> examples = examples();
		return Addresses.all()
			.stream()
			.filter((address) -> !address.open())
			.map((address) -> DynamicTest.dynamicTest(address.method() + " " + pattern(address),
					() -> judge(address, example(address, examples))));
	}

	private static String pattern(Address address) {
		return address.pattern().getPatternString().replace("/campaigns/{campaign}", "{c}");
	}

	private static String example(Address address, Map<String, String> examples) {
		String path = pattern(address);
		String example = examples.getOrDefault(path, path).replace("{c}", PortalServer.AT).replace("{name}", "other");
		assertThat(example).as("an example for " + path).doesNotContain("{");
		return example;
	}

	/** Things that there are. */
	private Map<String, String> examples() {
		PortalClient registrar = this.server.as("registrar");
		String one = first(
				registrar.get(
						PortalServer.AT + "/cases?state=all&college=" + Redirect.encoded(PortalServer.COLLEGES.get(0))),
				"/cases/([0-9a-f]{32})");
		String student = first(registrar.post(PortalServer.AT + "/students", "q", "202001001"),
				"/students/([0-9a-f]{32})");
		Map<String, String> examples = new LinkedHashMap<>();
		examples.put("{c}/cases/{ref}", "{c}/cases/" + one);
		examples.put("{c}/students/{ref}", "{c}/students/" + student);
		examples.put("{c}/uploads/{id}", "{c}/uploads/00000000000000000000000000000000");
		examples.put("{c}/uploads/{id}/accept", "{c}/uploads/00000000000000000000000000000000/accept");
		examples.put("{c}/uploads/{id}/discard", "{c}/uploads/00000000000000000000000000000000/discard");
		examples.put("{c}/uploads/forms/{role}", "{c}/uploads/forms/discrepancies");
		examples.put("{c}/runs/{run}/files/{*path}",
				"{c}/runs/latest/files/colleges/" + Redirect.encoded(PortalServer.COLLEGES.get(0)) + ".xlsx");
		for (String rest : List.of("", "/events", "/rerun", "/stop", "/resume", "/release", "/drop", "/colleges",
				"/corrections-sent")) {
			examples.put("{c}/runs/{run}" + rest, "{c}/runs/2020-11-10-1" + rest);
		}
		return examples;
	}

	private static String first(HttpResponse<String> page, String pattern) {
		Matcher matcher = Pattern.compile(pattern).matcher(page.body());
		assertThat(matcher.find()).as(pattern).isTrue();
		return matcher.group(1);
	}

	private void judge(Address address, String path) {
		for (String method : List.of("GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH")) {
			HttpResponse<String> stranger = this.server.stranger().ask(method, path);
			assertThat(stranger.statusCode()).as("stranger " + method).isEqualTo(302);
			assertThat(stranger.headers().firstValue("Location")).contains("/login");
		}
		VISITORS.forEach((account, role) -> {
			boolean may = address.roles().contains(Role.valueOf(role));
			if (address.method().equals("GET")) {
				read(account, may, path);
			}
			else {
				write(account, may, pattern(address), path);
			}
			for (String method : List.of("PUT", "DELETE", "OPTIONS", "PATCH")) {
				assertThat(this.server.as(account).ask(method, path).statusCode()).as(account + " " + method)
					.isEqualTo(405);
			}
		});
	}

	private void read(String account, boolean may, String path) {
		HttpResponse<String> page = this.server.as(account).get(path);
		HttpResponse<String> head = this.server.as(account).ask("HEAD", path);
		assertThat(head.statusCode()).as(account + " HEAD").isEqualTo(page.statusCode());
		assertThat(head.body()).isEmpty();
		// The examples are the first college's; uploads are nobody's.
		boolean foreign = account.equals("other")
				&& (path.contains("/files/") || path.matches(".*/(cases|students)/.+"));
		boolean none = path.contains("/uploads/0000");
		int expected = !may ? 403 : (foreign || none) ? 404 : path.equals("/") ? 302 : 200;
		assertThat(page.statusCode()).as(account + " GET " + path).isEqualTo(expected);
	}

	private void write(String account, boolean may, String pattern, String path) {
		PortalClient client = this.server.as(account);
		assertThat(client.postPlain(path).statusCode()).as(account + " without a token").isEqualTo(403);
		assertThat(client.postPlain(path, "_csrf", "wrong").statusCode()).as(account + " wrong token").isEqualTo(403);
		if (!may) {
			assertThat(client.post(path).statusCode()).as(account + " POST").isEqualTo(403);
		}
		else if (!NOT_SENT.contains(pattern)) {
			assertThat(EMPTY_FORM).containsKey(pattern);
			assertThat(client.post(path).statusCode()).as(account + " empty form").isEqualTo(EMPTY_FORM.get(pattern));
		}
		boolean readable = Addresses.all()
			.stream()
			.anyMatch((one) -> one.method().equals("GET") && pattern(one).equals(pattern));
		if (!readable) {
			boolean mayRead = Addresses.allows(path, "GET", Role.valueOf(VISITORS.get(account)));
			assertThat(client.get(path).statusCode()).as(account + " GET of a form's address")
				.isEqualTo(mayRead ? 405 : 403);
		}
	}

	@Test
	void anotherCollegesLooksExactlyLikeNothing() {
		Map<String, String> examples = examples();
		PortalClient other = this.server.as("other");
		Map<String, String> pairs = Map.of(examples.get("{c}/cases/{ref}"),
				"{c}/cases/0123456789abcdef0123456789abcdef", examples.get("{c}/students/{ref}"),
				"{c}/students/0123456789abcdef0123456789abcdef", examples.get("{c}/runs/{run}/files/{*path}"),
				"{c}/runs/latest/files/colleges/nothing.xlsx",
				"{c}/college?college=" + Redirect.encoded(PortalServer.COLLEGES.get(0)), "{c}/college?college=nothing");
		List<String> bodies = new ArrayList<>();
		pairs.forEach((foreign, nothing) -> {
			for (String path : List.of(foreign, nothing)) {
				HttpResponse<String> page = other.get(path.replace("{c}", PortalServer.AT));
				assertThat(page.statusCode()).as(path).isEqualTo(404);
				bodies.add(page.body());
			}
		});
		assertThat(bodies).allMatch(bodies.get(0)::equals);
		assertThat(this.server.jdbc()
			.sql("select count(*) from audit where account = 'other' and action = 'refused' and outcome = 'foreign'")
			.query(Long.class)
			.single()).isGreaterThanOrEqualTo(pairs.size());
	}

}
