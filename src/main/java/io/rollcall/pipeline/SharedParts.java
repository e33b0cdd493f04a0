package io.rollcall.pipeline;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.rollcall.run.LoadProgress;
import io.rollcall.run.RunContext;
import io.rollcall.run.RunFile;
import io.rollcall.run.RunFileStore;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunProgress;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * The parts of a step as they are handed out: files weigh what they hold, and how they
 * get on is told as if own threads did them.
 */
@Component
class SharedParts {

	private final RunFileStore files;

	private final LoadProgress loading;

	private final RunProgress progress;

	private final Step load;

	private final Step report;

	SharedParts(RunFileStore files, LoadProgress loading, RunProgress progress, @Qualifier(PartSteps.LOAD) Step load,
			@Qualifier(PartSteps.REPORT) Step report) {
		this.files = files;
		this.loading = loading;
		this.progress = progress;
		this.load = load;
		this.report = report;
	}

	Parts.Share files(RunContext context, Set<StepExecution> parts) {
		Map<Integer, Long> bytes = this.files.all(context.run(), context.campaign())
			.stream()
			.collect(Collectors.toMap(RunFile::number, (file) -> file.input().size()));
		return new Parts.Share(context, this.load, parts,
				(part) -> bytes.get(part.getExecutionContext().getInt(LoadStep.FILE)), told(RunListener.Step.LOAD,
						(rows, ended, rowsOfEnded, weight) -> this.loading.elsewhere(rows, rowsOfEnded, weight)));
	}

	Parts.Share reports(RunContext context, Set<StepExecution> parts) {
		return new Parts.Share(context, this.report, parts, (part) -> 1, told(RunListener.Step.REPORT,
				(rows, ended, rowsOfEnded, weight) -> this.progress.reported(ended, parts.size())));
	}

	private Parts.Told told(RunListener.Step step, Counting counting) {
		return new Parts.Told() {

			@Override
			public void at(long rows, int ended, long rowsOfEnded, long weightOfEnded) {
				counting.at(rows, ended, rowsOfEnded, weightOfEnded);
			}

			@Override
			public void waiting(boolean waiting) {
				SharedParts.this.progress.listener().waiting(step, waiting);
			}

		};
	}

	/** Hears how far parts are. */
	@FunctionalInterface
	private interface Counting {

		void at(long rows, int ended, long rowsOfEnded, long weightOfEnded);

	}

}
