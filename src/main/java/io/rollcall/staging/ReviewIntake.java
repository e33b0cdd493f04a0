package io.rollcall.staging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.rollcall.campaign.College;
import io.rollcall.identity.Masking;
import io.rollcall.intake.FileContent;
import io.rollcall.intake.FileNotice;
import io.rollcall.intake.FileOutcome;
import io.rollcall.intake.StatedValues;
import io.rollcall.review.Decision;
import io.rollcall.review.KnownRun;
import io.rollcall.review.RefusedAnswer;
import io.rollcall.review.ReturnedWorkbook;
import io.rollcall.review.Reviewer;
import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import io.rollcall.run.RunFile;
import io.rollcall.run.WorkbookPasswords;
import io.rollcall.sheet.Seals;
import io.rollcall.source.RefusedException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes in workbooks that came back. Every answered row becomes a decision or a refusal,
 * and both become findings; only a file that cannot be opened at all is refused as such.
 */
@Component
public class ReviewIntake {

	private static final String DECISIONS = """
			insert into review_row (campaign_id, run_id, file_no, record_no, sheet, row_no, case_id, reader,
			                        made_date, made_number, answer, correction, evidence, route, answered_by,
			                        answered_on, remark)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
			""";

	private static final String REFUSALS = """
			insert into review_row (campaign_id, run_id, file_no, record_no, sheet, row_no, refusal, case_id, reader,
			                        made_date, made_number)
			values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
			""";

	private final JdbcClient jdbc;

	private final JdbcTemplate batches;

	private final ReturnReader reader;

	private final WorkbookPasswords passwords;

	ReviewIntake(JdbcClient jdbc, JdbcTemplate batches, ReturnReader reader, WorkbookPasswords passwords) {
		this.passwords = passwords;
		this.jdbc = jdbc;
		this.batches = batches;
		this.reader = reader;
	}

	/**
	 * Reads a workbook in the caller's transaction.
	 * @return what became of the file
	 */
	public FileOutcome read(RunContext context, RunFile file) {
		this.jdbc.sql("delete from review_row where run_id = ? and file_no = ?")
			.params(context.run().id(), file.number())
			.update();
		long accepted = accepted(context.run(), file);
		if (accepted > 0) {
			return new FileOutcome(Optional.empty(), accepted, accepted, 0, Set.of(), List.of(), List.of(),
					Optional.empty());
		}
		try {
			ReturnedWorkbook returned = this.reader.read(reading(context), file.input().file(), Reviewer.REGISTRAR);
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
			return new FileOutcome(Optional.empty(), rows, rows, 0, Set.of(), List.of(), notices, Optional.empty());
		}
		catch (RefusedException ex) {
			return refused(ex.problem().reason().name(),
					context.messages().get("source." + ex.problem(), ex.arguments().toArray()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private ReturnReader.Reading reading(RunContext context) {
		return new ReturnReader.Reading(context.campaign(), context.run().campaignId(), context.run().date(),
				this.passwords.of(context), context.messages());
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
		return FileOutcome.refused(reason, detail, List.of());
	}

	private long enter(RunContext context, RunFile file, ReturnedWorkbook returned) {
		StatedValues values = new StatedValues(context.campaign(), context.run().date());
		List<Object[]> rows = new ArrayList<>();
		for (Decision decision : returned.decisions()) {
			rows.add(row(context, file, rows.size() + 1L, returned.run().orElseThrow(), decision, values));
		}
		this.batches.batchUpdate(DECISIONS, rows);
		String reader = returned.reviewer().map(Reviewer::word).orElseGet(() -> sender(context, file));
		List<Object[]> refused = new ArrayList<>();
		for (RefusedAnswer refusal : returned.refusals()) {
			refused.add(new Object[] { context.run().campaignId(), context.run().id(), file.number(),
					rows.size() + refused.size() + 1L, refusal.sheet(), row(refusal.cell()), refusal.reason(),
					refusal.caseId(), reader, returned.run().map(KnownRun::date).orElse(null),
					returned.run().map(KnownRun::number).orElse(null) });
		}
		this.batches.batchUpdate(REFUSALS, refused);
		return rows.size() + (long) refused.size();
	}

	private static Object[] row(RunContext context, RunFile file, long number, KnownRun made, Decision decision,
			StatedValues values) {
		return new Object[] { context.run().campaignId(), context.run().id(), file.number(), number, decision.sheet(),
				decision.row(), decision.caseId(), decision.reviewer().word(), made.date(), made.number(),
				decision.answer().name(), canonical(values, decision), Masking.maskAnyNumbers(decision.evidence()),
				decision.route(), decision.by(), decision.on().orElse(null),
				Masking.maskAnyNumbers(decision.remark()) };
	}

	/** The corrected value as it is registered. */
	private static String canonical(StatedValues values, Decision decision) {
		if (decision.correctedValue().isEmpty()) {
			return "";
		}
		return values.canonical(decision.field(), decision.correctedValue(), false).orElse(decision.correctedValue());
	}

	/**
	 * Takes over what an earlier run understood of a workbook that the version before
	 * cases had written: it was accepted, and nobody has to answer once more.
	 * @return how many rows it has; 0 for every other workbook
	 */
	private long accepted(Run run, RunFile file) {
		return this.jdbc
			.sql("""
					insert into review_row
					select campaign_id, :run, :file, record_no, sheet, row_no, refusal, finding_id, reader, made_date, made_number, answer,
					       correction, evidence, route, answered_by, answered_on, remark, case_id
					  from review_row v
					 where (run_id, file_no) = (
					   select f.run_id, f.file_no from run_file f join review_row o using (run_id, file_no)
					    where f.campaign_id = :campaign and f.sha256 = :hash and o.finding_id <> '' and o.refusal = '' and f.run_id <> :run
					    order by f.run_id desc limit 1)
					""")
			.param("run", run.id())
			.param("file", file.number())
			.param("campaign", run.campaignId())
			.param("hash", file.input().sha256())
			.update();
	}

	/**
	 * Whose file it is, as far as its name or its folder's tells: one college's name in
	 * it.
	 */
	private static String sender(RunContext context, RunFile file) {
		List<String> named = context.campaign()
			.colleges()
			.all()
			.stream()
			.map(College::name)
			.filter((name) -> file.input().path().contains(name))
			.toList();
		if (named.size() == 1) {
			return named.get(0);
		}
		return file.input().path().contains("registrar") ? Seals.REGISTRAR : "";
	}

	/** The row of a cell's address; 0 where a whole file is meant. */
	private static long row(String cell) {
		String digits = cell.replaceAll(".*!?[A-Z]+(\\d+)$", "$1");
		return digits.matches("\\d{1,9}") ? Long.parseLong(digits) : 0;
	}

}
