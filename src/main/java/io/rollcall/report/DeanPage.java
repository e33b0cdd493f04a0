package io.rollcall.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.rollcall.facts.InputRow;
import io.rollcall.facts.NightChange;
import io.rollcall.facts.NightStanding;
import io.rollcall.facts.Receipt;
import io.rollcall.facts.RowCounts;
import io.rollcall.facts.RunFacts;
import io.rollcall.facts.SchoolFacts;
import io.rollcall.facts.SelfCheckRow;
import io.rollcall.facts.Tally;
import io.rollcall.sheet.Book;
import io.rollcall.sheet.CellLook;
import io.rollcall.sheet.Charts;
import io.rollcall.sheet.PrintedPage;

/**
 * The report for those who decide: one upright page that says how far the campaign is,
 * how each college stands and what needs a decision. It names no student.
 */
final class DeanPage {

	private static final String KEY = "dean";

	/** A name and seven figures, in half-width characters. */
	private static final int[] WIDTHS = { 18, 9, 9, 9, 9, 9, 9, 12 };

	/** More colleges than these would make the letters too small for one page. */
	private static final int COLLEGES = 12;

	private static final int CHART_ROWS = 13;

	/** Numbers on which more than one person may stand: nobody is registered before. */
	private static final Set<String> STOPPED = Set.of("ID_SHARED", "ID_DOUBLE_REGISTRATION", "ID_IN_EARLIER_COHORT");

	private final Book book;

	private final RunFacts run;

	private final SchoolFacts school;

	private final Tally tally;

	private final PrintedPage page;

	DeanPage(Book book, RunFacts run, SchoolFacts school, Tally tally) {
		this.book = book;
		this.run = run;
		this.school = school;
		this.tally = tally;
		this.page = new PrintedPage(book, book.text("sheet." + KEY), WIDTHS);
	}

	/** A college's line. */
	private record Line(String name, SelfCheckRow check, NightStanding open) {

		private Line plus(Line more) {
			return new Line(this.name, this.check.plus(more.check), this.open.plus(more.open));
		}

	}

	void write() {
		SelfCheckRow all = this.school.selfChecks().total();
		this.page.line(CellLook.TITLE, text("title", this.run.title()), 30);
		this.page.line(CellLook.NOTE, text("subtitle", this.run.date()), 18);
		this.page.gap();
		Receipt receipt = this.school.receipt();
		this.page.figures(
				List.of(String.valueOf(receipt.students()), share(receipt.agree(), receipt.students()),
						String.valueOf(this.school.standing().errors()),
						all.rate().map((rate) -> percent(rate)).orElse(SelfCheckTable.NOBODY)),
				List.of(text("students"), text("agree"), text("act"), text("rate")));
		state(receipt, all);
		colleges();
		decisions(all);
		this.page.gap();
		this.page.line(CellLook.NOTE, text("signature"), 24);
		this.page.onOneUprightPage();
		this.page.end();
	}

	private void state(Receipt receipt, SelfCheckRow all) {
		this.page.heading(text("heading.state"));
		this.page.paragraph(this.run.deadline().map(this::deadline).orElse(text("deadline.none")));
		if (!this.run.compared()) {
			this.page.paragraph(this.book.text("verdict.not-compared"));
		}
		else {
			this.page.paragraph(text("state", receipt.students(), receipt.agree(), receipt.differ(), receipt.missing(),
					receipt.doubled(), receipt.other()));
		}
		all.checked()
			.ifPresent((checked) -> this.page.paragraph(text(all.notFound() > 0 ? "checked.not-found" : "checked",
					all.expected(), checked, all.expected() - checked, all.notFound())));
		NightChange change = this.school.standing().change();
		this.school.before()
			.ifPresent((since) -> this.page
				.paragraph(text("change", since, change.fresh() + change.again(), change.gone(), change.answered())));
	}

	private String deadline(LocalDate day) {
		long left = ChronoUnit.DAYS.between(this.run.date(), day);
		return (left < 0) ? text("deadline.past", day, -left) : text("deadline.left", day, left);
	}

	private void colleges() {
		this.page.heading(text("heading.colleges"));
		List<Line> lines = lines();
		this.page.header(this.book.text("column.college"), this.book.text("column.expected"),
				this.book.text("column.checked"), this.book.text("column.unchecked"), this.book.text("column.rate"),
				this.book.text("column.errors"), this.book.text("column.warnings"), this.book.text("column.answered"));
		int first = this.page.nextRow();
		lines.forEach(this::line);
		lines.stream()
			.reduce(Line::plus)
			.ifPresent((sum) -> line(new Line(this.book.text("column.total"), sum.check(), sum.open())));
		charts(lines, first);
	}

