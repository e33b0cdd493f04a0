package io.rollcall.portal;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.sql.DataSource;

import io.rollcall.access.Accounts;
import io.rollcall.access.AuditLog.Actor;
import io.rollcall.access.Role;
import io.rollcall.portal.Addresses.Address;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Two schools beside one another: neither finds anything of the other. */
class SchoolsTest {

	private static final String OTHER = "10698";

	private static final String NAME = "second-2020";

	/** What people of the other school must not read anywhere. */
	private static final List<String> FOREIGN = List.of(PortalServer.CAMPAIGN, "西安航空学院", "11736", "飞行器学院", "202001001");

	private static PortalServer server;

	@BeforeAll
	static void open(@TempDir Path folder) throws IOException {
		Path jobs = Files.createDirectories(folder.resolve("jobs"));
		String text = Files.readString(Path.of("src/test/resources/jobs/freshman-2020.yml"))
			.replace(PortalServer.CAMPAIGN, NAME)
			.replace("11736", OTHER)
			.replace("西安航空学院", "西安交通大学")
			.replace("飞行器学院", "电气工程学院");
		Files.writeString(jobs.resolve(NAME + ".yml"), text + "\ninput: jiaotong\n");
		Files.writeString(jobs.resolve("third.yml"), text.replace(NAME, "third").replace(OTHER, "10700"));
		server = new PortalServer(folder, "management.endpoint.health.show-details=always");
		server.run("2020-11-10");
		server.get(Places.class).everywhere();
		Accounts accounts = server.get(Accounts.class);
		Map.of("b-registrar", Role.REGISTRAR, "b-auditor", Role.AUDITOR, "b-operator", Role.OPERATOR)
			.forEach((name, role) -> accounts.add(name, role, OTHER, List.of(), Optional.of(PortalServer.PASSWORD),
					Actor.SYSTEM));
		accounts.add("b-college", Role.COLLEGE, OTHER, List.of("理学院"), Optional.of(PortalServer.PASSWORD),
				Actor.SYSTEM);
		accounts.add("everywhere", Role.OPERATOR, "", List.of(), Optional.of(PortalServer.PASSWORD), Actor.SYSTEM);
		accounts.add("nowhere", Role.REGISTRAR, "", List.of(), Optional.of(PortalServer.PASSWORD), Actor.SYSTEM);
	}

	@AfterAll
	static void close() {
		server.close();
	}

	private static Map<String, Role> people() {
		return Map.of("b-registrar", Role.REGISTRAR, "b-auditor", Role.AUDITOR, "b-operator", Role.OPERATOR,
				"b-college", Role.COLLEGE, "nowhere", Role.REGISTRAR);
	}

	@Test
	void everyAddressOfAnotherSchoolIsAsIfThereWereNone() {
		List<Address> addresses = Addresses.all()
			.stream()
			.filter((address) -> address.pattern().getPatternString().startsWith("/campaigns/"))
			.toList();
		assertThat(addresses).hasSizeGreaterThan(30);
		people().forEach((account, role) -> {
			List<String> bodies = new ArrayList<>();
			for (Address address : addresses) {
				String path = address.pattern()
					.getPatternString()
					.replace("{run}", "2020-11-10-1")
					.replace("{*path}", "/registrar.xlsx")
					.replace("files//", "files/")
					.replace("{role}", "discrepancies")
					.replaceAll("\\{(ref|id)\\}", "00000000000000000000000000000000");
				for (String campaign : List.of(PortalServer.CAMPAIGN, "nothing-2020")) {
					PortalClient client = server.as(account);
					String asked = path.replace("{campaign}", campaign);
					HttpResponse<String> page = address.method().equals("GET") ? client.get(asked) : client.post(asked);
					boolean may = address.roles().contains(role);
					assertThat(page.statusCode()).as(account + " " + address.method() + " " + asked)
						.isEqualTo(may ? 404 : 403);
					if (may) {
						bodies.add(page.body());
					}
				}
			}
			assertThat(bodies).as(account).allMatch(bodies.get(0)::equals);
			assertThat(bodies.get(0)).doesNotContain(FOREIGN);
		});
		assertThat(server.jdbc()
			.sql("select count(distinct account) from audit where action = 'refused' and outcome = 'foreign'"
					+ " and object = 'campaign' and campaign = ''")
			.query(Long.class)
			.single()).isEqualTo(people().size());
	}

