package io.rollcall.portal.cases;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rollcall.portal.PortalClient;
import io.rollcall.portal.PortalServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages of cases and students: who reads what of them, what is looked for, and
 * answers. A student of the first college shares an ID number with two of the other.
 */
class CasePagesTest {

	private static final String AT = PortalServer.AT;

	private static final String LINE = "20610000000004,202001004,赵六,男,19950101,81000019950101901X,汉族,飞行器设计,飞行器学院,%s\n";

	private static final String HEAD = "考生号,学号,姓名,性别,出生日期,身份证号,民族,专业名称,学院,查询时间\n";

	/** A student whose birth date differs: his number must not be seen by his college. */
	private static final String BORN = "20610000000005,202001005,孙七,女,%s,610104199408230025,汉族,飞行器设计,飞行器学院,%s\n";

	private static final String OWN = "20610000000006,202001006,周八,女,19950305,610104199503051025,汉族,飞行器设计,飞行器学院,\n";

	/** Somebody of the other college under that candidate number. */
	private static final String STRANGE = "20610000000006,202001999,钱九,男,19960606,610104199606060071,苗族,法语,理学院,20201110\n";

	@TempDir
	private static Path folder;

	private static PortalServer server;

	@BeforeAll
	static void open() throws Exception {
		server = new PortalServer(folder);
		for (String role : List.of("roster", "admission", "platform")) {
			String looked = role.equals("platform") ? "20201110" : "";
			server.file(role + "/b.csv",
					HEAD + LINE.formatted(looked)
							+ BORN.formatted(role.equals("platform") ? "19940824" : "19940823", looked)
							+ (role.equals("platform") ? STRANGE : OWN));
		}
		server.run("2020-11-10");
	}

	@AfterAll
	static void close() {
		server.close();
	}

	private static List<String> found(String body, String pattern) {
		List<String> all = new ArrayList<>();
		Matcher matcher = Pattern.compile(pattern).matcher(body);
		while (matcher.find()) {
			all.add(matcher.group(1));
		}
		return all;
	}

	private static String link(PortalClient client, String search, String kind) {
		String body = client.post(AT + "/" + kind, "q", search).body();
		List<String> links = found(body, "\"(" + AT + "/" + kind + "/[0-9a-f]{32})\"");
		assertThat(links).as(kind + " of somebody").isNotEmpty();
		return links.get(0);
	}

	private static String caseOf(String name, String field) {
		return server.jdbc()
			.sql("select case_id from run_case where run_id = (select max(run_id) from run) and name = ? and matter = ?")
			.params(name, field)
			.query(String.class)
			.single();
	}

	private static String seen(PortalClient client) {
		return found(client.get(AT + "/cases?state=all").body(), "name=\"seen\" value=\"([^\"]+)\"").get(0);
	}

	@Test
	void aCollegeFindsItsOwnCasesOnly() {
		String own = server.as("college").get(AT + "/cases?state=all").body();
		assertThat(own).contains("张三", "赵六").doesNotContain("李四", "王五", "王武", "理学院");
		assertThat(server.as("registrar").get(AT + "/cases?state=todo").body()).contains("张三", "赵六", "李四", "王五");
		assertThat(server.as("auditor").get(AT + "/cases?state=todo").body()).contains("李四").doesNotContain("case_id");
		assertThat(server.as("operator").get(AT + "/cases").statusCode()).isEqualTo(403);
	}

	@Test
	void whatIsLookedForIsHeldAgainstWhatThereIs() {
		PortalClient registrar = server.as("registrar");
		for (String wrong : List.of("state=nothing", "code=NOTHING", "field=nothing", "page=0", "page=x", "page=-1")) {
			assertThat(registrar.get(AT + "/cases?" + wrong).statusCode()).as(wrong).isEqualTo(400);
		}
		assertThat(registrar.get(AT + "/cases?college=nothing").statusCode()).isEqualTo(404);
		assertThat(registrar.get(AT + "/cases?state=todo&code=ID_SHARED").body()).contains("李四").doesNotContain("张三");
		assertThat(registrar.get(AT + "/cases?state=all&page=99").statusCode()).isEqualTo(200);
		HttpResponse<String> foreign = server.as("college").get(AT + "/cases?college=%E7%90%86%E5%AD%A6%E9%99%A2");
		HttpResponse<String> nothing = server.as("college").get(AT + "/cases?college=nothing");
		assertThat(foreign.statusCode()).isEqualTo(404);
		assertThat(foreign.body()).isEqualTo(nothing.body());
	}

