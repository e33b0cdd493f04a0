package io.rollcall.report;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.rollcall.facts.CollegeFacts;
import io.rollcall.facts.InputRow;
import io.rollcall.facts.NightStanding;
import io.rollcall.facts.NoticeRow;
import io.rollcall.facts.Receipt;
import io.rollcall.facts.RunFacts;
import io.rollcall.facts.SchoolFacts;
import io.rollcall.facts.Tally;
import io.rollcall.sheet.Book;
import io.rollcall.sheet.CellLook;
import io.rollcall.sheet.PrintedPage;
import io.rollcall.sheet.SheetPlaces;
import io.rollcall.sheet.TableWriter;

/**
 * The first sheet of every workbook: what it is, whether all is well, what to do. Clock
 * time and run number stand here only, so that equal runs give equal sheets. It is made
 * first and filled last, when the places that it leads to are known.
 */
final class SummaryPage {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private static final int NOTICES_SHOWN = 20;

	/** Roles whose rows belong to no college. */
	private static final Set<String> NOT_BY_COLLEGE = Set.of("enrolled", "reviews");

	/** The gravest first, and of these what there is most of. */
	private static final Comparator<Map.Entry<Tally.Kind, Tally.Counts>> MOST_FIRST = Comparator
		.comparingInt(
				(Map.Entry<Tally.Kind, Tally.Counts> entry) -> Tally.SEVERITIES.indexOf(entry.getKey().severity()))
		.thenComparing((entry) -> -entry.getValue().toDo())
		.thenComparing((entry) -> -entry.getValue().all());

	private final Book book;

	private final Legend legend;

	private final RunFacts run;

	private final Tally findings;

	private final NightStanding cases;

	private final PrintedPage page;

	private final ProgressBlocks progress;

	SummaryPage(Book book, Legend legend, RunFacts run, Tally findings, NightStanding cases) {
		this.cases = cases;
		this.book = book;
		this.legend = legend;
		this.run = run;
		this.findings = findings;
		this.page = new PrintedPage(book, text("sheet.summary"));
		this.progress = new ProgressBlocks(book, this.page, findings);
	}

	void ofCollege(CollegeFacts college, String seal) {
		String reader = college.unassigned() ? text("unassigned") : college.college();
		opening(text("title", this.run.title(), reader),
				college.unassigned() ? text("confidential.unassigned") : text("confidential.college", reader));
		boolean empty = !college.unassigned() && college.students().values().stream().allMatch((count) -> count == 0);
		verdict(empty ? Optional.of("verdict.no-students") : Optional.empty());
		receipt(college.receipt(), reader, college.before());
		desks();
		steps(college.unassigned() ? "unassigned" : "college", !empty);
		kinds();
		this.progress.majors(college);
		sheets();
		inputs(Optional.of(college.students()));
		closing(seal);
	}

	void ofRegistrar(SchoolFacts school, String seal) {
		opening(text("title", this.run.title(), text("all-colleges")), text("confidential.registrar"));
		long refused = this.run.inputs().stream().filter(InputRow::refused).count();
		this.page.fact(text("fact.files"), text("fact.files.value", this.run.inputs().size(), refused));
		verdict(Optional.empty());
		receipt(school.receipt(), text("whole-school"), school.before());
		desks();
		steps("registrar", true);
		kinds();
		this.progress.colleges(school.selfChecks().byCollege());
		sheets();
		inputs(Optional.empty());
		notices();
		closing(seal);
	}

	private void opening(String title, String confidential) {
		this.page.line(CellLook.TITLE, title, 30);
		this.page.line(CellLook.NOTE, confidential, 18);
		this.page.gap();
		this.page.fact(text("fact.date"), this.run.date().toString());
		this.page.fact(text("fact.run"),
				text("fact.run.value", this.run.runNumber(), MINUTE.format(this.run.startedAt())));
		this.page.fact(text("fact.deadline"), this.run.deadline().map(this::deadline).orElse(text("deadline.none")));
		this.run.collegeDeadline().ifPresent((day) -> this.page.fact(text("fact.college-deadline"), deadline(day)));
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
		reason.ifPresent((key) -> this.page.line(CellLook.ATTENTION, text(key), 26));
		long open = this.cases.toDo();
		if (open > 0) {
			this.page.line(CellLook.ATTENTION, text("verdict.open", open, this.cases.errors(), this.cases.warnings()),
					26);
		}
		else if (reason.isEmpty()) {
			this.page.line(CellLook.GOOD, this.findings.total() == 0 ? text("verdict.none")
					: text("verdict.information", this.findings.total()), 26);
		}
	}

	/**
	 * What became of everybody, so that nobody has to wonder whether all were looked at.
	 */
	private void receipt(Receipt receipt, String who, Optional<LocalDate> before) {
		if (receipt.students() > 0) {
			this.page.fact(text("fact.receipt"),
					text(this.run.compared() ? "receipt" : "receipt.not-compared", who, receipt.students(),
							receipt.agree(), receipt.differ(), receipt.missing(), receipt.doubled(), receipt.other()));
		}
		this.page
			.fact(text("fact.change"),
					before.map((since) -> text("change", since, this.cases.change().fresh(),
							this.cases.change().again(), this.cases.change().still(), this.cases.change().gone(),
							this.cases.change().answered(), this.cases.change().stale()))
						.orElse(text("change.first")));
	}

