package io.rollcall.pipeline;

import org.springframework.context.annotation.Import;

/**
 * What it takes to look runs and students up: no job, nothing that publishes. Nothing of
 * it may be called that needs a transaction of its own. No configuration by its
 * annotation, since the job looks for those here.
 */
@Import({ PastRuns.class, RunStore.class, RunFileStore.class, ReportData.class, ReportFigures.class, RunMetrics.class,
		Drift.class, RunStory.class, RunSteps.class, RunStates.class, PublishGate.class, Explanations.class,
		ScratchRun.class, NewRuns.class, FreezeStep.class, FrozenInputs.class, CodeTableFiles.class, LoadStep.class,
		LoadProgress.class, JudgeStep.class, ReviewIntake.class, ReturnReader.class, Acceptance.class,
		EarlierReadings.class, StatementSeconds.class, InstallationKey.class, RunProgress.class, StagedRuns.class,
		StudentRecords.class, StudentFindings.class, RefusedRows.class, StudentCourse.class, NearRecords.class })
public class Reading {

}