	/** A page that looks there waits for the other one, for ever. */
	@Test
	@Timeout(120)
	void pagesOfOneSchoolDoNotLookIntoTheTablesOfAnother() throws Exception {
		PortalClient owner = server.as("registrar");
		PortalClient college = server.as("college");
		String cases = owner.get(PortalServer.AT + "/cases?state=all").body();
		String aCase = first(cases, "cases");
		String aStudent = first(owner.get(PortalServer.AT + "/cases/" + aCase).body(), "students");
		long other = server.jdbc()
			.sql("select campaign_id from campaign where name = ?")
			.param(NAME)
			.query(Long.class)
			.single();
		try (Connection holding = server.get(DataSource.class).getConnection()) {
			holding.setAutoCommit(false);
			holding.createStatement()
				.execute("lock table finding_%1$d, run_case_%1$d, case_event_%1$d, reject_%1$d in access exclusive mode"
					.formatted(other));
			for (String path : List.of("", "/cases", "/cases?state=all&text=2020", "/cases/" + aCase,
					"/students?text=202001001", "/students/" + aStudent, "/signoff", "/runs/2020-11-10-1",
					"/corrections")) {
				// The driver has the server keep a plan of what is asked for often.
				for (int time = 0; time < 12; time++) {
					assertThat(owner.get(PortalServer.AT + path).statusCode()).as(path).isIn(200, 302, 404);
				}
				college.get(PortalServer.AT + path);
			}
			holding.rollback();
		}
	}

	private static String first(String page, String kind) {
		Matcher reference = Pattern.compile("/" + kind + "/([0-9A-Za-z_-]{16,})").matcher(page);
		assertThat(reference.find()).as(kind).isTrue();
		return reference.group(1);
	}

	@Test
	void whatIsAnotherSchoolsIsNotHadThroughTheOwnCampaignEither() {
		PortalClient owner = server.as("registrar");
		String cases = owner.get(PortalServer.AT + "/cases?state=all").body();
		String aCase = first(cases, "cases");
		String aStudent = first(owner.get(PortalServer.AT + "/cases/" + aCase).body(), "students");
		PortalClient other = server.as("b-registrar");
		String own = "/campaigns/" + NAME;
		String nothing = other.get(own + "/cases/" + "0".repeat(aCase.length())).body();
		for (String path : List.of("/cases/" + aCase, "/students/" + aStudent, "/runs/2020-11-10-1", "/runs/latest",
				"/runs/2020-11-10-1/files/findings.csv", "/runs/2020-11-10-1/files/colleges/理学院.xlsx",
				"/runs/2020-11-10-1/files/../../../" + PortalServer.CAMPAIGN + "/2020-11-10-1/findings.csv")) {
			HttpResponse<String> page = other.get(own + path.replace("理学院", "%E7%90%86%E5%AD%A6%E9%99%A2"));
			assertThat(page.statusCode()).as(path).isIn(400, 404);
			assertThat(page.body()).as(path).doesNotContain(FOREIGN);
			if (page.statusCode() == 404) {
				assertThat(page.body()).as(path).isEqualTo(nothing);
			}
		}
		Matcher id = Pattern.compile("name=\"case_id\" value=\"([^\"]+)\"")
			.matcher(owner.get(PortalServer.AT + "/cases/" + aCase).body());
		assertThat(id.find()).isTrue();
		HttpResponse<String> answer = other.post(own + "/cases/answers", "case_id", id.group(1), "seen", "x", "answer",
				"属实");
		assertThat(answer.statusCode()).isIn(400, 404, 409);
		assertThat(answer.body()).doesNotContain(FOREIGN);
		assertThat(server.jdbc().sql("select count(*) from page_answer").query(Long.class).single()).isZero();
	}

