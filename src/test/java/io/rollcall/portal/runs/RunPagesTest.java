package io.rollcall.portal.runs;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.rollcall.Patience;
import io.rollcall.portal.PortalClient;
import io.rollcall.portal.PortalServer;
import io.rollcall.run.Run;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.web.util.UriUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** The pages of a campaign and its runs, and what people decide there. */
class RunPagesTest {

	private static final String AT = PortalServer.AT;

	@TempDir
	private Path folder;

	private PortalServer portal;

	private PortalClient registrar;

	@BeforeEach
	void open() throws Exception {
		this.portal = new PortalServer(this.folder);
		this.registrar = this.portal.as("registrar");
	}

	@AfterEach
	void close() {
		this.portal.close();
	}

	private static String location(HttpResponse<String> response) {
		return response.headers().firstValue("Location").orElse("");
	}

	private void awaitEnd(String run) {
		Awaitility.await()
			.atMost(Patience.LONGEST)
			.until(() -> this.registrar.get(AT + "/runs/" + run + "/events").body(),
					(body) -> body.contains("event:end"));
	}

	@Test
	void aRunIsStartedFollowedAndItsReportsAreThere() {
		assertThat(this.registrar.get(AT + "/runs/latest").statusCode()).isEqualTo(404);
		HttpResponse<String> started = this.portal.as("operator")
			.post(AT + "/runs", "reason", "new files", "date", "2020-11-10");
		assertThat(started.statusCode()).isEqualTo(303);
		assertThat(location(started)).startsWith(AT + "/runs/2020-11-10-1");
		HttpResponse<String> second = this.registrar.post(AT + "/runs", "reason", "me too", "date", "2020-11-10");
		assertThat(second.statusCode()).isEqualTo(409);
		assertThat(second.body()).contains("operator").contains("2020-11-10-1");
		awaitEnd("2020-11-10-1");
		String page = this.registrar.get(AT + "/runs/latest").body();
		assertThat(page).contains("new files", "operator", "files/registrar.xlsx", "飞行器学院.xlsx", "a.csv");
		assertThat(page).doesNotContain("/release", "/drop", "/resume\"", "/stop", "data-events");
		assertThat(this.registrar.get(AT).body()).contains("verdict notice-ok", "飞行器学院", "<polyline");
		assertThat(this.registrar.get(AT + "/runs?status=published").body()).contains("2020-11-10-1");
		assertThat(this.registrar.get(AT + "/runs?status=failed").body()).doesNotContain("2020-11-10-1");
	}

	@Test
	void anOperatorSeesRunsAndNoNamesOfFilesOrColleges() {
		this.portal.run("2020-11-10");
		PortalClient operator = this.portal.as("operator");
		for (String path : new String[] { AT, AT + "/runs", AT + "/runs/latest" }) {
			assertThat(operator.get(path).body()).doesNotContain("理学院", "a.csv", "registrar.xlsx");
		}
		assertThat(operator.get(AT + "/runs/latest/files/registrar.xlsx").statusCode()).isEqualTo(403);
	}

	@Test
	void stateIsJudgedBeforeFieldsAndFieldsBeforeDeeds() {
		this.portal.run("2020-11-10");
		String run = AT + "/runs/2020-11-10-1";
		for (String deed : new String[] { "release", "drop", "stop", "resume" }) {
			assertThat(this.registrar.post(run + "/" + deed).statusCode()).as(deed).isEqualTo(409);
		}
		HttpResponse<String> unfounded = this.registrar.post(run + "/rerun", "reason", " \u200b ");
		assertThat(unfounded.statusCode()).isEqualTo(400);
		assertThat(unfounded.body()).contains("id=\"rerun-reason-error\"", "aria-invalid=\"true\"");
		assertThat(this.registrar.post(run + "/rerun", "reason", "长".repeat(501)).statusCode()).isEqualTo(400);
		assertThat(this.registrar.post(AT + "/runs/2020-11-10-9/rerun").statusCode()).isEqualTo(404);
		assertThat(this.registrar.post(AT + "/runs", "reason", "why", "date", "2020-02-30").statusCode())
			.isEqualTo(400);
		assertThat(this.registrar.post(run + "/colleges", "college", "没有的学院").statusCode()).isEqualTo(400);
		assertThat(this.registrar.post(run + "/corrections-sent", "date", "tomorrow").statusCode()).isEqualTo(400);
		HttpResponse<String> again = this.registrar.post(run + "/rerun", "reason", "why");
		assertThat(location(again)).startsWith(AT + "/runs/2020-11-10-2");
		awaitEnd("2020-11-10-2");
		assertThat(this.registrar.get(AT + "/runs/latest").body()).contains("2020-11-10-2");
	}

	@Test
	void aCollegesWorkbookIsWrittenAnewAndCorrectionsAreTakenDown() {
		this.portal.run("2020-11-10");
		String run = AT + "/runs/latest";
		assertThat(location(this.registrar.post(run + "/colleges", "college", "理学院"))).contains("done=colleges");
		assertThat(location(this.registrar.post(run + "/corrections-sent", "date", "2020-11-11")))
			.contains("done=sent-none");
	}

