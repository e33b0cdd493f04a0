package io.rollcall.report;

import java.util.Collection;
import java.util.List;
import java.util.Map;

import io.rollcall.facts.CollegeFacts;
import io.rollcall.facts.SelfCheckRow;
import io.rollcall.facts.SelfChecks;
import io.rollcall.facts.Tally;
import io.rollcall.sheet.Book;
import io.rollcall.sheet.Charts;
import io.rollcall.sheet.PrintedPage;

/**
 * What the summary says of the self-check: by major for a college, by college for the
 * registrar.
 */
final class ProgressBlocks {

	/** The rows that a chart takes at least. */
	private static final int CHART_ROWS = 9;

	private final Book book;

	private final PrintedPage page;

	private final Tally findings;

	ProgressBlocks(Book book, PrintedPage page, Tally findings) {
		this.book = book;
		this.page = page;
		this.findings = findings;
	}

	/** How far the self-check has come, by major, with a chart beside it. */
	void majors(CollegeFacts college) {
		List<SelfCheckRow> majors = List.copyOf(new SelfChecks(List.of(), college.selfCheck()).byMajor());
		boolean told = majors.stream().anyMatch((row) -> row.checked().isPresent());
		if (majors.isEmpty() || !told) {
			return;
		}
		this.page.pageBreak();
		this.page.heading(text("heading.progress"));
		this.page.header(text("column.major"), text("column.expected"), text("column.checked"),
				text("column.unchecked"), text("column.rate"));
		int first = this.page.nextRow();
		majors.forEach((row) -> progress(row.major().isEmpty() ? text("no-major") : row.major(), row));
		progress(text("column.total"), SelfCheckTable.total(majors));
		Charts charts = new Charts(this.book.sheetNamed(this.page.name()), this.page.name(), first, 0,
				majors.stream().map((row) -> row.major().isEmpty() ? text("no-major") : row.major()).toList());
		int last = Math.max(this.page.nextRow(), first + CHART_ROWS);
		charts.bars(PrintedPage.anchor(5, first - 1, 7, last), text("chart.progress"), "0",
				List.of(new Charts.Series(text("column.checked"), 2,
						majors.stream().map((row) -> row.checked().orElse(0L)).toList(), Charts.GREEN),
						new Charts.Series(text("column.unchecked"), 3,
								majors.stream().map((row) -> row.unchecked().orElse(0L)).toList(), Charts.GREY)));
		this.page.skipTo(last);
		notFound(SelfCheckTable.total(majors));
	}

	private void progress(String name, SelfCheckRow row) {
		this.page.tableRow()
			.text(name)
			.number(row.expected())
			.number(row.checked().orElse(0L))
			.number(row.unchecked().orElse(0L))
			.percent(row.rate());
	}

	/** The colleges' findings and how far their self-check has come. */
	void colleges(Collection<SelfCheckRow> checks) {
		this.page.heading(text("heading.colleges"));
		this.page.header(text("column.college"), this.book.word("severity", "E"), this.book.word("severity", "W"),
				this.book.word("severity", "I"), text("column.rate"));
		for (SelfCheckRow check : checks) {
			Map<String, Long> counts = this.findings.byCollege().getOrDefault(check.college(), Map.of());
			PrintedPage.TableRow row = this.page.tableRow()
				.text(check.college().isEmpty() ? text("unassigned") : check.college());
			Tally.SEVERITIES.forEach((severity) -> row.number(counts.getOrDefault(severity, 0L)));
			row.percent(check.rate());
		}
		notFound(SelfCheckTable.total(List.copyOf(checks)));
	}

	/** Why 未查 is more than the list of those to remind. */
	private void notFound(SelfCheckRow all) {
		if (all.notFound() > 0 && all.checked().isPresent()) {
			this.page.paragraph(text("not-found", all.notFound(), text("sheet.unchecked")));
		}
	}

	private String text(String key, Object... arguments) {
		return this.book.text(key, arguments);
	}

}