	@Test
	void nothingOfAnotherSchoolIsListed() {
		server.as("b-college").get(PortalServer.AT);
		for (String path : List.of("/", "/campaigns/" + NAME, "/users", "/audit", "/audit.csv",
				"/campaigns/" + NAME + "/college")) {
			HttpResponse<String> page = server.as("b-registrar").get(path);
			assertThat(page.statusCode()).as(path).isIn(200, 302);
			assertThat(page.body()).as(path).doesNotContain(FOREIGN);
		}
		assertThat(server.as("b-registrar").get("/").headers().firstValue("Location")).contains("/campaigns/" + NAME);
		assertThat(server.as("b-registrar").get("/users").body()).contains("b-college", "b-operator")
			.doesNotContain(">college<", ">registrar<", ">everywhere<", ">nowhere<", ">provincial<");
		assertThat(server.as("b-auditor").get("/audit.csv").body()).contains("\"b-college\",\"college\"", "refused")
			.doesNotContain("\"registrar\",\"registrar\"", "\"operator\",\"operator\"", "run.start");
		assertThat(server.as("registrar").get("/users").body()).contains(">college<").doesNotContain("b-college");
		assertThat(server.as("registrar").get("/audit.csv").body()).contains("run.start")
			.doesNotContain("b-college", "b-registrar");
		assertThat(server.as("nowhere").get("/audit.csv").body().lines()).hasSize(1);
		assertThat(server.as("nowhere").get("/").body()).doesNotContain(FOREIGN).doesNotContain(NAME);
		assertThat(server.as("everywhere").get("/").body()).contains(PortalServer.CAMPAIGN, NAME);
		assertThat(server.as("everywhere").get(PortalServer.AT).statusCode()).isEqualTo(200);
	}

	@Test
	void aJobFileThatSharesTheFolderIsKeptOutAndToldToNobodyElse() {
		assertThat(server.as("registrar").get(PortalServer.AT).body()).doesNotContain("third");
		assertThat(server.as("b-registrar").get("/campaigns/" + NAME).body()).doesNotContain("third");
		assertThat(server.stranger().open(server.management() + "/actuator/health").body()).contains("third.yml",
				"shares its input folder");
	}

	@Test
	void aRegistrarLooksAfterTheAccountsOfHisSchoolOnly() {
		PortalClient registrar = server.as("b-registrar");
		for (String deed : List.of("change", "password", "disable", "enable")) {
			HttpResponse<String> foreign = registrar.post("/users/college/" + deed, "role", "auditor");
			HttpResponse<String> nothing = registrar.post("/users/nobody/" + deed, "role", "auditor");
			assertThat(foreign.statusCode()).as(deed).isEqualTo(404);
			assertThat(foreign.body()).isEqualTo(nothing.body());
		}
		assertThat(registrar.post("/users", "username", "b-new", "role", "auditor").statusCode()).isEqualTo(303);
		assertThat(server.get(Accounts.class).find("b-new").orElseThrow().school()).isEqualTo(OTHER);
		assertThat(registrar.post("/users", "username", "b-more", "role", "provincial").statusCode()).isEqualTo(400);
		assertThat(registrar.post("/users", "username", "b-more", "role", "college", "college", "飞行器学院").statusCode())
			.isEqualTo(400);
		assertThat(registrar.post("/users/provincial/password").statusCode()).isEqualTo(404);
	}

	@Test
	void ofANameThatAnotherSchoolHasNoMoreIsToldThanThatItCannotBeHad() {
		PortalClient registrar = server.as("b-registrar");
		for (String name : List.of("college", "other", "operator", "everywhere", "provincial")) {
			HttpResponse<String> answer = registrar.post("/users", "username", name, "role", "auditor");
			assertThat(answer.statusCode()).as(name).isEqualTo(400);
			assertThat(answer.body()).as(name)
				.contains("账号名 " + name + " 不能用", OTHER + "-" + name)
				.doesNotContain("已存在")
				.doesNotContain(FOREIGN);
		}
		assertThat(registrar.post("/users", "username", "b-auditor", "role", "auditor").body()).contains("已存在");
		assertThat(server.get(Accounts.class).find("college").orElseThrow().school()).isEqualTo("11736");
	}

	@Test
	void theProvinceReadsFiguresOnly() {
		PortalClient province = server.as("provincial");
		assertThat(province.get("/").headers().firstValue("Location")).contains("/province");
		HttpResponse<String> page = province.get("/province");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains("西安航空学院", "西安交通大学", "66.7%", "2020-11-10")
			.doesNotContain("202001001", "张三", "飞行器学院", "理学院", "freshman-2020");
		Addresses.all()
			.stream()
			.filter((address) -> !address.open() && !address.roles().contains(Role.PROVINCIAL))
			.forEach((address) -> {
				String path = address.pattern()
					.getPatternString()
					.replace("{campaign}", PortalServer.CAMPAIGN)
					.replaceAll("\\{[^}]+\\}", "x");
				HttpResponse<String> refused = address.method().equals("GET") ? province.get(path)
						: province.post(path);
				assertThat(refused.statusCode()).as(path).isEqualTo(403);
			});
	}

}
