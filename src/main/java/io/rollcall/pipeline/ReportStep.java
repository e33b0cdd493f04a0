package io.rollcall.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.rollcall.campaign.College;
import io.rollcall.cases.Routes;
import io.rollcall.export.CaseChangesCsv;
import io.rollcall.export.CollegeFiles;
import io.rollcall.export.FindingsCsv;
import io.rollcall.export.MailText;
import io.rollcall.export.RejectsCsv;
import io.rollcall.facts.CaseEventRow;
import io.rollcall.facts.CaseRow;
import io.rollcall.facts.CollegeFacts;
import io.rollcall.facts.Correction;
import io.rollcall.facts.FindingRow;
import io.rollcall.facts.RejectRow;
import io.rollcall.facts.RunFacts;
import io.rollcall.facts.SchoolFacts;
import io.rollcall.facts.Tally;
import io.rollcall.files.WholeFolders;
import io.rollcall.report.Corrections;
import io.rollcall.report.ReportRows;
import io.rollcall.report.Slice;
import io.rollcall.report.Workbooks;
import io.rollcall.results.CaseData;
import io.rollcall.results.CatalogueLegend;
import io.rollcall.results.CodeWords;
import io.rollcall.results.Provenances;
import io.rollcall.results.ReportData;
import io.rollcall.results.ReportFigures;
import io.rollcall.run.HandedPart;
import io.rollcall.run.Handover;
import io.rollcall.run.InstallationKey;
import io.rollcall.run.OutputFolders;
import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunProgress;
import io.rollcall.run.RunStore;
import io.rollcall.run.WorkbookPasswords;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Writes one part of the reports aside: the tables, the registrar's workbook, or a
 * college's.
 */
@Component
class ReportStep extends RunTasklet {

	/** What a partition writes, in its execution context. */
	static final String PART = "part";

	/** The partition of findings.csv and rejects.csv. */
	static final String TABLES = "tables";

	/** The partition of the registrar's workbook. */
	static final String REGISTRAR = "registrar";

	/** Before the name of a college in a partition's name. */
	static final String COLLEGE = "college:";

	private final ReportData data;

	private final RunProgress progress;

	private final ReportFigures figures;

	private final Provenances provenances;

	private final InstallationKey key;

	private final Handover handover;

	private final CaseData cases;

	private final CodeWords codes;

	private final WorkbookPasswords passwords;

	private final Path temporary;

	ReportStep(RunStore runs, ReportData data, ReportFigures figures, RunProgress progress, Provenances provenances,
			InstallationKey key, Handover handover, CaseData cases, CodeWords codes, WorkbookPasswords passwords,
			@Value("${rollcall.temporary:${rollcall.home}/temporary}") Path temporary) {
		super(runs);
		this.handover = handover;
		this.cases = cases;
		this.codes = codes;
		this.data = data;
		this.figures = figures;
		this.provenances = provenances;
		this.key = key;
		this.progress = progress;
		this.passwords = passwords;
		this.temporary = temporary;
	}

	/**
	 * The parts of a run's reports, the longest first. Unknown colleges have a part of
	 * their own, written only when it has a row.
	 */
	static List<String> parts(RunContext context) {
		List<String> parts = new ArrayList<>(List.of(REGISTRAR, TABLES));
		context.campaign().colleges().all().stream().map(College::name).map(COLLEGE::concat).forEach(parts::add);
		parts.add(COLLEGE);
		return parts;
	}

	@Override
	boolean writesReports() {
		return true;
	}

	@Override
	void execute(RunContext context, StepExecution step, StepContribution contribution) throws IOException {
		this.progress.checkStop();
		HandedPart handed = this.progress.handed();
		handed.hold();
		Run run = context.run();
		if (handed.isForeign() && !Files.isDirectory(run.workFolder())) {
			// Who handed the part out has made this folder.
			throw new RunFailure("UNSEEN", run.workFolder());
		}
		// What writes on though nobody waits for it any more must be in nobody's way.
		Path aside = Files.createTempDirectory(run.campaignFolder(), OutputFolders.partPrefix(run));
		try {
			Files.createDirectories(aside.resolve("colleges"));
			write(context, step.getExecutionContext().getString(PART), aside);
			handed.hold();
			moveIn(aside, run.workFolder(), handed);
		}
		finally {
			OutputFolders.deleteQuietly(aside);
		}
		this.progress.reported(parts(context).size());
	}

