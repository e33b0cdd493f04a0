package io.rollcall.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.SourceRole;
import io.rollcall.catalogue.Catalogue;
import io.rollcall.check.FileCheck;
import io.rollcall.check.FileReport;
import io.rollcall.intake.Column;
import io.rollcall.intake.FileOutcome;
import io.rollcall.intake.InputPaths;
import io.rollcall.intake.IntakeSettings;
import io.rollcall.setup.HeaderProposals;
import io.rollcall.text.Messages;

/** Prints what a check understood of files. */
final class FileReportPrinter {

	/** As many refused or flagged rows are printed of each kind; the rest is counted. */
	private static final int SHOWN = 20;

	private final IntakeSettings settings;

	private final Messages messages;

	private final SourceRole role;

	private final PrintWriter out;

	FileReportPrinter(IntakeSettings settings, SourceRole role, PrintWriter out) {
		this.settings = settings;
		this.messages = settings.messages();
		this.role = role;
		this.out = out;
	}

	/**
	 * Checks a file and prints what came of it.
	 * @return whether the file or one of its rows would be refused
	 */
	boolean check(Path file) {
		this.out.println(this.messages.get("cli.check.file", file.resolveSibling(InputPaths.shown(file))));
		FileReport report;
		List<HeaderProposals.Proposal> proposals;
		try (ReadingLine reading = new ReadingLine(this.out, this.messages)) {
			reading.accept(InputPaths.shown(file));
			report = new FileCheck(this.settings, this.role, SHOWN, () -> {
			}).check(file, FileCheck.tablesIn(file.toAbsolutePath().getParent()));
			proposals = proposals(file, report);
		}
		report.codeTables()
			.forEach((table) -> this.out.println(this.messages.get("cli.check.codeTable", table.name(), table.why())));
		report.tables().forEach(this::print);
		proposals.forEach((proposal) -> this.out
			.println(this.messages.get(proposal.sure() ? "cli.check.proposal" : "cli.check.perhaps", proposal.header(),
					label(proposal.field().name()), this.role.word(), proposal.line())));
		if (report.tables()
			.stream()
			.flatMap((table) -> table.columns().stream())
			.anyMatch(FileReport.ColumnView::isHidden)) {
			this.out.println(this.messages.get("cli.check.notice", this.messages.get("setup.told.hidden")));
		}
		report.outcome()
			.notices()
			.forEach((notice) -> this.out.println(this.messages.get("cli.check.notice", notice.text())));
		report.outcome()
			.refusal()
			.ifPresentOrElse(
					(refusal) -> this.out
						.println(this.messages.get("cli.check.refused", refusal.reason(), refusal.detail())),
					() -> printRows(report));
		return report.isAnythingRefused();
	}

	private void print(FileReport.Table table) {
		this.out.println((table.headerRow() == 0) ? this.messages.get("cli.check.sheet", table.sheet())
				: this.messages.get("cli.check.list", table.sheet(), table.headerRow()));
		for (FileReport.ColumnView column : table.columns()) {
			String meaning = column.field()
				.map((field) -> field.name() + " " + label(field.name()))
				.orElse(this.messages.get("cli.check.use." + column.use()));
			this.out.println(this.messages.get("cli.check.column", column.index() + 1, column.header(), meaning,
					String.join(" | ", column.samples())));
		}
	}

	/**
	 * A header that nobody knows may well be one that a line of the job file explains.
	 */
	private List<HeaderProposals.Proposal> proposals(Path file, FileReport report) {
		boolean open = report.tables().isEmpty() || report.tables()
			.stream()
			.flatMap((table) -> table.columns().stream())
			.anyMatch((column) -> column.use() == Column.Use.UNKNOWN || column.use() == Column.Use.CONTESTED);
		return open ? HeaderProposals.of(file, this.settings.campaign(), this.role) : List.of();
	}

	private void printRows(FileReport report) {
		FileOutcome outcome = report.outcome();
		report.lines()
			.forEach((line) -> this.out.println(this.messages.get("cli.check.line", line.sheet(), line.row(),
					line.code(), label(line.field()), line.detail())));
		outcome.marks()
			.forEach((mark) -> this.out
				.println(this.messages.get("cli.check.fileMark", mark.code(), label(mark.field()), mark.detail())));
		report.counts().forEach((code, count) -> {
			this.out.println(this.messages.get("cli.check.count", code, title(code), count));
			if (count > SHOWN) {
				this.out.println(this.messages.get("cli.check.more", count - SHOWN, code));
			}
		});
		this.out.println(
				this.messages.get("cli.check.rows", outcome.rowsRead(), outcome.rowsLoaded(), outcome.rowsRejected()));
	}

	private String label(String field) {
		return this.settings.campaign()
			.fields(this.role)
			.find(field)
			.or(() -> this.settings.campaign().fields().find(field))
			.map((Field found) -> found.label(this.messages.locale().getLanguage()))
			.orElse(field);
	}

	private String title(String code) {
		return code.startsWith("ROW_") ? this.messages.get("cli.check." + code)
				: Catalogue.shipped().get(code).title(this.messages.locale());
	}

}
