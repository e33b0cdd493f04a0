package io.rollcall.inquiry;

import java.util.List;
import java.util.function.Function;

import io.rollcall.intake.DeliveredCodes;
import io.rollcall.pipeline.FreezeStep;
import io.rollcall.pipeline.JudgeStep;
import io.rollcall.pipeline.LoadStep;
import io.rollcall.run.CodeTableFiles;
import io.rollcall.run.NewRuns;
import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunFile;
import io.rollcall.run.RunFileStore;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunProgress;
import io.rollcall.staging.StagedRuns;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does a run of the past over again, from files of the same hash, in a transaction that
 * is rolled back: for looking at what was not kept, and for what would be if the rules
 * were others. Nothing is published and nothing stays.
 */
@Component
public class ScratchRun {

	private final NewRuns runs;

	private final RunFileStore files;

	private final StagedRuns staged;

	private final FreezeStep freeze;

	private final CodeTableFiles codeTables;

	private final LoadStep load;

	private final JudgeStep judge;

	private final RunProgress progress;

	private final TransactionTemplate transaction;

	ScratchRun(NewRuns runs, RunFileStore files, StagedRuns staged, FreezeStep freeze, CodeTableFiles codeTables,
			LoadStep load, JudgeStep judge, RunProgress progress, PlatformTransactionManager transactions) {
		this.runs = runs;
		this.files = files;
		this.staged = staged;
		this.freeze = freeze;
		this.codeTables = codeTables;
		this.load = load;
		this.judge = judge;
		this.progress = progress;
		this.transaction = new TransactionTemplate(transactions);
	}

	/**
	 * Does a run over again.
	 * @param run the run whose inputs are taken
	 * @param jobFile the name of the job file to go by
	 * @param jobText its text
	 * @param listener hears how it gets on
	 * @param look what to do before everything is rolled back
	 * @return what that gave
	 * @throws RunFailure when an input is gone or changed, or no source is usable
	 */
	<T> T repeat(Run run, String jobFile, String jobText, RunListener listener, Function<RunContext, T> look) {
		this.progress.begin(listener);
		try {
			return this.transaction.execute((status) -> {
				status.setRollbackOnly();
				this.staged.openScratch();
				RunContext context = RunContext.of(this.runs.scratch(run, jobFile, jobText));
				this.progress.current().worksOn(context.run());
				this.runs.works(context.run());
				listener.stepStarted(RunListener.Step.FREEZE);
				listener.stepEnded(RunListener.Step.FREEZE, this.freeze.freeze(context));
				load(context, listener);
				listener.stepStarted(RunListener.Step.JUDGE);
				listener.stepEnded(RunListener.Step.JUDGE, this.judge.judge(context));
				return look.apply(context);
			});
		}
		finally {
			this.progress.end();
		}
	}

	private void load(RunContext context, RunListener listener) {
		listener.stepStarted(RunListener.Step.LOAD);
		List<RunFile> all = this.files.all(context.run(), context.campaign());
		DeliveredCodes codes = this.codeTables.of(context, all);
		long rows = 0;
		for (RunFile file : all) {
			if (file.status() == RunFile.Status.LISTED) {
				rows += this.load.load(context, file, codes);
			}
		}
		listener.stepEnded(RunListener.Step.LOAD, rows);
	}

}
