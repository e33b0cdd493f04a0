package io.rollcall.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

import io.rollcall.facts.NightStanding;
import io.rollcall.facts.Provenance;
import io.rollcall.facts.RunFacts;
import io.rollcall.facts.SchoolFacts;
import io.rollcall.facts.SelfCheckRow;
import io.rollcall.facts.TrendRow;
import io.rollcall.sheet.Book;
import io.rollcall.sheet.Charts;
import io.rollcall.sheet.PrintedPage;
import io.rollcall.sheet.SheetColumn;
import io.rollcall.sheet.SheetTable;
import io.rollcall.sheet.TableWriter;

/**
 * The sheets that only the registrar gets: the colleges side by side, the nights, the
 * technical page.
 */
final class RegistrarTables {

	private final Book book;

	private final RunFacts run;

	private final SchoolFacts school;

	RegistrarTables(Book book, RunFacts run, SchoolFacts school) {
		this.book = book;
		this.run = run;
		this.school = school;
	}

	/** A college in the league. */
	private record Place(SelfCheckRow check, NightStanding cases, long untold) {
	}

	/** The colleges side by side, in the order of the job file. */
	void league() {
		List<Place> standings = this.school.selfChecks()
			.byCollege()
			.stream()
			.map((check) -> new Place(check, this.school.standing(check.college()),
					this.school.untold(check.college())))
			.toList();
		List<SheetColumn<Place>> columns = List.of(new SheetColumn<>("college", 17, SheetColumn.Kind.TEXT, this::name),
				number("expected", (row) -> row.check().expected()),
				new SheetColumn<>("checked", 9, SheetColumn.Kind.NUMBER,
						(row) -> row.check().checked().map(String::valueOf).orElse("")),
				new SheetColumn<>("unchecked", 9, SheetColumn.Kind.NUMBER,
						(row) -> row.check().unchecked().map(String::valueOf).orElse("")),
				new SheetColumn<>("rate", 9, SheetColumn.Kind.PERCENT, (row) -> SelfCheckTable.rate(row.check())),
				number("errors", (row) -> row.cases().errors()), number("warnings", (row) -> row.cases().warnings()),
				number("open", (row) -> row.cases().toDo()), number("untold", Place::untold),
				number("oldest", (row) -> row.cases().oldest()),
				new SheetColumn<>("mean-age", 9, SheetColumn.Kind.DECIMAL, RegistrarTables::meanAge),
				number("answered", (row) -> row.cases().answered()),
				number("night.new", (row) -> row.cases().change().fresh()),
				number("night.answered", (row) -> row.cases().change().answered()),
				number("night.closed", (row) -> row.cases().change().closed()),
				number("night.reopened", (row) -> row.cases().change().reopened()));
		SheetTable<Place> table = new SheetTable<>("league", 1, columns.size(), columns)
			.summedUpBy((row) -> SelfCheckTable.isTotal(row.check()))
			.with((filled) -> leagueCharts(filled, standings));
		SelfCheckRow all = SelfCheckTable.total(standings.stream().map(Place::check).toList());
		Place total = new Place(all, this.school.standing(), standings.stream().mapToLong(Place::untold).sum());
		TableWriter.write(this.book, table, Stream.concat(standings.stream(), Stream.of(total)));
	}

	private void leagueCharts(SheetTable.Filled filled, List<Place> standings) {
		List<String> colleges = standings.stream().map(this::name).toList();
		Charts charts = new Charts(this.book.sheetNamed(filled.name()), filled.name(), 1, 0, colleges);
		int top = filled.rows() + 2;
		boolean told = standings.stream().anyMatch((row) -> row.check().checked().isPresent());
		if (told) {
			charts.bars(PrintedPage.anchor(0, top, 6, top + 20), this.book.text("chart.progress"), "0",
					List.of(new Charts.Series(this.book.text("column.checked"), 2,
							standings.stream().map((row) -> row.check().checked().orElse(0L)).toList(), Charts.GREEN),
							new Charts.Series(this.book.text("column.unchecked"), 3,
									standings.stream().map((row) -> row.check().unchecked().orElse(0L)).toList(),
									Charts.GREY)));
		}
		charts.bars(PrintedPage.anchor(6, top, 16, top + 20), this.book.text("chart.open"), "0",
				List.of(new Charts.Series(this.book.text("column.errors"), 5,
						standings.stream().map((row) -> row.cases().errors()).toList(), Charts.RED),
						new Charts.Series(this.book.text("column.warnings"), 6,
								standings.stream().map((row) -> row.cases().warnings()).toList(), Charts.AMBER)));
		PrintedPage.printWithCharts(this.book, filled.name(), 15, top, top + 20);
	}

