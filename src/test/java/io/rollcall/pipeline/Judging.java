package io.rollcall.pipeline;

import java.util.List;

import io.rollcall.intake.DeliveredCodes;
import io.rollcall.run.CodeTableFiles;
import io.rollcall.run.NewRuns;
import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import io.rollcall.run.RunFile;
import io.rollcall.run.RunFileStore;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunProgress;
import io.rollcall.run.RunRequest;
import io.rollcall.staging.StagedRuns;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Judges a folder of inputs without Batch and without reports: what a rule case needs.
 */
final class Judging {

	private Judging() {
	}

	static Run run(BeanFactory beans, RunRequest request) {
		RunProgress progress = beans.getBean(RunProgress.class);
		progress.begin(RunListener.NONE);
		try {
			return new TransactionTemplate(beans.getBean(PlatformTransactionManager.class))
				.execute((status) -> judge(beans, request));
		}
		finally {
			progress.end();
		}
	}

	private static Run judge(BeanFactory beans, RunRequest request) {
		RunContext context = RunContext.of(beans.getBean(NewRuns.class).create(request, Run.Status.RUNNING, ""));
		beans.getBean(StagedRuns.class).open(context.run());
		beans.getBean(FreezeStep.class).freeze(context);
		List<RunFile> files = beans.getBean(RunFileStore.class).all(context.run(), context.campaign());
		DeliveredCodes codes = beans.getBean(CodeTableFiles.class).of(context, files);
		files.stream()
			.filter((file) -> file.status() == RunFile.Status.LISTED)
			.forEach((file) -> beans.getBean(LoadStep.class).load(context, file, codes));
		beans.getBean(JudgeStep.class).judge(context);
		return context.run();
	}

}
