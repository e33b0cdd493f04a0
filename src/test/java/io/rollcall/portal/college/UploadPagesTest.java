package io.rollcall.portal.college;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.desk.Uploads;
import io.rollcall.nightly.Campaigns;
import io.rollcall.portal.PortalClient;
import io.rollcall.portal.PortalServer;
import io.rollcall.run.Run;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Files in, over HTTP: who may hand in what, what is told before it counts, where it
 * goes.
 */
class UploadPagesTest {

	private static final String AT = PortalServer.AT + "/uploads";

	private static final String CLAIMS = "学院,学号,姓名,有误字段,学信网信息,正确信息\n飞行器学院,202001001,张三,姓名,张散,张三\n";

	@TempDir
	private static Path folder;

	private static PortalServer server;

	@BeforeAll
	static void open() throws Exception {
		server = new PortalServer(folder, "rollcall.upload.max-size=1MB");
		server.run("2020-11-10");
	}

	@AfterAll
	static void close() {
		server.close();
	}

	private static PortalClient as(String account) {
		return server.as(account);
	}

	private static String location(HttpResponse<?> response) {
		assertThat(response.statusCode()).isEqualTo(303);
		return response.headers().firstValue("Location").orElseThrow();
	}

	private static Form form(String role) {
		return new Form().with("role", role);
	}

	private static List<String> files(String below) throws IOException {
		Path place = folder.resolve(below);
		if (!Files.isDirectory(place)) {
			return List.of();
		}
		try (Stream<Path> walk = Files.walk(place)) {
			return walk.filter(Files::isRegularFile).map((file) -> place.relativize(file).toString()).sorted().toList();
		}
	}

	private static String claims(int number) {
		return CLAIMS + "飞行器学院,20200%04d,张三,姓名,张散,张三\n".formatted(number);
	}

