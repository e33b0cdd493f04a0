package io.rollcall.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

import io.rollcall.report.ManifestJson;
import io.rollcall.report.OutputRow;
import io.rollcall.report.Outputs;
import io.rollcall.report.RunFacts;
import io.rollcall.report.SummaryJson;
import io.rollcall.report.Tally;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/**
 * Moves the reports into place: one rename of a folder, one rename of a link. Whatever
 * interrupts it, either the run is published whole or the previous one still is.
 */
@Component
class PublishStep extends RunTasklet {

	private static final String MANIFEST = "manifest.json";

	private final ReportData data;

	private final RunStore runs;

	private final ReportFigures figures;

	private final Provenances provenances;

	private final CorrectionArchive corrections;

	private final RunProgress progress;

	PublishStep(RunStore runs, ReportData data, ReportFigures figures, Provenances provenances,
			CorrectionArchive corrections, RunProgress progress) {
		super(runs);
		this.runs = runs;
		this.data = data;
		this.figures = figures;
		this.provenances = provenances;
		this.corrections = corrections;
		this.progress = progress;
	}

	@Override
	boolean writesReports() {
		return true;
	}

	@Override
	void execute(RunContext context, StepExecution step, StepContribution contribution) throws IOException {
		this.progress.listener().stepStarted(RunListener.Step.PUBLISH);
		this.progress.checkStop();
		Run run = context.run();
		if (Files.exists(run.workFolder())) {
			writeCounts(context);
			this.progress.checkStop();
			this.runs.publishing(run);
			this.progress.guard().check();
			Files.move(run.workFolder(), run.folder(), StandardCopyOption.ATOMIC_MOVE);
		}
		finish(run);
		this.progress.listener().stepEnded(RunListener.Step.PUBLISH, 1);
	}

	/**
	 * Marks the run as published, renews the link to the newest one and keeps its
	 * corrections.
	 */
	void finish(Run run) throws IOException {
		this.runs.status(run, Run.Status.PUBLISHED);
		Run newest = this.runs.latestPublished(run.campaign(), run.output()).orElse(run);
		Path link = run.campaignFolder().resolve("latest");
		Path aside = run.campaignFolder().resolve(".latest.part");
		Files.deleteIfExists(aside);
		Files.createSymbolicLink(aside, Path.of(newest.name()));
		Files.move(aside, link, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
		this.corrections.keep(run);
	}

	private void writeCounts(RunContext context) throws IOException {
		Path folder = context.run().workFolder();
		RunFacts facts = this.data.facts(context, Run.Status.PUBLISHED.column(),
				Optional.of(OffsetDateTime.now(ReportData.ZONE)));
		SummaryJson.write(folder.resolve("summary.json"), facts, Tally.of(this.data.findings(context.run())),
				this.figures.selfChecks(context), this.figures.blocks(context.run()), this.figures.rates(context.run()),
				this.figures.standings(context.run()));
		Files.deleteIfExists(folder.resolve(MANIFEST));
		List<OutputRow> outputs = new ArrayList<>();
		try (Stream<Path> walk = Files.walk(folder)) {
			for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
				outputs.add(Outputs.measure(folder, file, OptionalLong.empty()));
			}
		}
		ManifestJson.write(folder.resolve(MANIFEST), facts, this.provenances.of(context), outputs);
	}

	/** Renews the manifest's line of a workbook that was written anew. */
	static void renew(Run run, Path file) throws IOException {
		ManifestJson.renew(run.folder().resolve(MANIFEST), Outputs.measure(run.folder(), file, OptionalLong.empty()));
	}

}