	@Test
	void aNameOrNumberIsLookedForInAFormAndStandsInNoAddress() {
		PortalClient registrar = server.as("registrar");
		for (String wanted : List.of("李四", "李", "202001002", "20610000000002", "81000019950101901X")) {
			String body = registrar.post(AT + "/cases", "q", wanted).body();
			assertThat(body).as(wanted).contains("李四");
			assertThat(found(body, "(?:href|action|src)=\"([^\"]*)\""))
				.noneMatch((path) -> path.contains(wanted) || path.contains("q="));
			assertThat(registrar.post(AT + "/students", "q", wanted).body()).as(wanted).contains("李四");
		}
		assertThat(registrar.post(AT + "/students", "q", "甲乙丙").body()).contains("没有找到");
		assertThat(registrar.post(AT + "/cases", "q", "甲乙丙").body()).doesNotContain("name=\"case_id\"");
		assertThat(registrar.get(AT + "/cases?state=todo&q=%E6%9D%8E%E5%9B%9B").body()).contains("张三");
		assertThat(server.as("college").post(AT + "/students", "q", "李四").body()).contains("没有找到");
		assertThat(server.as("college").post(AT + "/students", "q", "202001002").body()).contains("没有找到");
		assertThat(registrar.post(AT + "/students", "q", "").statusCode()).isEqualTo(400);
		assertThat(registrar.post(AT + "/students", "q", "x".repeat(61)).statusCode()).isEqualTo(400);
		assertThat(registrar.post(AT + "/students", "q", "%_\\'\"<script>").body()).contains("没有找到")
			.doesNotContain("<script>\"");
	}

	@Test
	void whatIsForeignLooksAsWhatDoesNotExist() {
		for (String kind : List.of("cases", "students")) {
			String foreign = link(server.as("registrar"), "李四", kind);
			HttpResponse<String> seen = server.as("college").get(foreign);
			assertThat(seen.statusCode()).as(kind).isEqualTo(404);
			for (String nothing : List.of("/0123456789abcdef0123456789abcdef", "/nothing", "/..%2f", "/..", "/x;y")) {
				HttpResponse<String> missing = server.as("college").get(AT + "/" + kind + nothing);
				assertThat(missing.statusCode()).isEqualTo(404);
				assertThat(seen.body()).isEqualTo(missing.body());
			}
			assertThat(server.as("other").get(foreign).statusCode()).isEqualTo(200);
			assertThat(server.as("auditor").get(foreign).statusCode()).isEqualTo(200);
		}
	}

	@Test
	void aGroupShowsACollegeItsOwnStudentsAndThatThereAreOthers() {
		String path = link(server.as("college"), "赵六", "cases");
		String own = server.as("college").get(path).body();
		assertThat(own).contains("另有一条记录（其他学院），由学籍管理科处理", "赵六")
			.doesNotContain("李四", "王五", "202001002", "202001003", "理学院", "81000019950101901X");
		String all = server.as("registrar").get(path).body();
		assertThat(all).contains("赵六", "李四", "王五", "202001002").doesNotContain("81000019950101901X");
	}

	@Test
	void aCollegeNeverReadsABirthDateBesideDigitsOfTheNumber() {
		for (String name : List.of("孙七", "张三", "赵六")) {
			String student = server.as("college").get(link(server.as("college"), name, "students")).body();
			boolean date = Pattern.compile("199[45]-?\\d\\d-?\\d\\d").matcher(student).find();
			boolean digits = Pattern.compile("\\*{2,}[0-9X]").matcher(student).find();
			assertThat(date && digits).as(name).isFalse();
			assertThat(date || digits).as(name).isTrue();
		}
		String exposed = server.as("college").get(AT + "/cases?state=all").body();
		assertThat(exposed).contains("1994-08-24").doesNotContain("*0025");
		assertThat(server.as("registrar").get(link(server.as("registrar"), "孙七", "students")).body())
			.contains("19940824", "***0025");
	}

