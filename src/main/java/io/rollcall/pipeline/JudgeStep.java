package io.rollcall.pipeline;

import java.util.List;

import javax.sql.DataSource;

import io.rollcall.campaign.SourceRole;
import io.rollcall.cases.PlatformFile;
import io.rollcall.intake.FileNotice;
import io.rollcall.intake.StudentKeys;
import io.rollcall.reconcile.JudgeContext;
import io.rollcall.reconcile.Judgement;
import io.rollcall.report.Corrections;
import io.rollcall.results.StatementSeconds;
import io.rollcall.run.InstallationKey;
import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunFile;
import io.rollcall.run.RunFileStore;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunProgress;
import io.rollcall.run.RunStore;
import io.rollcall.staging.StagedRuns;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/**
 * Turns what was staged into findings, in one transaction. Before that, the balance of
 * rows is checked: nothing may be lost.
 */
@Component
public class JudgeStep extends RunTasklet {

	private static final PlatformFile PLATFORM_FILE = new PlatformFile() {

		@Override
		public List<String> fields() {
			return Corrections.fields();
		}

		@Override
		public boolean fits(String field, String value) {
			return Corrections.fits(field, value);
		}

	};

	private final DataSource dataSource;

	private final RunFileStore files;

	private final InstallationKey key;

	private final RunProgress progress;

	private final StatementSeconds times;

	private final StagedRuns staged;

	JudgeStep(RunStore runs, DataSource dataSource, RunFileStore files, InstallationKey key, RunProgress progress,
			StatementSeconds times, StagedRuns staged) {
		super(runs);
		this.dataSource = dataSource;
		this.files = files;
		this.key = key;
		this.progress = progress;
		this.times = times;
		this.staged = staged;
	}

	@Override
	void execute(RunContext context, StepExecution step, StepContribution contribution) {
		if (this.staged.isJudged(context.run())) {
			return;
		}
		this.progress.listener().stepStarted(RunListener.Step.JUDGE);
		int parts = judge(context);
		this.progress.listener().stepEnded(RunListener.Step.JUDGE, parts);
	}

	/** Judges a run in the caller's transaction; returns in how many parts. */
	public int judge(RunContext context) {
		List<RunFile> all = this.files.all(context.run(), context.campaign());
		checkStaged(context.run(), all);
		checkUsable(all);
		StudentKeys keys = this.key.studentKeys();
		Judgement judgement = new Judgement(this.dataSource,
				new JudgeContext(context.run().id(), context.run().campaignId(), context.run().date(),
						context.campaign(), context.messages(), context.run().unmasked(), keys::clue, keys::spare),
				PLATFORM_FILE);
		int[] parts = new int[1];
		judgement.judge((done, total) -> {
			this.progress.checkStop();
			this.progress.listener().progress(RunListener.Step.JUDGE, done, total);
			parts[0] = done;
		});
		adviseNewest(context, judgement, all);
		this.times.keep(context.run(), judgement.times());
		checkBalance(this.files.all(context.run(), context.campaign()));
		return parts[0];
	}

	private void checkStaged(Run run, List<RunFile> all) {
		for (RunFile file : all) {
			if (file.status() == RunFile.Status.LOADED && !this.files.isStaged(run, file)) {
				throw new RunFailure("UNBALANCED", file.input().role().word(), file.number());
			}
		}
	}

	private static void checkBalance(List<RunFile> all) {
		for (RunFile file : all) {
			if (file.read() != file.loaded() + file.duplicates() + file.rejected()) {
				throw new RunFailure("UNBALANCED", file.input().role().word(), file.number());
			}
		}
	}

	private static void checkUsable(List<RunFile> all) {
		boolean usable = all.stream().anyMatch((file) -> file.input().role().isCompared() && file.loaded() > 0);
		if (!usable) {
			throw new RunFailure("NO_USABLE_SOURCE");
		}
	}

	private void adviseNewest(RunContext context, Judgement judgement, List<RunFile> all) {
		judgement.sameStudents((row) -> {
			RunFile first = all.get(row.getInt("first_file") - 1);
			RunFile second = all.get(row.getInt("second_file") - 1);
			String text = context.messages().get("intake.SAME_STUDENTS", first.input().path(), row.getLong("students"));
			this.files.notice(context.run(), second, RunFileStore.ADVICE_NUMBER + first.number(),
					new FileNotice("SAME_STUDENTS", text));
		});
	}

}
