package io.rollcall.results;

import java.util.Collection;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.rollcall.cases.ShownValues;
import io.rollcall.facts.CaseEventRow;
import io.rollcall.facts.CaseRow;
import io.rollcall.report.Slice;
import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The cases of a run, as reports show them. Streams need a transaction, which lets the
 * server send rows in portions.
 */
@Component
public class CaseData {

	private static final int PORTION = 2_000;

	private final NamedParameterJdbcTemplate streams;

	CaseData(JdbcTemplate template) {
		JdbcTemplate portions = new JdbcTemplate(Objects.requireNonNull(template.getDataSource()));
		portions.setFetchSize(PORTION);
		this.streams = new NamedParameterJdbcTemplate(portions);
	}

	/** The list to answer, of all colleges or of one, without texts. */
	public Stream<CaseRow> toDo(RunContext context, Optional<String> college) {
		return cases(CaseStatements.TO_DO, context, college);
	}

	/**
	 * Gathers what is read of a run, and those of the list of which there is more to say
	 * with their texts, for the rest of the transaction. Whatever else is asked here for
	 * the reports of a college, or of {@link ReportData}, comes after.
	 */
	public void gather(RunContext context, Optional<String> college) {
		if (college.isPresent()) {
			this.streams.update(CaseStatements.GATHER, values(context.run(), college));
		}
		String[] elsewhere = Slice.leading().stream().flatMap((slice) -> slice.codes().stream()).toArray(String[]::new);
		this.streams.update(CaseStatements.readable(CaseStatements.EXPLAIN, college),
				values(context.run(), college).addValue("elsewhere", elsewhere)
					.addValue("unchecked", Slice.UNCHECKED.codes().toArray(String[]::new)));
	}

	/** Those that {@link #gather} gathered. */
	public Stream<CaseRow> explained(RunContext context, Optional<String> college) {
		return cases(CaseStatements.EXPLAINED, context, college);
	}

	/**
	 * The cases of both lists that may show a day, in no order, without what their
	 * findings say.
	 */
	public Stream<CaseRow> dated(RunContext context, Optional<String> college) {
		return stream(CaseStatements.BARE, values(context.run(), college).addValue("day", CaseStatements.MAY_BE_DAY),
				college, mapper(context, college));
	}

	/**
	 * Those of some cases that stand on the list to answer, or would if nobody had
	 * settled them; without texts.
	 */
	Stream<CaseRow> named(RunContext context, Optional<String> college, Collection<String> ids) {
		return this.streams.queryForStream(CaseStatements.named(college),
				values(context.run(), college).addValue("ids", ids), mapper(context, college));
	}

	private Stream<CaseRow> cases(String sql, RunContext context, Optional<String> college) {
		return stream(sql, context.run(), college, mapper(context, college));
	}

	private static RowMapper<CaseRow> mapper(RunContext context, Optional<String> college) {
		return (row, index) -> CaseMapper.row(context, row, college.isPresent() ? "offered" : "proposed");
	}

	/** What was handed in and is not yet seen at the platform. */
	public Stream<CaseRow> sent(RunContext context, Optional<String> college) {
		ShownValues shown = CaseMapper.shown(context);
		return stream(CaseStatements.SENT, context.run(), college, (row, index) -> {
			CaseRow one = CaseMapper.row(context, row, college.isPresent() ? "offered" : "proposed");
			CaseRow.Values values = one.values();
			return new CaseRow(one.caseId(), one.student(), one.problem(),
					new CaseRow.Values("", shown.of(one.problem().field(), values.platform()), "", "", "",
							values.approved(), values.replaced()),
					one.college(), one.registrar(), one.state(), one.openedOn(), one.ageDays(), one.fresh(),
					one.sentOn(), one.note());
		});
	}

	/** What this run changed of cases. */
	public Stream<CaseEventRow> changes(RunContext context, Optional<String> college) {
		ShownValues shown = CaseMapper.shown(context);
		CatalogueLegend legend = new CatalogueLegend(context);
		return stream(CaseStatements.CHANGES, context.run(), college, (row, index) -> {
			boolean fresh = row.getString("kind").equals("new");
			CaseEventRow event = CaseMapper.event(row, college.isPresent(),
					fresh ? legend.title(row.getString("code")) : row.getString("why"));
			return fresh ? new CaseEventRow(event.date(), event.caseId(), event.code(), event.college(),
					event.studentNo(), event.name(), event.field(), event.kind(), event.before(), event.after(),
					shown.of(event.field(), event.oldValue()), shown.of(event.field(), event.newValue()), "",
					Optional.empty(), event.why(), "") : event;
		});
	}

	/** What happened to cases up to this run, the newest first. */
	public Stream<CaseEventRow> events(RunContext context, Optional<String> college) {
		return stream(CaseStatements.EVENTS, context.run(), college,
				(row, index) -> CaseMapper.event(row, college.isPresent(), row.getString("why")));
	}

	private static MapSqlParameterSource values(Run run, Optional<String> college) {
		return new MapSqlParameterSource("run", run.id()).addValue("date", run.date())
			.addValue("campaign", run.campaignId())
			.addValue("college", college.orElse(""));
	}

	private <T> Stream<T> stream(String sql, Run run, Optional<String> college, RowMapper<T> mapper) {
		return stream(sql, values(run, college), college, mapper);
	}

	private <T> Stream<T> stream(String sql, MapSqlParameterSource values, Optional<String> college,
			RowMapper<T> mapper) {
		return this.streams.queryForStream(CaseStatements.readable(sql, college), values, mapper);
	}

}