	/** The nights so far. */
	void trend() {
		List<TrendRow> nights = this.school.trend();
		List<SheetColumn<TrendRow>> columns = List.of(
				new SheetColumn<>("date", 14, SheetColumn.Kind.CENTERED, (row) -> row.date().toString()),
				new SheetColumn<>("errors", 12, SheetColumn.Kind.NUMBER, (row) -> String.valueOf(row.errors())),
				new SheetColumn<>("warnings", 12, SheetColumn.Kind.NUMBER, (row) -> String.valueOf(row.warnings())),
				new SheetColumn<>("open", 12, SheetColumn.Kind.NUMBER,
						(row) -> String.valueOf(row.errors() + row.warnings())),
				new SheetColumn<>("refused", 12, SheetColumn.Kind.NUMBER, (row) -> String.valueOf(row.refused())),
				new SheetColumn<>("expected", 12, SheetColumn.Kind.NUMBER, (row) -> String.valueOf(row.expected())),
				new SheetColumn<>("checked", 12, SheetColumn.Kind.NUMBER,
						(row) -> row.checked().map(String::valueOf).orElse("")),
				new SheetColumn<>("rate", 12, SheetColumn.Kind.PERCENT,
						(row) -> row.rate().map(BigDecimal::toPlainString).orElse("")));
		TableWriter.write(this.book,
				new SheetTable<>("trend", 1, columns.size(), columns).with((filled) -> trendCharts(filled, nights)),
				nights.stream());
	}

	private void trendCharts(SheetTable.Filled filled, List<TrendRow> nights) {
		if (nights.size() < 2) {
			return;
		}
		Charts charts = new Charts(this.book.sheetNamed(filled.name()), filled.name(), 1, 0,
				nights.stream().map((row) -> row.date().toString()).toList());
		int top = filled.rows() + 2;
		charts.lines(PrintedPage.anchor(0, top, 4, top + 18), this.book.text("chart.trend"), "0",
				List.of(new Charts.Series(this.book.text("column.errors"), 1,
						nights.stream().map(TrendRow::errors).toList(), Charts.RED),
						new Charts.Series(this.book.text("column.warnings"), 2,
								nights.stream().map(TrendRow::warnings).toList(), Charts.AMBER)));
		charts.lines(PrintedPage.anchor(4, top, 8, top + 18), this.book.text("chart.rate"), "0%",
				List.of(new Charts.Series(this.book.text("column.rate"), 7,
						nights.stream().map((row) -> row.rate().orElse(BigDecimal.ZERO)).toList(), Charts.GREEN)));
		PrintedPage.printWithCharts(this.book, filled.name(), 7, top, top + 18);
	}

	/** One line of the technical page. */
	private record Fact(String area, String name, String value) {
	}

	/** Versions, settings, rules and hashes: with what the run can be made again. */
	void technical() {
		List<Fact> facts = new ArrayList<>();
		Provenance provenance = this.school.provenance();
		String versions = this.book.text("technical.versions");
		provenance.versions().forEach((name, version) -> facts.add(new Fact(versions, name, version)));
		String job = this.book.text("technical.job");
		facts.add(new Fact(job, provenance.jobFile(), provenance.jobSha256()));
		provenance.settings().forEach((name, value) -> facts.add(new Fact(job, name, value)));
		String input = this.book.text("technical.inputs");
		this.run.inputs().forEach((file) -> facts.add(new Fact(input, file.role() + "/" + file.file(), file.sha256())));
		String settings = this.book.text("technical.settings");
		this.run.notices()
			.stream()
			.filter((notice) -> !notice.setting().isEmpty())
			.forEach((notice) -> facts.add(new Fact(settings, notice.role() + "/" + notice.file(), notice.setting())));
		String rules = this.book.text("technical.rules");
		for (Map.Entry<String, String> rule : provenance.rules().entrySet()) {
			facts.add(new Fact(rules, rule.getKey(), rule.getValue()));
		}
		List<SheetColumn<Fact>> columns = List.of(
				new SheetColumn<>("technical.area", 18, SheetColumn.Kind.LINE, Fact::area),
				new SheetColumn<>("technical.name", 46, SheetColumn.Kind.TEXT, Fact::name),
				new SheetColumn<>("technical.value", 80, SheetColumn.Kind.LONG, Fact::value));
		TableWriter.write(this.book, new SheetTable<>("technical", 0, columns.size(), columns), facts.stream());
	}

	private static String meanAge(Place row) {
		return (row.cases().toDo() == 0) ? ""
				: BigDecimal.valueOf(row.cases().ages())
					.divide(BigDecimal.valueOf(row.cases().toDo()), 1, RoundingMode.HALF_UP)
					.toPlainString();
	}

	private String name(Place row) {
		return SelfCheckTable.name(this.book, row.check());
	}

	private static SheetColumn<Place> number(String key, ToLongFunction<Place> value) {
		return new SheetColumn<>(key, 9, SheetColumn.Kind.NUMBER, (row) -> String.valueOf(value.applyAsLong(row)));
	}

}
