package io.rollcall.pipeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

import io.rollcall.export.ManifestJson;
import io.rollcall.export.Outputs;
import io.rollcall.export.SummaryJson;
import io.rollcall.facts.OutputRow;
import io.rollcall.facts.RunCause;
import io.rollcall.facts.RunFacts;
import io.rollcall.files.LatestLink;
import io.rollcall.results.Provenances;
import io.rollcall.results.ReportData;
import io.rollcall.results.ReportFigures;
import io.rollcall.results.StatementSeconds;
import io.rollcall.run.PublishGate;
import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import io.rollcall.run.RunListener;
import io.rollcall.run.RunOrigin;
import io.rollcall.run.RunProgress;
import io.rollcall.run.RunStates;
import io.rollcall.run.RunStore;
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

	private static final String SUMMARY = "summary.json";

	private final ReportData data;

	private final RunStore runs;

	private final ReportFigures figures;

	private final Provenances provenances;

	private final CorrectionArchive corrections;

	private final RunProgress progress;

	private final RunStates states;

	private final PublishGate gate;

	private final StatementSeconds times;

	PublishStep(RunStore runs, RunStates states, ReportData data, ReportFigures figures, Provenances provenances,
			CorrectionArchive corrections, RunProgress progress, PublishGate gate, StatementSeconds times) {
		super(runs);
		this.runs = runs;
		this.states = states;
		this.gate = gate;
		this.times = times;
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
			boolean held = this.gate.judge(context);
			writeCounts(context, held ? Run.Status.HELD : Run.Status.PUBLISHED);
			this.progress.checkStop();
			this.states.publishing(run);
			this.progress.guard().check();
			Path target = held ? run.heldFolder() : run.publishedFolder();
			Files.createDirectories(target.getParent());
			Files.move(run.workFolder(), target, StandardCopyOption.ATOMIC_MOVE);
		}
		finish(run);
		this.progress.listener().stepEnded(RunListener.Step.PUBLISH, 1);
	}

	/**
	 * Notes where a run stands whose folder was moved; that of a published one renews the
	 * link to the newest run and is entered in the archive of corrections.
	 */
	void finish(Run run) throws IOException {
		if (!Files.exists(run.publishedFolder())) {
			stamp(run.heldFolder(), Run.Status.HELD);
			this.states.settle(run, Run.Status.HELD, "");
			return;
		}
		stamp(run.publishedFolder(), Run.Status.PUBLISHED);
		this.states.settle(run, Run.Status.PUBLISHED, "");
		Run newest = this.runs.latestPublished(run.campaign(), run.output()).orElse(run);
		new LatestLink(run.campaignFolder()).leadTo(newest.name());
		this.corrections.keep(run);
	}

	/** Publishes what was held, as it is. */
	void release(Run held) throws IOException {
		this.states.publishing(held);
		this.progress.guard().check();
		Files.move(held.heldFolder(), held.publishedFolder(), StandardCopyOption.ATOMIC_MOVE);
		finish(held);
	}

	/** Sets what was held aside for good. */
	void drop(Run held) throws IOException {
		stamp(held.heldFolder(), Run.Status.DROPPED);
		this.states.settle(held, Run.Status.DROPPED, "");
	}

	/**
	 * Writes into the files for machines where the run stands, unless it stands there.
	 */
	private static void stamp(Path folder, Run.Status status) throws IOException {
		Path summary = folder.resolve(SUMMARY);
		if (SummaryJson.status(summary, status.column())) {
			ManifestJson.status(folder.resolve(MANIFEST), status.column());
			ManifestJson.renew(folder.resolve(MANIFEST), Outputs.measure(folder, summary, OptionalLong.empty()));
		}
	}

	private void writeCounts(RunContext context, Run.Status status) throws IOException {
		Path folder = context.run().workFolder();
		RunFacts facts = this.data.facts(context, status.column(), Optional.of(OffsetDateTime.now(ReportData.ZONE)));
		SummaryJson.write(folder.resolve(SUMMARY), facts, cause(context.run()), this.data.tally(context.run()),
				this.figures.selfChecks(context), this.figures.blocks(context.run()), this.figures.rates(context.run()),
				this.figures.standings(context.run()));
		Files.deleteIfExists(folder.resolve(MANIFEST));
		ManifestJson.write(folder.resolve(MANIFEST), facts, this.provenances.of(context), outputs(folder),
				this.times.of(context.run()));
	}

	/** The files of a run, several of which are measured at once. */
	private static List<OutputRow> outputs(Path folder) throws IOException {
		try (Stream<Path> walk = Files.walk(folder)) {
			List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
			return files.parallelStream().map((file) -> measure(folder, file)).toList();
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	private static OutputRow measure(Path folder, Path file) {
		try {
			return Outputs.measure(folder, file, OptionalLong.empty());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private RunCause cause(Run run) {
		RunOrigin origin = run.origin();
		return new RunCause(origin.trigger().word(),
				origin.due().map((due) -> due.atZone(ReportData.ZONE).toOffsetDateTime()), origin.by(), run.reason(),
				this.gate.verdict(run));
	}

	/** Renews the manifest's line of a workbook that was written anew. */
	static void renew(Run run, Path file) throws IOException {
		ManifestJson.renew(run.folder().resolve(MANIFEST), Outputs.measure(run.folder(), file, OptionalLong.empty()));
	}

}