	@Test
	void aFileCountsOnceItIsAcceptedAndItsReceiptStays() throws Exception {
		String page = location(
				form("discrepancies").file("我的 张三 810000199408230021.csv", claims(1)).post(as("college"), AT));
		String preview = as("college").get(page).body();
		assertThat(preview).contains("待确认", "将登记", "张三", "name=\"_csrf\"", page + "/accept", page + "/discard");
		assertThat(files("input/discrepancies")).isEmpty();
		assertThat(as("college").get(AT).body()).contains(page);
		Path home = folder.resolve("home/uploads");
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home))).isEqualTo("rwx------");
		try (Stream<Path> waiting = Files.list(home)) {
			assertThat(waiting).anySatisfy((file) -> {
				assertThat(file.getFileName().toString()).matches("[0-9a-f]{32}\\.csv");
				assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
			});
		}
		assertThat(location(as("college").post(page + "/accept"))).isEqualTo(page);
		List<String> accepted = files("input/discrepancies");
		assertThat(accepted).singleElement()
			.satisfies((file) -> assertThat(file).matches("portal/飞行器学院/\\d{8}-0001\\.csv"));
		assertThat(Files.readString(folder.resolve("input/discrepancies").resolve(accepted.get(0))))
			.isEqualTo(claims(1));
		assertThat(as("college").get(page).body()).contains("已确认", accepted.get(0)).doesNotContain("/accept\"");
		assertThat(as("college").post(page + "/accept").statusCode()).isEqualTo(409);
		assertThat(as("college").post(page + "/discard").statusCode()).isEqualTo(409);
		String again = location(form("discrepancies").file("b.csv", claims(1)).post(as("college"), AT));
		assertThat(as("college").get(again).body()).contains("同样内容").doesNotContain(again + "/accept");
		assertThat(as("college").post(again + "/accept").statusCode()).isEqualTo(409);
		assertThat(server.jdbc()
			.sql("select object || ' ' || action || ' ' || outcome from audit where action like 'upload%'")
			.query(String.class)
			.list()).noneMatch((row) -> row.contains("张三") || row.contains(".csv"))
			.anyMatch((row) -> row.matches("discrepancies [0-9a-f]{32} upload\\.accept done"));
		files("input/discrepancies").forEach((file) -> delete("input/discrepancies/" + file));
	}

	private static void delete(String file) {
		try {
			Files.delete(folder.resolve(file));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void whatIsDiscardedLeavesNothingButCounts() throws Exception {
		List<String> before = files("home/uploads");
		String page = location(form("discrepancies").file("张三.csv", claims(2)).post(as("college"), AT));
		location(as("college").post(page + "/discard"));
		assertThat(as("college").get(page).body()).contains("已丢弃").doesNotContain("张三");
		assertThat(as("college").post(page + "/accept").statusCode()).isEqualTo(409);
		assertThat(files("home/uploads")).isEqualTo(before);
	}

	@ParameterizedTest
	@CsvSource({ "college,roster,403", "college,platform,403", "college,admission,403", "college,enrolled,403",
			"college,nonsense,403", "college,'',400", "registrar,nonsense,400", "registrar,'',400" })
	void whoMayHandInWhat(String account, String role, int status) {
		assertThat(form(role).file("a.csv", CLAIMS).post(as(account), AT).statusCode()).isEqualTo(status);
	}

	@Test
	void theRegistrarHandsInForEveryRole() throws Exception {
		String rows = "学号,姓名,学院\n202001009,赵六,理学院\n";
		for (String role : List.of("roster", "platform", "admission", "enrolled")) {
			String page = location(form(role).file("a.csv", rows).post(as("registrar"), AT));
			assertThat(as("registrar").get(page).body()).contains("可以使用");
			location(as("registrar").post(page + "/discard"));
		}
		String page = location(form("roster").file("a.csv", rows).post(as("registrar"), AT));
		assertThat(location(as("registrar").post(page + "/accept"))).isEqualTo(page);
		assertThat(files("input/roster")).anyMatch((file) -> file.matches("portal/registrar/\\d{8}-0001\\.csv"));
		delete("input/roster/"
				+ files("input/roster").stream().filter((file) -> file.contains("portal")).findFirst().get());
	}

	@Test
	void anotherCollegesUploadIsAsNone() {
		String page = location(form("discrepancies").file("a.csv", claims(3)).post(as("college"), AT));
		String registrars = location(
				form("accounts").file("a.csv", "学号,姓名,问题类型\n202001001,张三,ACC-12\n").post(as("registrar"), AT));
		String nothing = AT + "/" + "0".repeat(32);
		for (String other : List.of(page, registrars)) {
			assertThat(as("other").get(other).statusCode()).isEqualTo(404);
			assertThat(as("other").get(other).body()).isEqualTo(as("other").get(nothing).body());
			assertThat(as("other").post(other + "/accept").statusCode()).isEqualTo(404);
			assertThat(as("other").post(other + "/discard").statusCode()).isEqualTo(404);
			assertThat(as("registrar").get(other).statusCode()).isEqualTo(200);
			assertThat(as("auditor").get(other).statusCode()).isEqualTo(403);
		}
		assertThat(as("other").get(AT).body()).doesNotContain(page, registrars);
		assertThat(as("registrar").get(AT).body()).contains(page, registrars);
		assertThat(server.jdbc()
			.sql("select count(*) from audit where action = 'refused' and object like 'upload %' and account = 'other'")
			.query(Long.class)
			.single()).isPositive();
		assertThat(
				form("discrepancies").with("college", "理学院").file("a.csv", CLAIMS).post(as("college"), AT).statusCode())
			.isEqualTo(404);
		as("college").post(page + "/discard");
	}

	@Test
	void whatIsNoTableIsRefusedWithASentence() throws Exception {
		List<String> before = files("home/uploads");
		for (String name : List.of("a.exe", "a.pdf", "a.csv.exe", "a", "a.php", "a.xlsx/", ".htaccess", "~$a.xlsx",
				"TD_XBDM.dbf", "T_TJXX.dbf")) {
			HttpResponse<String> response = form("discrepancies").file(name, CLAIMS).post(as("college"), AT);
			assertThat(response.statusCode()).as(name).isEqualTo(400);
			assertThat(response.body()).contains("id=\"file-error\"");
		}
		byte[] pdf = "%PDF-1.4 and so on".getBytes();
		assertThat(form("discrepancies").file("a.xlsx", pdf).post(as("college"), AT).statusCode()).isEqualTo(400);
		assertThat(form("discrepancies").post(as("college"), AT).statusCode()).isEqualTo(400);
		assertThat(form("discrepancies").file("", "").post(as("college"), AT).statusCode()).isEqualTo(400);
		assertThat(as("college").post(AT, "role", "discrepancies", "file", "text").statusCode()).isEqualTo(400);
		assertThat(files("home/uploads")).isEqualTo(before);
	}

	@Test
	void whatIsTooLargeIsToldSo() throws Exception {
		List<String> before = files("home/uploads");
		byte[] large = new byte[(1 << 20) + 1];
		HttpResponse<String> response = form("discrepancies").file("a.csv", large).post(as("college"), AT);
		assertThat(response.statusCode()).isEqualTo(413);
		assertThat(response.body()).contains("文件太大");
		assertThat(form("discrepancies").file("a.csv", large).post(as("operator"), AT).statusCode()).isEqualTo(403);
		assertThat(files("home/uploads")).isEqualTo(before);
	}

	@Test
	void withoutATokenNothingIsTaken() {
		assertThat(Form.postPlain(form("discrepancies").file("a.csv", CLAIMS), as("college"), AT).statusCode())
			.isEqualTo(403);
	}

	@Test
	void aFileWithoutAUsableRowCannotBeAccepted() {
		String page = location(
				form("discrepancies").file("a.csv", "学院,学号,姓名,有误字段\n理学院,,王五,姓名\n").post(as("college"), AT));
		assertThat(as("college").get(page).body()).contains("不能使用", "没有姓名或号码").doesNotContain(page + "/accept");
		assertThat(as("college").post(page + "/accept").statusCode()).isEqualTo(409);
		String empty = location(form("discrepancies").file("a.csv", "").post(as("college"), AT));
		assertThat(as("college").get(empty).body()).contains("整个文件不能使用");
		assertThat(as("college").post(empty + "/accept").statusCode()).isEqualTo(409);
	}

	@Test
	void severalFilesAreJudgedEachAlone() throws Exception {
		String page = location(form("discrepancies").file("good.csv", claims(4))
			.file("bad.exe", "MZ")
			.file("twice.csv", claims(4))
			.post(as("college"), AT));
		String body = as("college").get(page).body();
		assertThat(body).contains("good.csv", "bad.exe", "twice.csv", "只接受表格文件", page + "/accept", page + "/discard");
		assertThat(location(as("college").post(page + "/accept"))).isEqualTo(page);
		assertThat(files("input/discrepancies")).hasSize(1);
		assertThat(as("college").get(page).body()).contains("已确认", "同样内容");
		delete("input/discrepancies/" + files("input/discrepancies").get(0));
	}

	@Test
	void whoeverAcceptsAtOnceAFileIsTakenOnce() throws Exception {
		String page = location(form("discrepancies").file("a.csv", claims(9)).post(as("college"), AT));
		PortalClient registrar = as("registrar");
		String token = registrar.token();
		CompletableFuture<Integer> other = CompletableFuture
			.supplyAsync(() -> registrar.postPlain(page + "/accept", "_csrf", token).statusCode());
		int own = as("college").post(page + "/accept").statusCode();
		assertThat(List.of(own, other.get())).containsExactlyInAnyOrder(303, 409);
		assertThat(files("input/discrepancies")).hasSize(1);
		delete("input/discrepancies/" + files("input/discrepancies").get(0));
	}

	/** Names that break out, mislead, or try to be read as something else. */
	@Test
	void whatAFileIsCalledNeverLeadsAnywhere() throws Exception {
		List<String> names = new ArrayList<>(List.of("../../../evil.csv", "..\\..\\evil.csv", "/etc/evil.csv",
				"C:\\evil.csv", "....//evil.csv", "%2e%2e%2fevil.csv", "evil\u0001\u007F.csv", "evil\u202Evsc.csv",
				"<script>alert(1)</script>.csv", "\" onmouseover=alert(1) x=\".csv", "=cmd|' /C calc'!A1.csv",
				"${7*7}#{T(java.lang.Runtime)}.csv", "__${7*7}__.csv", "con.csv", "a\r\nSet-Cookie: x=y.csv",
				"张".repeat(2_000) + ".csv", "'; drop table upload; --.csv"));
		int number = 100;
		for (String name : names) {
			HttpResponse<String> posted = form("discrepancies").file(name, claims(number++)).post(as("college"), AT);
			assertThat(posted.statusCode()).as(name.substring(0, Math.min(20, name.length()))).isEqualTo(303);
			String page = location(posted);
			HttpResponse<String> shown = as("college").get(page);
			assertThat(shown.statusCode()).isEqualTo(200);
			assertThat(shown.body()).doesNotContain("<script>alert", "\" onmouseover", "\u202E", ">49",
					"张".repeat(100));
			assertThat(location(as("college").post(page + "/accept"))).isEqualTo(page);
		}
		assertThat(files("input/discrepancies")).hasSize(names.size())
			.allMatch((file) -> file.matches("portal/飞行器学院/\\d{8}-\\d{4}\\.csv"));
		assertThat(Files.exists(folder.resolve("evil.csv"))).isFalse();
		assertThat(form("discrepancies").file("evil\u0000.csv", claims(number)).post(as("college"), AT).statusCode())
			.isEqualTo(400);
		files("input/discrepancies").forEach((file) -> delete("input/discrepancies/" + file));
	}

	@Test
	void cellsAreShownAsTextAndNumbersAreMasked() {
		String page = location(form("discrepancies").file("a.csv", """
				学院,学号,姓名,有误字段,正确信息
				飞行器学院,202001001,<b>张三</b>,身份证号,810000199408230021
				飞行器学院,202001001,张三,姓名,<img src=x onerror=alert(1)>
				""").post(as("college"), AT));
		String body = as("college").get(page).body();
		assertThat(body).contains("**0021").doesNotContain("810000199408230021", "<b>张三", "<img src=x");
		as("college").post(page + "/discard");
	}

	@Test
	void aReturnedWorkbookTellsWhatItChanges() throws Exception {
		Run run = server.run("2020-11-11");
		Path own = run.folder().resolve("colleges/飞行器学院.xlsx");
		byte[] answered = Workbook.answer(own, "属实", "张三");
		String page = location(form("reviews").file("飞行器学院.xlsx", answered).post(as("college"), AT));
		String body = as("college").get(page).body();
		assertThat(body).contains("属实", "202001001 张三", page + "/accept");
		assertThat(location(as("college").post(page + "/accept"))).isEqualTo(page);
		server.run("2020-11-12");
		assertThat(server.jdbc()
			.sql("select count(*) from run_case where run_id = (select max(run_id) from run) and state = 'college-confirmed'")
			.query(Long.class)
			.single()).isEqualTo(1);
		assertThat(server.jdbc()
			.sql("select count(*) from run_file f join upload u using (campaign_id, role, path, accepted_at) where role = 'reviews'")
			.query(Long.class)
			.single()).isEqualTo(1);
		String other = location(form("reviews").file("飞行器学院.xlsx", answered).post(as("other"), AT));
		assertThat(as("other").get(other).body()).contains("整个文件不能使用").doesNotContain("202001001");
		assertThat(as("other").post(other + "/accept").statusCode()).isEqualTo(409);
		String unanswered = location(form("reviews").file("a.xlsx", Files.readAllBytes(own)).post(as("college"), AT));
		assertThat(as("college").post(unanswered + "/accept").statusCode()).isEqualTo(409);
		files("input/reviews").forEach((file) -> delete("input/reviews/" + file));
	}

	@Test
	void emptyFormsCanBeHad() {
		for (String role : List.of("discrepancies", "accounts")) {
			HttpResponse<String> form = as("college").get(AT + "/forms/" + role);
			assertThat(form.statusCode()).isEqualTo(200);
			assertThat(form.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment;");
			assertThat(form.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
			assertThat(form.body()).startsWith("PK");
		}
		for (String role : List.of("reviews", "roster", "nonsense", "..%2f..%2fetc")) {
			assertThat(as("registrar").get(AT + "/forms/" + role).statusCode()).as(role).isIn(404, 400);
		}
		assertThat(as("auditor").get(AT + "/forms/accounts").statusCode()).isEqualTo(403);
	}

	@Test
	void whatNobodyAcceptsGoesAfterADay() throws Exception {
		String page = location(form("discrepancies").file("张三.csv", claims(5)).post(as("college"), AT));
		server.jdbc()
			.sql("update upload set at = at - interval '25 hours' where upload_id = ?")
			.param(page.substring(page.lastIndexOf('/') + 1))
			.update();
		server.get(Uploads.class).expire();
		assertThat(as("college").get(page).body()).contains("过期").doesNotContain("张三");
		assertThat(as("college").post(page + "/accept").statusCode()).isEqualTo(409);
		assertThat(files("home/uploads"))
			.noneMatch((file) -> file.startsWith(page.substring(page.lastIndexOf('/') + 1)));
	}

	@Test
	void aClosedCampaignTakesNothing() {
		String page = location(form("discrepancies").file("a.csv", claims(6)).post(as("college"), AT));
		server.get(Campaigns.class).close(PortalServer.CAMPAIGN, "done", Actor.SYSTEM);
		try {
			assertThat(form("discrepancies").file("a.csv", claims(7)).post(as("college"), AT).statusCode())
				.isEqualTo(409);
			assertThat(form("roster").file("a.csv", claims(7)).post(as("college"), AT).statusCode()).isEqualTo(403);
			assertThat(as("college").post(page + "/accept").statusCode()).isEqualTo(409);
			assertThat(as("college").get(page).statusCode()).isEqualTo(200);
			assertThat(as("college").get(AT).body()).doesNotContain("name=\"file\"");
		}
		finally {
			server.get(Campaigns.class).reopen(PortalServer.CAMPAIGN, "on", Actor.SYSTEM);
		}
	}

	@Test
	void everyLanguageHasEveryWord() {
		PortalClient registrar = server.stranger().signIn("registrar", PortalServer.PASSWORD);
		String page = location(form("discrepancies").file("a.csv", claims(8)).post(registrar, AT));
		registrar.post("/account/language", "lang", "en");
		assertThat(registrar.get(AT).body()).contains("What was uploaded").doesNotContain("??");
		assertThat(registrar.get(page).body()).contains("Waits to be accepted").doesNotContain("??");
		registrar.post("/account/language", "lang", "zh");
	}

}
