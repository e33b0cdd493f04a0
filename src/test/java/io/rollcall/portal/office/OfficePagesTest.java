package io.rollcall.portal.office;

import java.net.http.HttpResponse;
import java.util.List;

import io.rollcall.access.Accounts;
import io.rollcall.portal.PortalClient;
import io.rollcall.portal.PortalServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The accounts and the audit log, as the registrar and the auditor use them. */
class OfficePagesTest {

	private final PortalServer server = PortalServer.shared();

	private final PortalClient registrar = this.server.as("registrar");

	@Test
	void aNewAccountsPasswordIsShownOnce() {
		HttpResponse<String> added = this.registrar.post("/users", "username", "0012345", "role", "college", "college",
				PortalServer.COLLEGES.get(1));
		assertThat(added.statusCode()).isEqualTo(303);
		String word = added.body();
		assertThat(this.registrar.get("/users").body()).contains(word).contains("0012345", "待改口令");
		assertThat(this.registrar.get("/users").body()).doesNotContain(word);
		assertThat(this.server.stranger().signIn("0012345", word).get("/").headers().firstValue("Location"))
			.contains("/account/password");
		HttpResponse<String> again = this.registrar.post("/users/0012345/password");
		assertThat(again.statusCode()).isEqualTo(303);
		assertThat(again.body()).isNotEqualTo(word);
		assertThat(this.registrar.get("/users").body()).contains(again.body());
	}

	@Test
	void whatIsWrongIsToldBesideItsField() {
		assertThat(this.registrar.post("/users", "username", "", "role", "auditor").body())
			.contains("id=\"username-error\"");
		assertThat(this.registrar.post("/users", "username", "a b", "role", "auditor").statusCode()).isEqualTo(400);
		assertThat(this.registrar.post("/users", "username", "college", "role", "auditor").body()).contains("已存在");
		assertThat(this.registrar.post("/users", "username", "new-one", "role", "dean").body()).contains("请选一个角色");
		assertThat(this.registrar.post("/users", "username", "new-one", "role", "college").body()).contains("至少要选一个学院");
		HttpResponse<String> foreign = this.registrar.post("/users", "username", "new-one", "role", "college",
				"college", "无此学院");
		assertThat(foreign.statusCode()).isEqualTo(400);
		assertThat(foreign.body()).contains("没有这个学院").contains("value=\"new-one\"");
		assertThat(this.server.get(Accounts.class).find("new-one")).isEmpty();
	}

	@Test
	void accountsAreChangedShutAndOpened() {
		this.registrar.post("/users", "username", "to-change", "role", "auditor");
		assertThat(this.registrar
			.post("/users/to-change/change", "role", "college", "college", PortalServer.COLLEGES.get(0))
			.statusCode()).isEqualTo(303);
		assertThat(this.server.get(Accounts.class).find("to-change").orElseThrow().colleges())
			.containsExactly(PortalServer.COLLEGES.get(0));
		assertThat(this.registrar.post("/users/to-change/disable").statusCode()).isEqualTo(303);
		assertThat(this.server.get(Accounts.class).find("to-change").orElseThrow().disabled()).isTrue();
		assertThat(this.registrar.post("/users/to-change/enable").statusCode()).isEqualTo(303);
		assertThat(this.registrar.post("/users/nobody/enable").statusCode()).isEqualTo(404);
		assertThat(this.registrar.post("/users/registrar/disable").statusCode()).isEqualTo(409);
		assertThat(this.registrar.post("/users/to-change/change", "role", "dean").statusCode()).isEqualTo(400);
	}

	@Test
	void theAuditLogIsFilteredAndExported() {
		this.registrar.post("/users", "username", "audited", "role", "auditor");
		PortalClient auditor = this.server.as("auditor");
		assertThat(auditor.get("/audit?action=user.add&account=registrar").body()).contains("user.add", "audited");
		assertThat(auditor.get("/audit?action=nothing").body()).contains("没有符合条件的记录");
		assertThat(auditor.get("/audit?from=2020-13-01").statusCode()).isEqualTo(400);
		for (String field : List.of("account", "action", "campaign", "outcome")) {
			assertThat(auditor.get("/audit?" + field + "=%00x").body()).as(field).contains("没有符合条件的记录");
		}
		assertThat(auditor.get("/audit?page=0").statusCode()).isEqualTo(400);
		assertThat(auditor.get("/audit?page=x").statusCode()).isEqualTo(400);
		HttpResponse<String> csv = auditor.get("/audit.csv?action=user.add");
		assertThat(csv.headers().firstValue("Content-Disposition").orElse("")).startsWith("attachment");
		assertThat(csv.body()).startsWith("\uFEFFtime,account,").contains("\"audited\"").doesNotContain("sign-in");
	}

	@Test
	void whoMayNotGetsNothing() {
		for (String account : new String[] { "auditor", "operator", "college" }) {
			assertThat(this.server.as(account).get("/users").statusCode()).as(account).isEqualTo(403);
			assertThat(this.server.as(account).post("/users/registrar/disable").statusCode()).isEqualTo(403);
		}
		assertThat(this.server.as("college").get("/audit").statusCode()).isEqualTo(403);
		assertThat(this.server.as("operator").get("/audit.csv").statusCode()).isEqualTo(403);
	}

}
