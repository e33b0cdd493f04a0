package io.rollcall.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;

import io.rollcall.database.Home;
import io.rollcall.doctor.Diagnosis;
import io.rollcall.doctor.Doctor;
import io.rollcall.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code doctor}: what is wrong with this installation, before a run finds out. */
@Command(name = "doctor")
final class DoctorCommand implements Callable<Integer> {

	@Mixin
	private CommonOptions common;

	@Mixin
	private DatabaseOption database;

	@Option(names = "--jobs", paramLabel = "DIR", defaultValue = "jobs", descriptionKey = "cli.help.jobs")
	private Path jobs;

	@Option(names = "--input", paramLabel = "DIR", defaultValue = "input", descriptionKey = "cli.help.input")
	private Path input;

	@Option(names = "--output", paramLabel = "DIR", defaultValue = "output", descriptionKey = "cli.help.output")
	private Path output;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		Messages messages = this.common.messages();
		PrintWriter out = this.spec.commandLine().getOut();
		Diagnosis found = new Doctor(messages).look(new Doctor.Place(Home.path(), this.database.url(), this.jobs,
				this.input, this.output.toAbsolutePath().normalize(), ServePorts.wanted()));
		found.lines().forEach((line) -> out.println(messages.get("doctor.state." + line.state(), line.text())));
		out.println(messages.get(found.isHealthy() ? "doctor.healthy" : "doctor.unhealthy"));
		return found.isHealthy() ? ExitCode.OK : ExitCode.FAILED;
	}

}