	/** Every college, or those with the most to do and the sum of the rest. */
	private List<Line> lines() {
		List<Line> all = this.school.selfChecks()
			.byCollege()
			.stream()
			.map((check) -> new Line(SelfCheckTable.name(this.book, check), check,
					this.school.standing(check.college())))
			.toList();
		if (all.size() <= COLLEGES) {
			return all;
		}
		List<Line> sorted = new ArrayList<>(all);
		sorted.sort(Comparator.comparingLong((Line line) -> -line.open().errors()));
		Set<Line> shown = Set.copyOf(sorted.subList(0, COLLEGES - 1));
		List<Line> lines = new ArrayList<>(all.stream().filter(shown::contains).toList());
		all.stream()
			.filter((line) -> !shown.contains(line))
			.reduce(Line::plus)
			.ifPresent(
					(rest) -> lines.add(new Line(text("rest", all.size() - shown.size()), rest.check(), rest.open())));
		return lines;
	}

	private void line(Line line) {
		this.page.tableRow()
			.text(line.name())
			.number(line.check().expected())
			.number(line.check().checked().orElse(0L))
			.number(line.check().unchecked().orElse(0L))
			.percent(line.check().rate())
			.number(line.open().errors())
			.number(line.open().warnings())
			.number(line.open().answered());
	}

	private void charts(List<Line> lines, int first) {
		if (lines.isEmpty()) {
			return;
		}
		this.page.gap();
		int top = this.page.nextRow();
		Charts charts = new Charts(this.book.sheetNamed(this.page.name()), this.page.name(), first, 0,
				lines.stream().map(Line::name).toList());
		charts.bars(PrintedPage.anchor(0, top, 4, top + CHART_ROWS), this.book.text("chart.progress"), "0", List.of(
				series("checked", 2, lines.stream().map((line) -> line.check().checked().orElse(0L)).toList(),
						Charts.GREEN),
				series("unchecked", 3, lines.stream().map((line) -> line.check().unchecked().orElse(0L)).toList(),
						Charts.GREY)));
		charts.bars(PrintedPage.anchor(4, top, WIDTHS.length, top + CHART_ROWS), this.book.text("chart.open"), "0",
				List.of(series("errors", 5, lines.stream().map((line) -> line.open().errors()).toList(), Charts.RED),
						series("warnings", 6, lines.stream().map((line) -> line.open().warnings()).toList(),
								Charts.AMBER)));
		this.page.skipTo(top + CHART_ROWS);
	}

	private Charts.Series series(String column, int place, List<Long> values, String rgb) {
		return new Charts.Series(this.book.text("column." + column), place, values, rgb);
	}

	private void decisions(SelfCheckRow all) {
		this.page.heading(text("heading.decisions"));
		List<String> items = new ArrayList<>();
		item(items, "stopped", toDo(STOPPED));
		item(items, "not-found", toDo(Set.of("MISSING_IN_PLATFORM")));
		item(items, "answered", this.school.standing().waits().registrar());
		item(items, "late", toDo(Set.of("CLAIM_LATE")));
		item(items, "damaged", toDo(Set.of("ID_DAMAGED")));
		unchecked(all).ifPresent(items::add);
		long files = this.run.inputs().stream().filter(InputRow::refused).count();
		long rows = this.run.rows().values().stream().mapToLong(RowCounts::rejected).sum();
		if (files + rows > 0) {
			items.add(text("decision.refused", files, rows));
		}
		if (items.isEmpty()) {
			this.page.paragraph(text("decision.none"));
		}
		for (int i = 0; i < items.size(); i++) {
			this.page.paragraph(i + 1 + ". " + items.get(i));
		}
	}

	private void item(List<String> items, String key, long count) {
		if (count > 0) {
			items.add(text("decision." + key, count));
		}
	}

	private Optional<String> unchecked(SelfCheckRow all) {
		long count = all.unchecked().orElse(0L);
		return this.school.selfChecks()
			.byCollege()
			.stream()
			.max(Comparator.comparingLong((check) -> check.unchecked().orElse(0L)))
			.filter((most) -> count > 0)
			.map((most) -> text("decision.unchecked", count, SelfCheckTable.name(this.book, most),
					most.unchecked().orElse(0L)));
	}

	private long toDo(Set<String> codes) {
		return this.tally.kinds()
			.stream()
			.filter((entry) -> codes.contains(entry.getKey().code()))
			.mapToLong((entry) -> entry.getValue().toDo())
			.sum();
	}

	private static String share(long part, long whole) {
		return (whole == 0) ? SelfCheckTable.NOBODY
				: percent(BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP));
	}

	private static String percent(BigDecimal share) {
		return share.movePointRight(2).setScale(1, RoundingMode.HALF_UP) + "%";
	}

	private String text(String key, Object... arguments) {
		return this.book.text(KEY + "." + key, arguments);
	}

}