	private static void moveIn(Path aside, Path folder, HandedPart handed) throws IOException {
		List<Path> files;
		try (Stream<Path> walk = Files.walk(aside)) {
			files = walk.filter(Files::isRegularFile).sorted().toList();
		}
		for (Path file : files) {
			String name = aside.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
			Path target = folder.resolve(name);
			Files.createDirectories(target.getParent());
			Files.move(file, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			handed.wrote(name, Files.size(target));
		}
	}

	private void write(RunContext context, String part, Path folder) throws IOException {
		if (part.equals(TABLES)) {
			FindingsCsv.write(folder.resolve("findings.csv"), stoppable(this.data.findings(context.run())));
			RejectsCsv.write(folder.resolve("rejects.csv"), stoppable(this.data.rejects(context.run())));
			CaseChangesCsv.write(folder.resolve("changes.csv"),
					stoppable(this.cases.changes(context, Optional.empty())));
			corrections(context, folder);
			mail(context, folder);
		}
		else if (part.equals(REGISTRAR)) {
			registrar(context, folder.resolve("registrar.xlsx"));
		}
		else {
			college(context, part.substring(COLLEGE.length()), folder);
		}
	}

	/** Written only when something is handed over. */
	private void corrections(RunContext context, Path folder) throws IOException {
		List<Correction> corrections = this.handover.corrections(context.run());
		Path temporary = Files.createTempDirectory(Files.createDirectories(temporary(context.run())), "workbook-");
		try {
			new Corrections(context.messages(), new CatalogueLegend(context)).write(folder, temporary, facts(context),
					new Corrections.Settings(this.passwords.of(context), this::seal, Routes.all()), corrections);
		}
		finally {
			WholeFolders.delete(temporary);
		}
	}

	/** The letters to send the workbooks with. */
	private void mail(RunContext context, Path folder) throws IOException {
		Map<String, String> workbooks = new LinkedHashMap<>();
		context.campaign()
			.colleges()
			.all()
			.forEach((college) -> workbooks.put(college.name(), file(context, college.name())));
		MailText.write(folder.resolve("mail.txt"), context.messages(), facts(context), workbooks,
				this.passwords.of(context).isPresent());
	}

	private void registrar(RunContext context, Path target) throws IOException {
		SchoolFacts school = this.figures.school(context, this.provenances.of(context));
		withWorkbooks(context,
				(workbooks) -> workbooks.registrar(target, facts(context), school, rows(context, Optional.empty())));
	}

	/**
	 * Writes a college's workbook below a folder; the empty name stands for unknown
	 * colleges.
	 */
	Optional<Path> college(RunContext context, String college, Path folder) throws IOException {
		Run run = context.run();
		Path target = folder.resolve(file(context, college));
		if (college.isEmpty() && !this.data.hasUnassigned(run)) {
			Files.deleteIfExists(target);
			return Optional.empty();
		}
		CollegeFacts facts = this.figures.college(context, college);
		withWorkbooks(context,
				(workbooks) -> workbooks.college(target, facts(context), facts, rows(context, Optional.of(college))));
		return Optional.of(target);
	}

	private ReportRows rows(RunContext context, Optional<String> college) {
		Run run = context.run();
		String stray = context.messages().get("judge.stray");
		CodeWords.Of words = this.codes.of(context, college);
		this.cases.explain(context, college);
		return new ReportRows() {

			@Override
			public Stream<FindingRow> findings(Slice slice) {
				return stoppable(ReportStep.this.data.findings(run, slice, college)).map(words::with);
			}

			@Override
			public Tally tally() {
				return ReportStep.this.data.tally(run, college);
			}

			@Override
			public Stream<FindingRow> dated() {
				return stoppable(ReportStep.this.data.dated(run, college)).map(words::with);
			}

			@Override
			public Stream<RejectRow> rejects() {
				return stoppable(college.map((name) -> ReportStep.this.data.rejects(run, name, stray))
					.orElseGet(() -> ReportStep.this.data.rejects(run)));
			}

			@Override
			public Stream<CaseRow> toDo() {
				return stoppable(ReportStep.this.cases.toDo(context, college)).map(words::with);
			}

			@Override
			public Stream<CaseRow> explained() {
				return stoppable(ReportStep.this.cases.explained(context, college)).map(words::with);
			}

			@Override
			public Stream<CaseRow> sent() {
				return stoppable(ReportStep.this.cases.sent(context, college));
			}

			@Override
			public Stream<CaseRow> datedCases() {
				return stoppable(ReportStep.this.cases.dated(context, college));
			}

			@Override
			public Stream<CaseEventRow> changes() {
				return stoppable(ReportStep.this.cases.changes(context, college));
			}

			@Override
			public Stream<CaseEventRow> events() {
				return stoppable(ReportStep.this.cases.events(context, college));
			}

		};
	}

	/** A workbook of many rows takes a while. */
	private <T> Stream<T> stoppable(Stream<T> rows) {
		return rows.peek((row) -> this.progress.checkStop());
	}

	/** The path of a college's workbook below the run's folder. */
	static String file(RunContext context, String college) {
		List<String> colleges = new ArrayList<>(
				context.campaign().colleges().all().stream().map(College::name).toList());
		colleges.add("");
		Map<String, String> names = CollegeFiles.names(colleges);
		String plain = names.get(college);
		return "colleges/" + (context.campaign().datedFiles()
				? CollegeFiles.dated(context.campaign().name(), plain, context.run().name()) : plain);
	}

	private RunFacts facts(RunContext context) {
		return this.data.facts(context, Run.Status.PUBLISHED.column(), Optional.empty());
	}

	/**
	 * Where the workbooks of a campaign lie while they are written. Whoever holds the
	 * campaign's lock may clear it: what is there was left by a killed process.
	 */
	private Path temporary(Run run) {
		return this.temporary.resolve(run.campaign());
	}

	/** Clears away what earlier attempts left half written. */
	void clear(Run run) throws IOException {
		OutputFolders.deleteAside(run);
		WholeFolders.delete(temporary(run));
		Files.createDirectories(run.workFolder().resolve("colleges"));
	}

	/**
	 * While a workbook is written, its rows lie in temporary files: in a folder of its
	 * own that nobody else may enter.
	 */
	private void withWorkbooks(RunContext context, Writing writing) throws IOException {
		Path temporary = Files.createTempDirectory(Files.createDirectories(temporary(context.run())), "workbook-");
		try {
			writing.write(new Workbooks(context.messages(), new CatalogueLegend(context), temporary, this::seal,
					this.passwords.of(context)));
		}
		finally {
			WholeFolders.delete(temporary);
		}
	}

	private String seal(String text) {
		return this.key.references().of("workbook", text);
	}

	private interface Writing {

		void write(Workbooks workbooks) throws IOException;

	}

}
