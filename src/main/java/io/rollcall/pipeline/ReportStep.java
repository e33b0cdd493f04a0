package io.rollcall.pipeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.rollcall.campaign.College;
import io.rollcall.files.WholeFolders;
import io.rollcall.results.CollegeStates;
import io.rollcall.run.HandedPart;
import io.rollcall.run.OutputFolders;
import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunProgress;
import io.rollcall.run.RunStore;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.stereotype.Component;

/**
 * Writes one part of the reports aside: the tables, the registrar's workbook, or a
 * college's.
 */
@Component
class ReportStep extends RunTasklet {

	/** What a partition writes, in its execution context. */
	static final String PART = "part";

	/** The partition of what tells of all colleges in rows. */
	static final String TABLES = "tables";

	/** The partition of the registrar's workbook. */
	static final String REGISTRAR = "registrar";

	/** Before the name of a college in a partition's name. */
	static final String COLLEGE = "college:";

	private final RunReports reports;

	private final CollegeStates colleges;

	private final RunProgress progress;

	ReportStep(RunStore runs, RunReports reports, CollegeStates colleges, RunProgress progress) {
		super(runs);
		this.colleges = colleges;
		this.reports = reports;
		this.progress = progress;
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
		switch (part) {
			case TABLES -> {
				this.reports.tables(context, folder);
				this.colleges.record(context);
			}
			case REGISTRAR -> this.reports.registrar(context, folder);
			default -> this.reports.college(context, part.substring(COLLEGE.length()), folder);
		}
	}

	/** Clears away what earlier attempts left half written. */
	void clear(Run run) throws IOException {
		OutputFolders.deleteAside(run);
		WholeFolders.delete(this.reports.temporary(run));
		Files.createDirectories(run.workFolder().resolve("colleges"));
	}

}
