package io.rollcall.pipeline;

import java.sql.Connection;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import io.rollcall.campaign.SourceRole;
import io.rollcall.intake.DeliveredCodes;
import io.rollcall.intake.FileIntake;
import io.rollcall.intake.FileOutcome;
import io.rollcall.run.CodeTableFiles;
import io.rollcall.run.HandedPart;
import io.rollcall.run.InstallationKey;
import io.rollcall.run.LoadProgress;
import io.rollcall.run.RunContext;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunFile;
import io.rollcall.run.RunFileStore;
import io.rollcall.run.RunStore;
import io.rollcall.staging.EarlierReadings;
import io.rollcall.staging.ReviewIntake;
import io.rollcall.staging.StagingWriter;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;

/**
 * Loads one file, which is the unit of restart: everything it yields is one transaction.
 * A file whose staged rows are all still there is not read again; after a crash of the
 * server the unlogged staging tables are empty, and it is.
 */
@Component
public class LoadStep extends RunTasklet {

	/** The file's number in the execution context of a partition. */
	static final String FILE = "file";

	private final RunFileStore files;

	private final DataSource dataSource;

	private final InstallationKey key;

	private final LoadProgress progress;

	private final CodeTableFiles codeTables;

	private final ReviewIntake reviews;

	private final EarlierReadings earlier;

	LoadStep(RunStore runs, RunFileStore files, DataSource dataSource, InstallationKey key, LoadProgress progress,
			CodeTableFiles codeTables, ReviewIntake reviews, EarlierReadings earlier) {
		super(runs);
		this.reviews = reviews;
		this.earlier = earlier;
		this.files = files;
		this.dataSource = dataSource;
		this.key = key;
		this.progress = progress;
		this.codeTables = codeTables;
	}

	@Override
	void execute(RunContext context, StepExecution step, StepContribution contribution) throws Exception {
		int number = step.getExecutionContext().getInt(FILE);
		HandedPart handed = this.progress.handed();
		handed.hold();
		this.files.lock(context.run(), number);
		List<RunFile> all = this.files.all(context.run(), context.campaign());
		RunFile file = all.get(number - 1);
		if (file.status() == RunFile.Status.LISTED
				|| file.status() == RunFile.Status.LOADED && !this.files.isStaged(context.run(), file)) {
			if (handed.isForeign() && !file.input().seemsUnchanged()) {
				// Who froze the list has to say whether the file has changed.
				throw new RunFailure("UNSEEN", file.input().role().word(), number);
			}
			contribution.incrementWriteCount(load(context, file, this.codeTables.of(context, all)));
		}
		this.progress.fileDone(file);
	}

	/** Loads one file anew. */
	public long load(RunContext context, RunFile file, DeliveredCodes codes) {
		this.files.unstage(context.run(), file);
		if (file.input().role() == SourceRole.REVIEWS) {
			FileOutcome outcome = this.reviews.read(context, file);
			this.files.settle(context.run(), file, outcome, 0);
			return outcome.rowsLoaded();
		}
		LoadProgress.Reading reading = this.progress.begin(file);
		String reference = this.earlier.reference(context, file, codes);
		Optional<Long> taken = this.earlier.take(context.run(), file, reference);
		if (taken.isPresent()) {
			reading.rows(taken.get());
			return taken.get();
		}
		FileOutcome outcome = read(context, file, codes, reading);
		this.earlier.note(context.run(), file, reference, outcome);
		return outcome.rowsLoaded();
	}

	private FileOutcome read(RunContext context, RunFile file, DeliveredCodes codes, LoadProgress.Reading reading) {
		Connection connection = DataSourceUtils.getConnection(this.dataSource);
		try (StagingWriter writer = new StagingWriter(connection, context.run(), file, this.key.studentKeys(),
				reading::row, reading::again)) {
			FileOutcome outcome = new FileIntake(file.input(), context.intakeSettings(), this.progress::checkStop)
				.read(codes.forFile(file.input()), writer);
			writer.finish(outcome.marks());
			this.files.settle(context.run(), file, outcome, writer.markCount());
			return outcome;
		}
		finally {
			DataSourceUtils.releaseConnection(connection, this.dataSource);
		}
	}

}
