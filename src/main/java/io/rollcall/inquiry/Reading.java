package io.rollcall.inquiry;

import io.rollcall.pipeline.FreezeStep;
import io.rollcall.pipeline.JudgeStep;
import io.rollcall.pipeline.LoadStep;
import io.rollcall.results.PastRuns;
import io.rollcall.results.ReportData;
import io.rollcall.results.ReportFigures;
import io.rollcall.results.RunSteps;
import io.rollcall.results.RunStory;
import io.rollcall.results.StatementSeconds;
import io.rollcall.run.Acceptance;
import io.rollcall.run.CodeTableFiles;
import io.rollcall.run.Drift;
import io.rollcall.run.FrozenInputs;
import io.rollcall.run.InstallationKey;
import io.rollcall.run.LoadProgress;
import io.rollcall.run.NewRuns;
import io.rollcall.run.PublishGate;
import io.rollcall.run.RunFileStore;
import io.rollcall.run.RunMetrics;
import io.rollcall.run.RunProgress;
import io.rollcall.run.RunStates;
import io.rollcall.run.RunStore;
import io.rollcall.run.ThisMachine;
import io.rollcall.staging.EarlierReadings;
import io.rollcall.staging.ReturnReader;
import io.rollcall.staging.ReviewIntake;
import io.rollcall.staging.StagedRuns;
import org.springframework.context.annotation.Import;

/**
 * What it takes to look runs and students up: no job, nothing that publishes. Nothing of
 * it may be called that needs a transaction of its own. No configuration by its
 * annotation, since the job looks for those here.
 */
@Import({ ThisMachine.class, PastRuns.class, RunStore.class, RunFileStore.class, ReportData.class, ReportFigures.class,
		RunMetrics.class, Drift.class, RunStory.class, RunSteps.class, RunStates.class, PublishGate.class,
		Explanations.class, ScratchRun.class, NewRuns.class, FreezeStep.class, FrozenInputs.class, CodeTableFiles.class,
		LoadStep.class, LoadProgress.class, JudgeStep.class, ReviewIntake.class, ReturnReader.class, Acceptance.class,
		EarlierReadings.class, StatementSeconds.class, InstallationKey.class, RunProgress.class, StagedRuns.class,
		StudentRecords.class, StudentFindings.class, RefusedRows.class, StudentCourse.class, NearRecords.class })
public class Reading {

}