	@Test
	void aHeldRunIsReleasedWithAReason() throws Exception {
		Path job = this.portal.input().resolveSibling("jobs").resolve("freshman-2020.yml");
		Files.writeString(job, "\ngate: {lost_rows: 10%}\n", StandardOpenOption.APPEND);
		this.portal.run("2020-11-10");
		this.portal.file("platform/a.csv", Files.readString(this.portal.input().resolve("platform/a.csv"))
			.replaceFirst("(?m)^20610000000002.*\n", ""));
		Run held = this.portal.run("2020-11-11");
		assertThat(held.status()).isEqualTo(Run.Status.HELD);
		String run = AT + "/runs/2020-11-11-1";
		assertThat(this.registrar.get(AT).body()).contains(run).contains("verdict notice-warn");
		assertThat(this.registrar.get(AT + "/runs").body()).contains("需要处理");
		assertThat(this.registrar.get(run).body()).contains("/release", "/drop", "badge-bad");
		assertThat(this.portal.as("operator").get(run).body()).doesNotContain("/release");
		assertThat(this.portal.as("college").get(run + "/files/" + encoded("colleges/飞行器学院.xlsx")).statusCode())
			.isEqualTo(404);
		assertThat(this.registrar.get(run + "/files/registrar.xlsx").statusCode()).isEqualTo(200);
		assertThat(this.registrar.post(AT + "/close", "reason", "why").statusCode()).isEqualTo(409);
		assertThat(this.registrar.post(run + "/release", "reason", "").statusCode()).isEqualTo(400);
		assertThat(this.registrar.post(run + "/release", "reason", "a known gap").statusCode()).isEqualTo(303);
		assertThat(this.registrar.get(AT + "/runs/latest").body()).contains("2020-11-11-1", "a known gap");
	}

	private static String encoded(String path) {
		return UriUtils.encodePath(path, StandardCharsets.UTF_8);
	}

	@Test
	void filesAreGivenToWhomTheyBelong() {
		this.portal.run("2020-11-10");
		String files = AT + "/runs/latest/files/";
		String own = files + encoded("colleges/飞行器学院.xlsx");
		PortalClient college = this.portal.as("college");
		HttpResponse<String> workbook = college.ask("HEAD", own);
		assertThat(workbook.statusCode()).isEqualTo(200);
		assertThat(workbook.headers().firstValueAsLong("Content-Length").orElse(0)).isPositive();
		assertThat(workbook.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment")
			.contains("filename*=UTF-8''" + encoded("飞行器学院.xlsx"));
		assertThat(workbook.headers().firstValue("Cache-Control")).contains("no-store");
		String nothing = college.get(files + "colleges/nothing.xlsx").body();
		for (String other : new String[] { encoded("colleges/理学院.xlsx"), "registrar.xlsx", "manifest.json" }) {
			assertThat(college.get(files + other).statusCode()).as(other).isEqualTo(404);
			assertThat(college.get(files + other).body()).as(other).isEqualTo(nothing);
			assertThat(college.get(files + other).headers().firstValue("Content-Type")).as(other)
				.contains("text/html;charset=UTF-8");
		}
		for (String trick : new String[] { "../registrar.xlsx", "%2e%2e/latest/registrar.xlsx", "..%2fregistrar.xlsx",
				"colleges/../registrar.xlsx", "colleges%5c..%5cregistrar.xlsx", "registrar.xlsx%00.txt", "/etc/passwd",
				"colleges" }) {
			assertThat(this.registrar.ask("GET", files + trick).statusCode()).as(trick).isIn(400, 404);
		}
		assertThat(this.registrar.get(files + "manifest.json").headers().firstValue("Content-Type"))
			.contains("application/json");
		assertThat(this.portal.jdbc()
			.sql("select count(*) from audit where action = 'download' and account = 'college' and object like 'colleges/%'")
			.query(Long.class)
			.single()).isEqualTo(1);
	}

	@Test
	void aLinkOutOfTheFolderIsNotFollowed() throws Exception {
		Run run = this.portal.run("2020-11-10");
		Path outside = Files.writeString(this.folder.resolve("outside.csv"), "secret");
		Files.delete(run.folder().resolve("findings.csv"));
		Files.createSymbolicLink(run.folder().resolve("findings.csv"), outside);
		assertThat(this.registrar.get(AT + "/runs/latest/files/findings.csv").statusCode()).isEqualTo(404);
	}

	@Test
	void theScheduleIsPausedAndTheCampaignClosedAndOpenedAgain() {
		assertThat(this.registrar.post(AT + "/schedule", "action", "continue", "reason", "why").statusCode())
			.isEqualTo(409);
		assertThat(this.registrar.post(AT + "/schedule", "action", "halt", "reason", "why").statusCode())
			.isEqualTo(400);
		assertThat(this.portal.as("operator").post(AT + "/schedule", "action", "pause", "reason", "works").statusCode())
			.isEqualTo(303);
		assertThat(this.registrar.get(AT).body()).contains("works");
		assertThat(this.registrar.post(AT + "/reopen", "reason", "why").statusCode()).isEqualTo(409);
		assertThat(this.registrar.post(AT + "/close", "reason", "").statusCode()).isEqualTo(400);
		assertThat(this.registrar.post(AT + "/close", "reason", "all is done").statusCode()).isEqualTo(303);
		assertThat(this.registrar.post(AT + "/runs", "reason", "").statusCode()).isEqualTo(409);
		assertThat(this.registrar.get(AT).body()).contains("all is done").doesNotContain("id=\"start-reason\"");
		assertThat(this.registrar.post(AT + "/reopen", "reason", "one more week").statusCode()).isEqualTo(303);
	}

	@Test
	void eventsOfAFinishedRunEndAtOnceAndHeadDoesNotHang() {
		this.portal.run("2020-11-10");
		HttpResponse<String> events = this.registrar.get(AT + "/runs/latest/events");
		assertThat(events.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
		assertThat(events.body()).contains("event:progress", "\"percent\":100", "event:end");
		assertThat(this.registrar.ask("HEAD", AT + "/runs/latest/events").statusCode()).isEqualTo(200);
		assertThat(this.portal.as("college").get(AT + "/runs/latest/events").statusCode()).isEqualTo(403);
	}

}
