package io.rollcall.reconcile;

import java.sql.Connection;
import java.time.LocalDate;
import java.util.List;

import io.rollcall.campaign.Cases;
import io.rollcall.database.TestDatabase;
import io.rollcall.text.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whole columns may be wrong: then more students are left over than are held at once. */
class LeftoversTest {

	private static final int STUDENTS = 40;

	private static final String STAGED = """
			insert into staged_record (campaign_id, run_id, record_no, row_no, file_no, filled, states_college, id_sound,
			                           role, sheet, spare_key, unusable, name, birth_date, sex, class_no)
			select 1, 1, n, n, bit, 4, false, false, role, '', role || n, '{}', '测' || chr(19968 + n * 7) || chr(20000 + n),
			       '2001' || lpad((n % 12 + 1)::text, 2, '0') || lpad((n % 28 + 1)::text, 2, '0'), '女', '一班'
			  from generate_series(1, :students) n, (values ('roster', 1), ('platform', 2)) as source(role, bit);
			insert into staged_student (campaign_id, run_id, student, student_key, name, status, sources, roster_id,
			                            platform_id, differs, looked)
			select 1, 1, id, spare_key, name, 'ordinary', file_no, case file_no when 1 then id end,
			       case file_no when 2 then id end, false, false
			  from staged_record;
			create temporary table role_order as select role, bit as rank, bit from (values ('roster', 1), ('platform', 2)) as r(role, bit);
			create temporary table usable as select role from role_order;
			create temporary table suspect (id bigint, student bigint);
			create temporary table speaker as select id, id as student, name from staged_record
			""";

	private SingleConnectionDataSource dataSource;

	private JdbcClient jdbc;

	@BeforeEach
	void stage() throws Exception {
		Connection connection = TestDatabase.migrated().connect();
		connection.setAutoCommit(false);
		this.dataSource = new SingleConnectionDataSource(connection, true);
		this.jdbc = JdbcClient.create(this.dataSource);
		this.jdbc.sql("select staged_open(1)").query().listOfRows();
		for (String statement : STAGED.split(";\n")) {
			this.jdbc.sql(statement).param("students", STUDENTS).update();
		}
	}

	@AfterEach
	void forget() {
		this.dataSource.destroy();
	}

	@Test
	void portionsLinkWhatTheyWouldTogether() {
		List<String> together = link(Leftovers.PORTION);
		assertThat(together).hasSize(2 * STUDENTS);
		this.jdbc.sql("drop table leftover, probable, near_link").update();
		assertThat(link(7)).isEqualTo(together);
	}

	private List<String> link(int portion) {
		JudgeContext context = new JudgeContext(1, 1, LocalDate.of(2020, 11, 12), Cases.campaign(""), Messages.of("zh"),
				false, (field, value) -> field + value, (id, name) -> id + name);
		Statements statements = new Statements(this.dataSource, context);
		new Leftovers(statements, context, portion).link(new Pairs(new Suspects(statements, new SameName())));
		return this.jdbc.sql("select student || ' ' || other from probable order by student")
			.query(String.class)
			.list();
	}

}
