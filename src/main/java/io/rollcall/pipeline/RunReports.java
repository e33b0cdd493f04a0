package io.rollcall.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import io.rollcall.facts.CollegeFacts;
import io.rollcall.facts.Correction;
import io.rollcall.facts.RunFacts;
import io.rollcall.facts.SchoolFacts;
import io.rollcall.files.WholeFolders;
import io.rollcall.report.Corrections;
import io.rollcall.report.ReportRows;
import io.rollcall.report.Workbooks;
import io.rollcall.results.CaseData;
import io.rollcall.results.CatalogueLegend;
import io.rollcall.results.CodeWords;
import io.rollcall.results.Provenances;
import io.rollcall.results.ReportData;
import io.rollcall.results.ReportFigures;
import io.rollcall.run.Handover;
import io.rollcall.run.InstallationKey;
import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import io.rollcall.run.RunProgress;
import io.rollcall.run.WorkbookPasswords;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Writes what a run gives out: tables, letters, and the workbooks. */
@Component
class RunReports {

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

	RunReports(ReportData data, ReportFigures figures, RunProgress progress, Provenances provenances,
			InstallationKey key, Handover handover, CaseData cases, CodeWords codes, WorkbookPasswords passwords,
			@Value("${rollcall.temporary:${rollcall.home}/temporary}") Path temporary) {
		this.data = data;
		this.figures = figures;
		this.progress = progress;
		this.provenances = provenances;
		this.key = key;
		this.handover = handover;
		this.cases = cases;
		this.codes = codes;
		this.passwords = passwords;
		this.temporary = temporary;
	}

	/** Writes findings.csv, rejects.csv and what else lists all colleges. */
	void tables(RunContext context, Path folder) throws IOException {
		FindingsCsv.write(folder.resolve("findings.csv"), stoppable(this.data.findings(context.run())));
		RejectsCsv.write(folder.resolve("rejects.csv"), stoppable(this.data.rejects(context.run())));
		CaseChangesCsv.write(folder.resolve("changes.csv"), stoppable(this.cases.changes(context, Optional.empty())));
		corrections(context, folder);
		mail(context, folder);
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

	/** Writes the registrar's workbook. */
	void registrar(RunContext context, Path folder) throws IOException {
		SchoolFacts school = this.figures.school(context, this.provenances.of(context));
		withWorkbooks(context, (workbooks) -> workbooks.registrar(folder.resolve("registrar.xlsx"), facts(context),
				school, rows(context, Optional.empty())));
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
		return new RunRows(this.data, this.cases, this.codes, this.progress, context, college);
	}

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
	Path temporary(Run run) {
		return this.temporary.resolve(run.campaign());
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
