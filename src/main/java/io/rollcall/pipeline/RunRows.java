package io.rollcall.pipeline;

import java.util.Optional;
import java.util.stream.Stream;

import io.rollcall.facts.CaseEventRow;
import io.rollcall.facts.CaseRow;
import io.rollcall.facts.FindingRow;
import io.rollcall.facts.RejectRow;
import io.rollcall.facts.Tally;
import io.rollcall.report.ReportRows;
import io.rollcall.report.Slice;
import io.rollcall.results.CaseData;
import io.rollcall.results.CodeWords;
import io.rollcall.results.ReportData;
import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import io.rollcall.run.RunProgress;

/**
 * The rows of a run's workbooks, of all colleges or of one; the empty name stands for
 * unknown colleges. They stop when the run is to stop: a workbook of many rows takes a
 * while.
 */
final class RunRows implements ReportRows {

	private final ReportData data;

	private final CaseData cases;

	private final CodeWords.Of words;

	private final RunProgress progress;

	private final RunContext context;

	private final Run run;

	private final Optional<String> college;

	private final String stray;

	RunRows(ReportData data, CaseData cases, CodeWords codes, RunProgress progress, RunContext context,
			Optional<String> college) {
		this.data = data;
		this.cases = cases;
		this.progress = progress;
		this.context = context;
		this.run = context.run();
		this.college = college;
		this.stray = context.messages().get("judge.stray");
		cases.gather(context, college);
		this.words = codes.of(context, college);
	}

	@Override
	public Stream<FindingRow> findings(Slice slice) {
		return stoppable(this.data.findings(this.run, slice, this.college)).map(this.words::with);
	}

	@Override
	public Tally tally() {
		return this.data.tally(this.run, this.college);
	}

	@Override
	public Stream<FindingRow> dated() {
		return stoppable(this.data.dated(this.run, this.college)).map(this.words::with);
	}

	@Override
	public Stream<RejectRow> rejects() {
		return stoppable(this.college.map((name) -> this.data.rejects(this.run, name, this.stray))
			.orElseGet(() -> this.data.rejects(this.run)));
	}

	@Override
	public Stream<CaseRow> toDo() {
		return stoppable(this.cases.toDo(this.context, this.college)).map(this.words::with);
	}

	@Override
	public Stream<CaseRow> explained() {
		return stoppable(this.cases.explained(this.context, this.college)).map(this.words::with);
	}

	@Override
	public Stream<CaseRow> sent() {
		return stoppable(this.cases.sent(this.context, this.college));
	}

	@Override
	public Stream<CaseRow> datedCases() {
		return stoppable(this.cases.dated(this.context, this.college));
	}

	@Override
	public Stream<CaseEventRow> changes() {
		return stoppable(this.cases.changes(this.context, this.college));
	}

	@Override
	public Stream<CaseEventRow> events() {
		return stoppable(this.cases.events(this.context, this.college));
	}

	private <T> Stream<T> stoppable(Stream<T> rows) {
		return rows.peek((row) -> this.progress.checkStop());
	}

}