	/** For whom the cases wait, each with the sheet on which it stands. */
	private void desks() {
		NightStanding.Waits waits = this.cases.waits();
		this.page.heading(text("heading.waits"));
		this.page.wideHeader(text("column.waits"), text("column.count"), text("column.how"));
		desk("college", waits.college(), CaseTable.TO_DO);
		desk("evidence", waits.evidence(), CaseTable.TO_DO);
		desk("registrar", waits.registrar(), CaseTable.TO_DO);
		desk("handover", waits.handover(), CaseTable.TO_DO);
		desk("platform", waits.platform(), CaseTable.SENT);
		desk("known-ok", waits.knownOk(), "information");
		desk("rejected", waits.rejected(), "information");
	}

	private void desk(String key, long count, String sheet) {
		this.page.tableRow()
			.link(text("waiting." + key), Optional.of(SheetPlaces.Place.head(text("sheet." + sheet))))
			.number(count)
			.rest(text("waiting." + key + ".how"));
	}

	private void steps(String reader, boolean read) {
		this.page.heading(text("heading.steps"));
		if (this.cases.toDo() == 0) {
			this.page
				.paragraph(read && this.run.compared() ? text("steps.nothing") : text("steps." + reader + ".doubt"));
			return;
		}
		for (int i = 1; i <= 3; i++) {
			this.page.paragraph(i + ". " + text("steps." + reader + "." + i, due()));
		}
		if (this.cases.toDo() > TableWriter.ROWS_A_SHEET) {
			this.page.paragraph(text("steps.split", TableWriter.ROWS_A_SHEET, text("sheet.todo")));
		}
	}

	/**
	 * By when an answer is expected; at once where that day has passed or none is set.
	 */
	private String due() {
		return this.run.collegeDeadline()
			.or(this.run::deadline)
			.filter((day) -> !day.isBefore(this.run.date()))
			.map((day) -> text("due", day))
			.orElseGet(() -> text("due.now"));
	}

	private void kinds() {
		if (this.findings.total() == 0) {
			return;
		}
		this.page.heading(text("heading.kinds"));
		this.page.wideHeader(text("column.title"), text("column.severity"), text("column.count"), text("column.open"),
				text("column.oldest"), text("column.action"));
		this.findings.kinds().stream().sorted(MOST_FIRST).forEach((entry) -> kind(entry.getKey(), entry.getValue()));
	}

	private void kind(Tally.Kind kind, Tally.Counts counts) {
		this.page.tableRow()
			.link(this.legend.title(kind.code()), this.book.places().kind(kind.code() + " " + kind.severity()))
			.severity(kind.severity())
			.number(counts.all())
			.number(counts.toDo())
			.number(counts.oldest())
			.rest(this.legend.action(kind.code()));
	}

	/** The sheets with what they hold, each a way there. */
	private void sheets() {
		this.page.heading(text("heading.sheets"));
		this.page.header(text("column.sheet"), text("column.rows"));
		for (SheetPlaces.Sheet sheet : this.book.places().sheets()) {
			this.page.tableRow()
				.link(sheet.name(), Optional.of(SheetPlaces.Place.head(sheet.name())))
				.number(sheet.rows());
		}
	}

	/**
	 * The sources with their row counts, and how many students of each are the reader's.
	 */
	private void inputs(Optional<Map<String, Long>> students) {
		if (students.isPresent()) {
			ownRows(students.get());
			return;
		}
		this.page.heading(text("heading.rows"));
		this.page.header(text("column.role"), text("column.files"), text("column.read"), text("column.rejected"),
				text("column.duplicates"));
		this.run.rows().forEach((role, counts) -> {
			long files = this.run.inputs().stream().filter((file) -> file.role().equals(role)).count();
			this.page.tableRow()
				.text(this.book.word("role", role))
				.number(files)
				.number(counts.read())
				.number(counts.rejected())
				.number(counts.duplicates());
		});
	}

	/** A college reads of its own students; what the school read would only confuse. */
	private void ownRows(Map<String, Long> students) {
		this.page.heading(text("heading.own-rows"));
		this.page.header(text("column.role"), text("column.students"));
		students.forEach((role, count) -> {
			if (!NOT_BY_COLLEGE.contains(role)) {
				this.page.tableRow().text(this.book.word("role", role)).number(count);
			}
		});
	}

	private void notices() {
		List<NoticeRow> notices = this.run.notices();
		if (notices.isEmpty()) {
			return;
		}
		this.page.heading(text("heading.notices"));
		notices.stream()
			.limit(NOTICES_SHOWN)
			.forEach((notice) -> this.page.paragraph(text("notice.line", this.book.word("role", notice.role()),
					notice.file(), notice.plain(this.book.messages()))));
		if (notices.size() > NOTICES_SHOWN) {
			this.page.paragraph(text("notice.more", notices.size() - NOTICES_SHOWN, text("sheet.files")));
		}
	}

	private void closing(String seal) {
		this.page.gap();
		this.page.fact(text("fact.seal"), seal);
		this.page.paragraph(text("seal.note"));
		this.page.end();
	}

	private String text(String key, Object... arguments) {
		return this.book.text(key, arguments);
	}

}