	@Test
	void whatARecordOfSomebodyElseSaysIsTheRegistrarsToRead() {
		PortalClient college = server.as("college");
		String[] strange = { "钱九", "202001999", "苗族", "法语", "0071", "19960606", "1996-06-06", "理学院" };
		assertThat(server.as("registrar").get(link(server.as("registrar"), "周八", "students")).body()).contains("钱九",
				"苗族");
		assertThat(college.get(AT + "/cases?state=all").body()).doesNotContain(strange);
		assertThat(college.post(AT + "/students", "q", "钱九").body()).contains("没有找到");
		String student = link(college, "周八", "students");
		assertThat(college.get(student).body()).contains("周八").doesNotContain(strange);
		for (String path : found(college.get(student).body(), "\"(" + AT + "/cases/[0-9a-f]{32})\"")) {
			assertThat(college.get(path).body()).doesNotContain(strange);
		}
		for (String hidden : server.jdbc()
			.sql("select case_id from run_case where run_id = (select max(run_id) from run) and hidden")
			.query(String.class)
			.list()) {
			String path = AT + "/cases/" + server.get(io.rollcall.desk.PageReferences.class).ofCase(hidden);
			assertThat(server.as("registrar").get(path).statusCode()).isEqualTo(200);
			assertThat(college.get(path).statusCode()).isEqualTo(404);
		}
	}

	@Test
	void answersAreTakenOnceAndForAllOrNone() {
		PortalClient college = server.as("college");
		PortalClient registrar = server.as("registrar");
		String name = caseOf("张三", "name");
		String foreign = caseOf("李四", "ID_SHARED");
		String mark = seen(college);
		assertThat(server.as("auditor").post(AT + "/cases/answers", "case_id", name).statusCode()).isEqualTo(403);
		assertThat(college.post(AT + "/cases/answers", "case_id", foreign, "seen", mark, "answer", "属实").statusCode())
			.isEqualTo(404);
		HttpResponse<String> wrong = college.post(AT + "/cases/answers", "case_id", name, "seen", mark, "answer", "属实",
				"value", "张3?");
		assertThat(wrong.statusCode()).isEqualTo(400);
		assertThat(wrong.body()).contains("id=\"value-error\"", "aria-invalid=\"true\"", "value=\"张3?\"");
		assertThat(college.post(AT + "/cases/answers", "case_id", name, "seen", mark).statusCode()).isEqualTo(400);
		HttpResponse<String> taken = college.post(AT + "/cases/answers", "case_id", name, "seen", mark, "answer", "属实",
				"evidence", "居民身份证");
		assertThat(taken.statusCode()).isEqualTo(303);
		String path = taken.headers().firstValue("Location").orElseThrow();
		assertThat(path).matches(AT + "/cases/[0-9a-f]{32}");
		assertThat(college.get(path).body()).contains("已在页面答复“属实”", "下一次运行起生效");
		HttpResponse<String> late = registrar.post(AT + "/cases/answers", "case_id", name, "seen", mark, "answer",
				"同意");
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("已在页面答复“属实”");
		assertThat(registrar.get(AT + "/cases").body()).contains(name);
		String born = caseOf("孙七", "birth_date");
		HttpResponse<String> preview = registrar.post(AT + "/cases", "case_id", name, "case_id", born, "answer", "同意");
		assertThat(preview.statusCode()).isEqualTo(200);
		assertThat(preview.body()).contains("核对后提交", "张散", "1994-08-24", "1994-08-23");
		HttpResponse<String> bulk = registrar.post(AT + "/cases/answers", "case_id", name, "case_id", born, "seen",
				seen(registrar), "answer", "同意");
		assertThat(bulk.statusCode()).isEqualTo(303);
		assertThat(bulk.headers().firstValue("Location")).contains(AT + "/cases?state=pending");
		assertThat(registrar.get(AT + "/cases?state=pending").body()).contains(name, born);
		assertThat(registrar.post(AT + "/cases/answers", "case_id", born, "seen", seen(registrar), "answer", "撤回")
			.statusCode()).isEqualTo(303);
		assertThat(server.jdbc()
			.sql("select count(*) from audit where action in ('answer', 'approval') and object ~ '^[0-9a-f]{32}$'")
			.query(Long.class)
			.single()).isEqualTo(4);
	}

	@Test
	void everythingIsThereInEnglish() {
		server.as("auditor").post("/account/language", "lang", "en");
		try {
			String path = link(server.as("auditor"), "赵六", "cases");
			assertThat(server.as("auditor").get(path).body())
				.contains("What each side says", "Who is concerned together")
				.doesNotContain("??");
			assertThat(server.as("auditor").get(AT + "/cases?state=todo").body()).contains("All to do");
			assertThat(server.as("auditor").get(link(server.as("auditor"), "赵六", "students")).body())
				.contains("What nearly was a finding");
		}
		finally {
			server.as("auditor").post("/account/language", "lang", "zh");
		}
	}

}
