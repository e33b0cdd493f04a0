package io.rollcall.desk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.rollcall.campaign.Field;
import io.rollcall.cases.ShownValues;
import io.rollcall.catalogue.Catalogue;
import io.rollcall.check.FileReport;
import io.rollcall.desk.KnownCaseList.Known;
import io.rollcall.desk.Previews.Look;
import io.rollcall.intake.FileOutcome;
import io.rollcall.review.Decision;
import io.rollcall.review.RefusedAnswer;
import io.rollcall.review.ReturnedWorkbook;
import io.rollcall.text.Messages;

/** Tells what was understood of a file in words for a page. */
final class ReportWords {

	private static final String REFUSED = "REVIEW_REFUSED";

	private final Delivery delivery;

	private final Messages messages;

	ReportWords(Delivery delivery) {
		this.delivery = delivery;
		this.messages = delivery.messages();
	}

	Look look(FileReport report, String fileName) {
		FileOutcome outcome = report.outcome();
		List<String> notices = new ArrayList<>(
				report.codeTables().stream().map((table) -> table.name() + "：" + table.why()).toList());
		outcome.notices().forEach((notice) -> notices.add(notice.text()));
		Map<String, Long> codes = new HashMap<>(report.counts());
		outcome.marks().forEach((mark) -> codes.merge(mark.code(), mark.count(), Long::sum));
		List<Preview.Line> lines = new ArrayList<>(report.lines().stream().map(this::line).toList());
		outcome.marks()
			.forEach((mark) -> lines.add(new Preview.Line("", 0, label(mark.field()), mark.code(), title(mark.code()),
					mark.detail(), false)));
		Preview preview = new Preview(fileName, outcome.refusal().map(FileOutcome.Refusal::detail).orElse(""), notices,
				report.tables().stream().map(this::table).toList(), lines,
				report.claims().stream().map(this::change).toList(), report.claimed());
		return new Look(new Upload.Receipt(outcome.refusal().map(FileOutcome.Refusal::reason).orElse(""),
				outcome.rowsRead(), outcome.rowsLoaded(), outcome.rowsRejected(), codes), preview);
	}

	private Preview.Table table(FileReport.Table table) {
		return new Preview.Table(table.sheet(), table.headerRow(),
				table.columns()
					.stream()
					.map((column) -> new Preview.Column(column.index() + 1, column.header(),
							column.field()
								.map((field) -> label(field.name()))
								.orElseGet(() -> this.messages.get("cli.check.use." + column.use())),
							column.field().isPresent(), String.join(" | ", column.samples())))
					.toList());
	}

	private Preview.Line line(FileReport.Line line) {
		String told = line.suggestion().isEmpty() ? line.detail()
				: String.join(this.messages.get("uploads.then"), line.detail(), line.suggestion());
		return new Preview.Line(line.sheet(), line.row(), label(line.field()), line.code(), title(line.code()), told,
				line.refused());
	}

	private Preview.Change change(FileReport.Claimed claim) {
		return new Preview.Change(claim.sheet(), claim.row(), "",
				claim.field().isEmpty() ? claim.word() : label(claim.field()), "", claim.value(), "");
	}

	Look look(ReturnedWorkbook returned, Map<String, Known> cases, String fileName) {
		List<RefusedAnswer> refusals = returned.refusals();
		String refusal = returned.accepted() ? ""
				: refusals.stream()
					.map(RefusedAnswer::reason)
					.findFirst()
					.orElseGet(() -> this.messages.get("source.UNREADABLE"));
		List<Preview.Line> lines = returned.accepted() ? refusals.stream().limit(Previews.TOLD).map(this::line).toList()
				: List.of();
		List<Preview.Change> changes = returned.decisions()
			.stream()
			.limit(Previews.TOLD)
			.map((decision) -> change(decision, cases.get(decision.caseId())))
			.toList();
		long refused = returned.accepted() ? refusals.size() : 0;
		long taken = returned.decisions().size();
		Upload.Receipt receipt = new Upload.Receipt(returned.accepted() ? "" : REFUSED, taken + refused, taken, refused,
				(refused == 0) ? Map.of() : Map.of(REFUSED, refused));
		return new Look(receipt, new Preview(fileName, refusal, returned.notices(), List.of(), lines, changes, taken));
	}

	private Preview.Line line(RefusedAnswer refusal) {
		String row = refusal.cell().replaceAll(".*[A-Z](\\d{1,9})$", "$1");
		return new Preview.Line(refusal.sheet(), row.matches("\\d{1,9}") ? Long.parseLong(row) : 0,
				refusal.cell().substring(refusal.cell().lastIndexOf('!') + 1), REFUSED, title(REFUSED),
				refusal.reason(), true);
	}

	private Preview.Change change(Decision decision, Known known) {
		String field = decision.field();
		String value = new ShownValues(this.delivery.job().fields(), false).of(field, decision.correctedValue());
		String matter = field.isEmpty() ? ((known != null) ? title(known.code()) : "") : label(field);
		return new Preview.Change(decision.sheet(), decision.row(), (known != null) ? known.student() : "", matter,
				this.messages.get("judge.answer." + decision.answer().name()), value,
				(known != null) ? this.messages.get("report.state." + known.state()) : "");
	}

	private String label(String field) {
		return this.delivery.job()
			.fields(this.delivery.role())
			.find(field)
			.or(() -> this.delivery.job().fields().find(field))
			.map((Field found) -> found.label(this.messages.locale().getLanguage()))
			.orElse(field);
	}

	private String title(String code) {
		return code.startsWith("ROW_MALFORMED") || code.startsWith("ROW_NO_KEY")
				? this.messages.get("cli.check." + code) : Catalogue.shipped().get(code).title(this.messages.locale());
	}

}
