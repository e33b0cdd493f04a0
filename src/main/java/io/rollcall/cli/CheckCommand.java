package io.rollcall.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.account.PhotoCheck;
import io.rollcall.campaign.SourceRole;
import io.rollcall.intake.InputFolder;
import io.rollcall.intake.InputPaths;
import io.rollcall.intake.IntakeSettings;
import io.rollcall.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code check}: reads files as a role and says what would be refused or flagged; writes
 * nothing.
 */
@Command(name = "check")
final class CheckCommand implements Callable<Integer> {

	/** Not a role of files, but a look at two pictures in their folder. */
	private static final String PHOTOS = "photos";

	@Mixin
	private CommonOptions common;

	@Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "cli.help.files")
	private List<Path> files;

	@Option(names = "--as", required = true, paramLabel = "ROLE", descriptionKey = "cli.help.as")
	private String role;

	@Option(names = "--job", paramLabel = "JOB_FILE", descriptionKey = "cli.help.jobFile")
	private Path jobFile;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		Messages messages = this.common.messages();
		if (this.role.equals(PHOTOS)) {
			return photos(messages);
		}
		SourceRole as = SourceRole.of(this.role)
			.orElseThrow(() -> new UsageError(messages.get("cli.role", this.role, roles())));
		JobFileArgument job = job(messages);
		LocalDate day = job.campaign()
			.period()
			.businessDate()
			.orElseGet(() -> LocalDate.now(ZoneId.of("Asia/Shanghai")));
		IntakeSettings settings = new IntakeSettings(job.campaign(), day, false, messages);
		PrintWriter out = this.spec.commandLine().getOut();
		boolean refused = false;
		for (Path file : files(as, messages)) {
			refused |= (as == SourceRole.REVIEWS) ? new ReviewCheck(job, day, messages, out).check(file)
					: new FileReportPrinter(settings, as, out).check(file);
		}
		return refused ? ExitCode.REFUSED : ExitCode.OK;
	}

	/** Where Java has taken long to start, nobody waits for the rules in silence too. */
	private JobFileArgument job(Messages messages) {
		try (ReadingLine reading = new ReadingLine(this.spec.commandLine().getOut(), messages)) {
			reading.acceptAtOnce(JobFileArgument.shown(this.jobFile));
			return JobFileArgument.of(this.jobFile, messages);
		}
	}

	/**
	 * Every file that was named, and in a folder every one that a run would read as
	 * records.
	 */
	private List<Path> files(SourceRole as, Messages messages) {
		List<Path> all = new ArrayList<>();
		for (Path typed : this.files) {
			Path file = InputPaths.typed(typed);
			if (Files.isDirectory(file)) {
				List<Path> inside = InputFolder.records(file, as);
				if (inside.isEmpty()) {
					throw new UsageError(messages.get("cli.check.emptyFolder", file));
				}
				all.addAll(inside);
			}
			else if (Files.exists(file)) {
				all.add(file);
			}
			else {
				throw new UsageError(messages.get("cli.check.noFile", file));
			}
		}
		return all;
	}

	/**
	 * Looks at photos where they lie: prints the verdict, names no file, keeps nothing.
	 */
	private int photos(Messages messages) {
		boolean passed = true;
		for (Path folder : this.files) {
			try {
				PhotoCheck.Result result = PhotoCheck.check(folder);
				this.spec.commandLine().getOut().println(result);
				passed &= result == PhotoCheck.Result.PASS;
			}
			catch (IOException ex) {
				throw new UsageError(messages.get("cli.check.photos"));
			}
		}
		return passed ? ExitCode.OK : ExitCode.REFUSED;
	}

	private static String roles() {
		return Stream.concat(Arrays.stream(SourceRole.values()).map(SourceRole::word), Stream.of(PHOTOS))
			.collect(Collectors.joining(", "));
	}

}
