package io.rollcall.results;

import io.rollcall.run.Drift;
import io.rollcall.run.PublishGate;
import io.rollcall.run.RunFileStore;
import io.rollcall.run.RunMetrics;
import io.rollcall.run.RunStates;
import io.rollcall.run.RunStore;
import org.springframework.context.annotation.Import;

/**
 * What it takes to look runs up, for commands that do no more. No configuration by its
 * annotation, since the job looks for those here.
 */
@Import({ PastRuns.class, RunStory.class, RunSteps.class, ReportData.class, ReportFigures.class, StatementSeconds.class,
		RunStore.class, RunFileStore.class, RunMetrics.class, RunStates.class, PublishGate.class, Drift.class })
public class Reading {

}
