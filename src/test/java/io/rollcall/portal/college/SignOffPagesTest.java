package io.rollcall.portal.college;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.nightly.Campaigns;
import io.rollcall.portal.PortalClient;
import io.rollcall.portal.PortalServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** That students are checked: who states it of which run, and until when it holds. */
class SignOffPagesTest {

	private static final String AT = PortalServer.AT + "/sign-off";

	private static final String FIRST = "2020-11-10-1";

	@TempDir
	private Path folder;

	private PortalServer server;

	@BeforeEach
	void open() throws Exception {
		this.server = new PortalServer(this.folder);
	}

	@AfterEach
	void close() {
		this.server.close();
	}

	private PortalClient as(String account) {
		return this.server.as(account);
	}

	private HttpResponse<String> sign(String account, String run, String reason) {
		return as(account).post(AT, "run", run, "reason", reason);
	}

	private long statements() {
		return this.server.jdbc().sql("select count(*) from sign_off").query(Long.class).single();
	}

	@Test
	void beforeARunIsPublishedThereIsNothingToSign() {
		assertThat(as("college").get(AT).body()).contains("还没有发布过运行");
		assertThat(as("registrar").get(AT).statusCode()).isEqualTo(200);
		assertThat(sign("college", FIRST, "").statusCode()).isEqualTo(404);
		assertThat(sign("college", "latest", "").statusCode()).isEqualTo(404);
		assertThat(sign("college", "", "").statusCode()).isEqualTo(400);
	}

	@Test
	void aStatementHoldsUntilSomethingDiffersAndNothingIsEverDeleted() throws Exception {
		this.server.run("2020-11-10");
		String page = as("college").get(AT).body();
		assertThat(page).contains("未签", "兹声明", "张三", "name=\"reason\"").doesNotContain("王五", "李四", "理学院");
		HttpResponse<String> refused = sign("college", FIRST, "  ");
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.body()).contains("id=\"reason-error\"", "aria-invalid=\"true\"");
		assertThat(sign("college", FIRST, "张".repeat(501)).statusCode()).isEqualTo(400);
		assertThat(sign("college", FIRST, "等<b>户籍</b>证明").statusCode()).isEqualTo(303);
		assertThat(sign("college", FIRST, "等<b>户籍</b>证明").statusCode()).isEqualTo(303);
		assertThat(statements()).isEqualTo(1);
		assertThat(as("college").get(AT).body()).contains("已签", "&lt;b&gt;").doesNotContain("<b>户籍");
		this.server.run("2020-11-11");
		assertThat(as("college").get(AT).body()).contains("已签");
		assertThat(as("registrar").get(AT).body()).contains("已签", "未签");
		String roster = Files.readString(this.folder.resolve("input/roster/a.csv"));
		this.server.file("roster/a.csv", roster.replace("飞行器设计", "飞行器制造"));
		this.server.run("2020-11-12");
		assertThat(as("college").get(AT).body()).contains("需重签", FIRST);
		assertThat(as("registrar").get(AT).body()).contains("需重签");
		assertThat(sign("college", FIRST, "why").statusCode()).isEqualTo(409);
		assertThat(sign("college", "latest", "why").statusCode()).isEqualTo(303);
		assertThat(as("college").get(AT).body()).contains("2020-11-12-1", FIRST).doesNotContain("需重签");
		assertThat(statements()).isEqualTo(2);
		for (String change : List.of("update sign_off set students = 0", "delete from sign_off",
				"truncate sign_off cascade")) {
			assertThatExceptionOfType(DataAccessException.class)
				.isThrownBy(() -> this.server.jdbc().sql(change).update());
		}
	}

	@Test
	void theSchoolIsSignedForWhenEveryCollegeWithStudentsHas() {
		this.server.run("2020-11-10");
		HttpResponse<String> early = sign("registrar", FIRST, "why");
		assertThat(early.statusCode()).isEqualTo(409);
		assertThat(early.body()).contains("飞行器学院", "理学院");
		assertThat(sign("college", FIRST, "why").statusCode()).isEqualTo(303);
		assertThat(sign("registrar", FIRST, "why").statusCode()).isEqualTo(409);
		assertThat(as("registrar").post(AT, "run", FIRST, "college", "理学院", "reason", "why").statusCode())
			.isEqualTo(303);
		assertThat(sign("registrar", FIRST, "").statusCode()).isEqualTo(400);
		assertThat(sign("registrar", FIRST, "why").statusCode()).isEqualTo(303);
		assertThat(as("registrar").get(AT).body()).doesNotContain("未签", "需重签");
		assertThat(as("auditor").get(AT).body()).contains("已签").doesNotContain("兹声明");
		assertThat(this.server.jdbc()
			.sql("select run || ' ' || object from audit where action = 'sign-off' order by audit_id")
			.query(String.class)
			.list()).containsExactly(FIRST + " 飞行器学院", FIRST + " 理学院", FIRST + " *");
	}

	@Test
	void whoMaySignForWhom() {
		this.server.run("2020-11-10");
		assertThat(as("auditor").post(AT, "run", FIRST, "reason", "why").statusCode()).isEqualTo(403);
		assertThat(as("operator").get(AT).statusCode()).isEqualTo(403);
		for (String foreign : List.of("理学院", "没有的学院")) {
			HttpResponse<String> response = as("college").post(AT, "run", FIRST, "college", foreign, "reason", "why");
			assertThat(response.statusCode()).isEqualTo(404);
			String query = AT + "?college="
					+ java.net.URLEncoder.encode(foreign, java.nio.charset.StandardCharsets.UTF_8);
			assertThat(as("college").get(query).statusCode()).isEqualTo(404);
		}
		assertThat(as("registrar").post(AT, "run", FIRST, "college", "没有的学院", "reason", "why").statusCode())
			.isEqualTo(404);
		for (String run : List.of("2020-11-09-1", "nonsense", "2020-11-10-2", "../" + FIRST, "other/" + FIRST)) {
			assertThat(sign("college", run, "why").statusCode()).as(run).isEqualTo(404);
		}
		this.server.jdbc().sql("update run set status = 'held'").update();
		assertThat(sign("college", FIRST, "why").statusCode()).isEqualTo(409);
		this.server.jdbc().sql("update run set status = 'failed'").update();
		assertThat(sign("college", FIRST, "why").statusCode()).isEqualTo(404);
		this.server.jdbc().sql("update run set status = 'published'").update();
		this.server.get(Campaigns.class).close(PortalServer.CAMPAIGN, "done", Actor.SYSTEM);
		assertThat(sign("college", FIRST, "why").statusCode()).isEqualTo(409);
		assertThat(sign("college", "2020-11-09-1", "why").statusCode()).isEqualTo(404);
		assertThat(as("college").get(AT).body()).doesNotContain("name=\"run\"");
		assertThat(statements()).isZero();
	}

	@Test
	void everyWordIsThereInEnglish() {
		this.server.run("2020-11-10");
		PortalClient registrar = this.server.stranger().signIn("registrar", PortalServer.PASSWORD);
		registrar.post("/account/language", "lang", "en");
		assertThat(registrar.get(AT).body()).contains("Not signed", "The school").doesNotContain("??");
		assertThat(registrar.post(AT, "run", FIRST).body()).contains("Colleges have not signed yet");
	}

}
