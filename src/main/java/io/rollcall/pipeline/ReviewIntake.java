package io.rollcall.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.rollcall.identity.Masking;
import io.rollcall.intake.FieldValues;
import io.rollcall.intake.FileContent;
import io.rollcall.intake.FileNotice;
import io.rollcall.intake.FileOutcome;
import io.rollcall.report.Seals;
import io.rollcall.review.CheckedValues;
import io.rollcall.review.Decision;
import io.rollcall.review.KnownFinding;
import io.rollcall.review.KnownRun;
import io.rollcall.review.Refusal;
import io.rollcall.review.ReturnedWorkbook;
import io.rollcall.review.ReviewReader;
import io.rollcall.review.ReviewSettings;
import io.rollcall.source.RefusedException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes in workbooks that came back. Every answered row becomes a decision or a refusal,
 * and both become findings; only a file that cannot be opened at all is refused as such.
 */
@Component
class ReviewIntake {

	private final JdbcClient jdbc;

	private final InstallationKey key;

	private final Path home;

	ReviewIntake(JdbcClient jdbc, InstallationKey key, @Value("${rollcall.home}") Path home) {
		this.jdbc = jdbc;
		this.key = key;
		this.home = home;
	}

	/**
	 * Reads a workbook in the caller's transaction.
	 * @return what became of the file
	 */
	FileOutcome read(RunContext context, RunFile file) {
		this.jdbc.sql("delete from review_row where run_id = ? and file_no = ?")
			.params(context.run().id(), file.number())
			.update();
		try {
			ReturnedWorkbook returned = reader(context).read(file.input().file());
			Optional<String> changed = changed(file);
			if (changed.isPresent()) {
				return refused(changed.get().equals("CHANGED") ? "FILE_CHANGED" : "FILE_UNREADABLE",
						context.messages().get("intake." + changed.get()));
			}
			long rows = enter(context, file, returned);
			List<FileNotice> notices = returned.notices()
				.stream()
				.map((notice) -> new FileNotice("REVIEW", notice))
				.toList();
			return new FileOutcome(Optional.empty(), rows, rows, 0, Set.of(), List.of(), notices);
		}
		catch (RefusedException ex) {
			return refused(ex.problem().reason().name(),
					context.messages().get("source." + ex.problem(), ex.arguments().toArray()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** What is wrong with a file that is no longer what was listed. */
	private static Optional<String> changed(RunFile file) {
		try {
			return FileContent.of(file.input().file()).sha256().equals(file.input().sha256()) ? Optional.empty()
					: Optional.of("CHANGED");
		}
		catch (NoSuchFileException ex) {
			return Optional.of("GONE");
		}
		catch (IOException ex) {
			return Optional.of("UNREADABLE");
		}
	}

	private static FileOutcome refused(String reason, String detail) {
		return new FileOutcome(Optional.of(new FileOutcome.Refusal(reason, detail)), 0, 0, 0, Set.of(), List.of(),
				List.of());
	}

	private ReviewReader reader(RunContext context) throws IOException {
		Run run = context.run();
		Path temporary = Files.createDirectories(this.home.resolve("temporary").resolve(run.campaign()));
		ReviewSettings settings = new ReviewSettings(run.campaign(), run.date(),
				(text) -> this.key.references().of("workbook", text), context.workbookPassword(), temporary);
		return new ReviewReader(settings, context.messages(), (campaign, date, number) -> find(run, date, number),
				(known, finding) -> find(run, known, finding), new CheckedValues(context.campaign().fields(),
						context.campaign().colleges(), run.date(), context.messages()));
	}

	private Optional<KnownRun> find(Run run, LocalDate date, int number) {
		Optional<String> newest = this.jdbc.sql("""
				select business_date || '-' || number from run
				 where campaign_id = ? and status = 'published' order by business_date desc, number desc limit 1
				""").param(run.campaignId()).query(String.class).optional();
		return this.jdbc.sql("""
				select 1 from run
				 where campaign_id = ? and business_date = ? and number = ? and status = 'published'
				""")
			.params(run.campaignId(), date, number)
			.query(Integer.class)
			.optional()
			.map((any) -> new KnownRun(run.campaign(), date, number,
					newest.filter((name) -> !name.equals(date + "-" + number))
						.map((name) -> run.campaign() + "/" + name)));
	}

	/** Whether the values are still those is judged later, with those of tonight. */
	private Optional<KnownFinding> find(Run run, KnownRun known, String finding) {
		return this.jdbc.sql("""
				select f.field, f.college from finding f join run r using (campaign_id, run_id)
				 where r.campaign_id = ? and r.business_date = ? and r.number = ? and f.finding_id = ?
				""")
			.params(run.campaignId(), known.date(), known.number(), finding)
			.query((row, index) -> new KnownFinding(finding, row.getString(1), row.getString(2), ""))
			.optional();
	}

	private long enter(RunContext context, RunFile file, ReturnedWorkbook returned) {
		long number = 0;
		for (Decision decision : returned.decisions()) {
			number++;
			enter(context, file, returned.run().orElseThrow(), decision, number);
		}
		for (Refusal refusal : returned.refusals()) {
			number++;
			this.jdbc.sql("""
					insert into review_row (campaign_id, run_id, file_no, record_no, sheet, row_no, refusal, finding_id)
					values (?, ?, ?, ?, ?, ?, ?, ?)
					""")
				.params(context.run().campaignId(), context.run().id(), file.number(), number, refusal.sheet(),
						row(refusal.cell()), refusal.reason(), refusal.findingId())
				.update();
		}
		return number;
	}

	private void enter(RunContext context, RunFile file, KnownRun made, Decision decision, long number) {
		this.jdbc.sql("""
				insert into review_row (campaign_id, run_id, file_no, record_no, sheet, row_no, finding_id, reader,
				                        made_date, made_number, answer, correction, evidence, route, answered_by,
				                        answered_on, remark)
				values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
				""")
			.params(context.run().campaignId(), context.run().id(), file.number(), number, decision.sheet(),
					decision.row(), decision.findingId(),
					decision.reviewer().registrar() ? Seals.REGISTRAR : decision.reviewer().college(), made.date(),
					made.number(), decision.answer().name(), canonical(context, made, decision), decision.evidence(),
					decision.route(), decision.by(), decision.on().orElse(null),
					Masking.maskAnyNumbers(decision.remark()))
			.update();
	}

	/** The corrected value as it is registered. */
	private String canonical(RunContext context, KnownRun made, Decision decision) {
		if (decision.correctedValue().isEmpty()) {
			return "";
		}
		String field = find(context.run(), made, decision.findingId()).map(KnownFinding::field).orElse("");
		return new FieldValues(context.campaign(), context.run().date())
			.canonical(field, decision.correctedValue(), false)
			.orElse(decision.correctedValue());
	}

	/** The row of a cell's address; 0 where a whole file is meant. */
	private static long row(String cell) {
		String digits = cell.replaceAll(".*!?[A-Z]+(\\d+)$", "$1");
		return digits.matches("\\d{1,9}") ? Long.parseLong(digits) : 0;
	}

}
