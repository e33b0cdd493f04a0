package io.rollcall.cli;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import io.rollcall.campaign.Role;
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
		Role as = Role.of(this.role).orElseThrow(() -> new UsageError(messages.get("cli.role", this.role, roles())));
		JobFileArgument job = JobFileArgument.of(this.jobFile, messages);
		LocalDate day = job.campaign()
			.period()
			.businessDate()
			.orElseGet(() -> LocalDate.now(ZoneId.of("Asia/Shanghai")));
		IntakeSettings settings = new IntakeSettings(job.campaign(), day, false, messages);
		boolean refused = false;
		for (Path file : this.files) {
			refused |= new FileCheck(settings, as, this.spec.commandLine().getOut()).check(file);
		}
		return refused ? ExitCode.REFUSED : ExitCode.OK;
	}

	private static String roles() {
		return Arrays.stream(Role.values()).map(Role::word).collect(Collectors.joining(", "));
	}

}
