package io.rollcall.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.report.WorkbookStyle.Look;

/**
 * The first sheet of every workbook: what it is, whether all is well, what to do. Clock
 * time and run number stand here only, so that equal runs give equal sheets.
 */
final class SummaryPage {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private static final int NOTICES_SHOWN = 20;

	private final Book book;

	private final Legend legend;

	private final RunFacts run;

	private final Tally findings;

	private final Page page;

	SummaryPage(Book book, Legend legend, RunFacts run, Tally findings) {
		this.book = book;
		this.legend = legend;
		this.run = run;
		this.findings = findings;
		this.page = new Page(book, text("sheet.summary"));
	}

	void ofCollege(CollegeFacts college) {
		String reader = college.unassigned() ? text("unassigned") : college.college();
		opening(text("title", this.run.title(), reader),
				college.unassigned() ? text("confidential.unassigned") : text("confidential.college", reader));
		boolean empty = !college.unassigned() && college.students().values().stream().allMatch((count) -> count == 0);
		verdict(empty ? Optional.of("verdict.no-students") : Optional.empty());
		steps(college.unassigned() ? "unassigned" : "college", !empty);
		this.page.heading(text("heading.students"));
		this.page.header(text("column.role"), text("column.students"));
		college.students()
			.forEach((role, count) -> this.page.tableRow().text(this.book.word("role", role)).number(count));
		kinds();
	}

	void ofRegistrar() {
		opening(text("title", this.run.title(), text("all-colleges")), text("confidential.registrar"));
		long refused = this.run.inputs().stream().filter(InputRow::refused).count();
		this.page.fact(text("fact.files"), text("fact.files.value", this.run.inputs().size(), refused));
		verdict(Optional.empty());
		steps("registrar", true);
		rows();
		kinds();
		colleges();
		notices();
	}

	private void opening(String title, String confidential) {
		this.page.line(Look.TITLE, title, 30);
		this.page.line(Look.NOTE, confidential, 18);
		this.page.gap();
		this.page.fact(text("fact.date"), this.run.date().toString());
		this.page.fact(text("fact.run"),
				text("fact.run.value", this.run.runNumber(), MINUTE.format(this.run.startedAt())));
		this.page.fact(text("fact.deadline"), this.run.deadline().map(this::deadline).orElse(text("deadline.none")));
		this.page.fact(text("fact.sources"), this.run.usableSources());
		if (this.run.unmasked()) {
			this.page.fact(text("fact.unmasked"), text("fact.unmasked.value"));
		}
	}

	private String deadline(LocalDate deadline) {
		long days = ChronoUnit.DAYS.between(this.run.date(), deadline);
		if (days == 0) {
			return text("deadline.today", deadline);
		}
		return days > 0 ? text("deadline.left", deadline, days) : text("deadline.past", deadline, -days);
	}

	/** Says that all is well only where something was looked at. */
	private void verdict(Optional<String> doubt) {
		this.page.gap();
		Optional<String> reason = this.run.compared() ? doubt : Optional.of("verdict.not-compared");
		reason.ifPresent((key) -> this.page.line(Look.ATTENTION, text(key), 26));
		long open = this.findings.toDo();
		if (open > 0) {
			this.page.line(Look.ATTENTION, text("verdict.open", open, this.findings.toDo("E"), this.findings.toDo("W")),
					26);
		}
		else if (reason.isEmpty()) {
			this.page.line(Look.GOOD, this.findings.total() == 0 ? text("verdict.none")
					: text("verdict.information", this.findings.total()), 26);
		}
	}

	private void steps(String reader, boolean read) {
		this.page.heading(text("heading.steps"));
		if (this.findings.toDo() == 0) {
			this.page
				.paragraph(read && this.run.compared() ? text("steps.nothing") : text("steps." + reader + ".doubt"));
			return;
		}
		for (int i = 1; i <= 3; i++) {
			this.page.paragraph(i + ". " + text("steps." + reader + "." + i));
		}
		if (this.findings.toDo() > TableWriter.ROWS_A_SHEET) {
			this.page.paragraph(text("steps.split", TableWriter.ROWS_A_SHEET, text("sheet.todo")));
		}
	}

	private void rows() {
		this.page.heading(text("heading.rows"));
		this.page.header(text("column.role"), text("column.read"), text("column.loaded"), text("column.duplicates"),
				text("column.rejected"));
		this.run.rows()
			.forEach((role, counts) -> this.page.tableRow()
				.text(this.book.word("role", role))
				.number(counts.read())
				.number(counts.loaded())
				.number(counts.duplicates())
				.number(counts.rejected()));
	}

	private void kinds() {
		if (this.findings.total() == 0) {
			return;
		}
		this.page.heading(text("heading.kinds"));
		this.page.header(text("column.title"), text("column.severity"), text("column.count"), text("column.open"),
				text("column.oldest"), text("column.explanation"), text("column.action"));
		this.findings.kinds().forEach((entry) -> kind(entry.getKey(), entry.getValue()));
	}

	private void kind(Tally.Kind kind, Tally.Counts counts) {
		this.page.tableRow()
			.text(this.legend.title(kind.code()))
			.severity(kind.severity())
			.number(counts.all())
			.number(counts.toDo())
			.number(counts.oldest())
			.text(this.legend.explanation(kind.code()))
			.text(this.legend.action(kind.code()));
	}

	private void colleges() {
		if (this.findings.total() == 0) {
			return;
		}
		this.page.heading(text("heading.colleges"));
		this.page.header(text("column.college"), this.book.word("severity", "E"), this.book.word("severity", "W"),
				this.book.word("severity", "I"), text("column.total"));
		this.findings.byCollege().forEach(this::college);
	}

	private void college(String college, Map<String, Long> counts) {
		Page.TableRow row = this.page.tableRow().text(college.isEmpty() ? text("unassigned") : college);
		Tally.SEVERITIES.forEach((severity) -> row.number(counts.getOrDefault(severity, 0L)));
		row.number(counts.values().stream().mapToLong(Long::longValue).sum());
	}

	private void notices() {
		List<NoticeRow> notices = this.run.notices();
		if (notices.isEmpty()) {
			return;
		}
		this.page.heading(text("heading.notices"));
		notices.stream()
			.limit(NOTICES_SHOWN)
			.forEach((notice) -> this.page
				.paragraph(text("notice.line", this.book.word("role", notice.role()), notice.file(), notice.text())));
		if (notices.size() > NOTICES_SHOWN) {
			this.page.paragraph(text("notice.more", notices.size() - NOTICES_SHOWN, text("sheet.files")));
		}
	}

	private String text(String key, Object... arguments) {
		return this.book.text(key, arguments);
	}

}
