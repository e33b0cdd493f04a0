package io.rollcall.report;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.rollcall.facts.CaseEventRow;
import io.rollcall.facts.CaseRow;
import io.rollcall.facts.FindingRow;
import io.rollcall.facts.RejectRow;

/** The rows of a workbook, in the order given. */
record SampleRows(Collection<FindingRow> found, Collection<CaseRow> waiting, Collection<CaseRow> handedIn,
		Collection<CaseEventRow> happened, List<RejectRow> refused) implements ReportRows {

	/** Findings with the cases that they make. */
	static SampleRows of(Collection<FindingRow> findings, RejectRow... rejects) {
		Map<String, List<FindingRow>> byCase = findings.stream()
			.filter(FindingRow::toDo)
			.collect(Collectors.groupingBy(FindingRow::caseId, LinkedHashMap::new, Collectors.toList()));
		List<CaseRow> cases = byCase.values().stream().map((rows) -> CaseBuilder.of(rows).build()).toList();
		return new SampleRows(findings, cases, List.of(), List.of(), List.of(rejects));
	}

	/** Cases that wait for somebody. */
	static SampleRows ofCases(CaseRow... cases) {
		return new SampleRows(List.of(), List.of(cases), List.of(), List.of(), List.of());
	}

	SampleRows andHandedIn(CaseRow... cases) {
		return new SampleRows(this.found, this.waiting, List.of(cases), this.happened, this.refused);
	}

	SampleRows andHappened(CaseEventRow... events) {
		return new SampleRows(this.found, this.waiting, this.handedIn, List.of(events), this.refused);
	}

	@Override
	public Stream<FindingRow> findings(Slice slice) {
		List<CaseRow> explained = Slice.leading().contains(slice) ? explained().toList() : List.of();
		return this.found.stream()
			.filter(slice::includes)
			.map((row) -> IntStream.range(0, explained.size())
				.filter((i) -> explained.get(i).caseId().equals(row.caseId()))
				.mapToObj((i) -> numbered(row, i + 1))
				.findFirst()
				.orElse(row));
	}

	private static FindingRow numbered(FindingRow row, int number) {
		FindingRow.More more = row.more();
		return new FindingRow(row.findingId(), row.code(), row.severity(), row.college(), row.studentNo(),
				row.candidateNo(), row.name(), row.field(), row.rosterValue(), row.platformValue(),
				row.admissionValue(), row.claimedValue(), row.locations(), row.detail(), row.suggestion(), row.state(),
				row.firstSeen(), row.lastSeen(), row.ageDays(), row.caseId(),
				new FindingRow.More(more.privateDetail(), more.cause(), more.route(), more.odd(), more.group(),
						more.major(), more.className(), more.outside(), number));
	}

	@Override
	public Stream<RejectRow> rejects() {
		return this.refused.stream();
	}

	@Override
	public Stream<CaseRow> toDo() {
		return this.waiting.stream();
	}

	@Override
	public Stream<CaseRow> sent() {
		return this.handedIn.stream();
	}

	@Override
	public Stream<CaseEventRow> changes() {
		return this.happened.stream();
	}

	@Override
	public Stream<CaseEventRow> events() {
		return this.happened.stream();
	}

}
