package io.rollcall.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.SourceRole;
import io.rollcall.cases.CaseEvents.About;
import io.rollcall.cases.CaseEvents.Decision;
import io.rollcall.cases.CaseEvents.Event;
import io.rollcall.cases.CaseEvents.Values;
import io.rollcall.database.SqlScripts;
import io.rollcall.database.StagedFields;
import io.rollcall.database.StatementTimes;

/**
 * Follows cases from night to night: what the sources show opens, changes and ends them,
 * what people answered holds as long as the values it was given on, and what the
 * registrar approved stands until the platform shows it. A night reads how cases stood
 * after the one before, and nothing older.
 */
public final class CaseBook {

	private final SqlScripts statements;

	private final CaseContext context;

	private final CaseEvents events;

	private final Routes routes;

	private final PlatformFile file;

	/**
	 * The cases of a run.
	 * @param dataSource the database; the transaction that judges the run is open
	 * @param context the run
	 * @param file what the platform's file of corrections can hold
	 */
	public CaseBook(DataSource dataSource, CaseContext context, PlatformFile file) {
		this.statements = new SqlScripts(dataSource, "/io/rollcall/cases", context.parameters());
		this.context = context;
		this.events = new CaseEvents(this.statements, context);
		this.routes = new Routes(context.campaign().fields(), file::fits);
		this.file = file;
	}

	/**
	 * Recalls how cases stood, under the keys that their students have tonight. To be
	 * called when the students are known and before findings are carried on.
	 */
	public void recall() {
		this.statements.run("standing");
	}

	/**
	 * Follows the cases to their state after this run. To be called when all findings are
	 * there that belong to cases.
	 * @return what became of the rows of returned workbooks
	 */
	public List<ReturnOutcome> follow() {
		this.statements.run("values", "roster", value("r"), "platform", value("p"), "admission", value("a"), "folded",
				value("f"));
		believed();
		this.statements.run("proposals");
		this.statements.run("cases");
		this.statements.update("analyze run_case");
		this.statements.query("changes", this::changed);
		List<ReturnOutcome> outcomes = answers();
		this.statements.run("link_decisions");
		this.statements.run("platform_rows", "row",
				this.file.fields()
					.stream()
					.map((field) -> "'" + field + "', " + StagedFields.comparable(field, "p"))
					.collect(Collectors.joining(", ", "jsonb_build_object(", ")")));
		new ProposalTexts(this.statements, this.context).write();
		this.events.send();
		return outcomes;
	}

	/** Counts the night; to be called when every finding is there. */
	public void count() {
		this.statements.run("standings");
	}

	/**
	 * How long the statements took.
	 * @return name and time
	 */
	public Map<String, StatementTimes.Time> times() {
		return this.statements.times().byName();
	}

	private void changed(ResultSet row) throws SQLException {
		String kind = row.getString("kind");
		About about = About.of(row);
		this.events.add(new Event(kind, about, row.getString("before"), row.getString("after"),
				new Values(this.context.shown(about.field(), row.getString("old_value")),
						this.context.shown(about.field(), row.getString("new_value"))),
				new Decision("", null, this.context.text("case." + row.getString("why")), "",
						kind.equals("lapsed") ? row.getString("held") : "")));
	}

	private List<ReturnOutcome> answers() {
		Map<String, CaseFile> cases = new LinkedHashMap<>();
		this.statements.query("answerable", (row) -> {
			CaseFile one = CaseFile.of(row);
			one.route(this.routes);
			cases.put(one.id(), one);
		});
		List<ReturnOutcome> outcomes = new Returns(this.statements, this.context, this.events, cases, this.routes)
			.enter();
		inputs(cases);
		write(cases);
		return outcomes;
	}

	/** What the registrar marked as handed in without a workbook. */
	private void inputs(Map<String, CaseFile> cases) {
		this.statements.query("inputs", (row) -> {
			CaseFile one = cases.get(row.getString("case_id"));
			boolean approved = one != null && one.state().state().equals(CaseState.APPROVED)
					&& one.approved().equals(row.getString("approved")) && !one.approved().isEmpty();
			if (approved) {
				one.send(row.getObject("on_date", java.time.LocalDate.class));
				this.events.add(new Event("sent", one.about(), CaseState.APPROVED, CaseState.SENT,
						new Values(this.context.shown(one.about().field(), one.replaced()),
								this.context.shown(one.about().field(), one.approved())),
						new Decision(row.getString("entered_by"), one.sentOn(), this.context.text("sent.marked"), "",
								row.getString("reference"))));
			}
		});
	}

	private void write(Map<String, CaseFile> cases) {
		this.statements.table("answered", AnsweredCase.TABLE,
				(buffer) -> cases.values().forEach((one) -> AnsweredCase.add(buffer, one, this.context)),
				AnsweredCase.COLUMNS);
		this.statements.run("answered");
	}

	/** Which source is believed where no two of three agree. */
	private void believed() {
		this.statements.table("believed", "field text, role text, rank integer", (buffer) -> {
			for (Field field : this.context.campaign().fields().all()) {
				int rank = 0;
				for (SourceRole role : this.context.campaign().rules().authority(field)) {
					buffer.add(field.name()).add(role.word()).add(rank++).endRow();
				}
			}
		}, "field", "role", "rank");
	}

	/** A record's value of the case's field, as a part of a statement. */
	private String value(String record) {
		return StagedFields.comparable(this.context.campaign().fields(), "w.field", record);
	}

	@Override
	public String toString() {
		return this.context.toString();
	}

}
