package io.rollcall.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.JobFileException;
import io.rollcall.campaign.JobFiles;
import io.rollcall.launch.Invocation;
import io.rollcall.setup.Answers;
import io.rollcall.setup.Question;
import io.rollcall.setup.Setup;
import io.rollcall.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code init}: looks at a folder of exports and writes a job file to start from, or says
 * what an existing one lacks. Changes no file.
 */
@Command(name = "init")
final class InitCommand implements Callable<Integer> {

	/** Where a run looks for files unless told otherwise. */
	private static final Path USUAL = Path.of("input");

	@Mixin
	private CommonOptions common;

	@Parameters(index = "0", arity = "0..1", paramLabel = "FOLDER", defaultValue = "input",
			descriptionKey = "cli.help.initFolder")
	private Path folder;

	@Option(names = "--output", required = true, paramLabel = "JOB_FILE", descriptionKey = "cli.help.initOutput")
	private Path output;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		Messages messages = this.common.messages();
		PrintWriter out = this.spec.commandLine().getOut();
		if (!String.valueOf(this.output.getFileName()).matches(".+\\.ya?ml")) {
			throw new UsageError(messages.get("cli.init.output", this.output));
		}
		if (!Files.isDirectory(this.folder)) {
			throw new UsageError(messages.get("cli.init.folder", this.folder));
		}
		Optional<JobFileArgument> job = Files.exists(this.output)
				? Optional.of(JobFileArgument.of(this.output, messages)) : Optional.empty();
		Optional<Campaign> known = job.map(JobFileArgument::campaign);
		Path looked = known.map((campaign) -> campaign.folder(this.folder))
			.filter(Files::isDirectory)
			.orElse(this.folder);
		out.println(messages.get("cli.init.looking", looked));
		out.flush();
		LocalDate today = LocalDate.now(ZoneId.of("Asia/Shanghai"));
		Setup setup;
		try (ReadingLine reading = new ReadingLine(out, messages)) {
			setup = Setup.look(looked.toAbsolutePath().normalize(), known.map(Campaign::inOwnFolder), messages, today,
					reading);
		}
		job.ifPresentOrElse((there) -> news(setup, there.text(), messages, out), () -> begin(setup, messages, out));
		return ExitCode.OK;
	}

	private void news(Setup setup, String jobFile, Messages messages, PrintWriter out) {
		List<String> news = setup.news(jobFile);
		out.println(messages.get(news.isEmpty() ? "cli.init.nothingNew" : "cli.init.news", this.output));
		news.forEach(out::println);
		setup.troubles().forEach(out::println);
		if (!news.isEmpty()) {
			out.println(messages.get("cli.init.next", command("run"), command("validate")));
		}
	}

	private void begin(Setup setup, Messages messages, PrintWriter out) {
		if (setup.isEmpty()) {
			setup.troubles().forEach(out::println);
			throw new UsageError(messages.get("cli.init.empty", this.folder));
		}
		setup.told().forEach(out::println);
		Set<Question> open = setup.open();
		Answers answers = setup.answers();
		if (Terminal.isAnswering()) {
			answers = Asking.onTerminal(out, messages).ask(answers, open);
		}
		String name = this.output.getFileName().toString();
		String text = setup.jobFile(name.replaceFirst("\\.ya?ml$", ""), answers, open);
		Campaign campaign;
		try {
			campaign = JobFiles.parse(name, text);
		}
		catch (JobFileException ex) {
			throw new UsageError(ex.sentence(messages));
		}
		write(text, messages);
		out.println();
		out.println(messages.get("cli.init.written", this.output));
		tried(setup, campaign, messages, out).forEach(out::println);
		if (!open.isEmpty()) {
			out.println(messages.get("cli.init.open", this.output));
		}
		out.println(messages.get("cli.init.next", command("run"), command("validate")));
	}

	private static List<String> tried(Setup setup, Campaign campaign, Messages messages, PrintWriter out) {
		try (ReadingLine reading = new ReadingLine(out, messages)) {
			return setup.tried(campaign, reading);
		}
	}

	/** Another process may have made the file meanwhile: it is never written over. */
	private void write(String text, Messages messages) {
		try {
			Files.createDirectories(this.output.toAbsolutePath().getParent());
			Files.writeString(this.output, text, StandardOpenOption.CREATE_NEW);
		}
		catch (FileAlreadyExistsException ex) {
			throw new UsageError(messages.get("cli.init.exists", this.output));
		}
		catch (IOException ex) {
			throw new UsageError(messages.get("cli.init.unwritable", this.output));
		}
	}

	private String command(String word) {
		boolean usual = this.folder.normalize().equals(USUAL);
		return Invocation.words() + " " + word + " " + typed(this.output)
				+ (usual ? "" : " --input " + typed(this.folder));
	}

	private static String typed(Path path) {
		return path.toString().matches("\\S+") ? path.toString() : '"' + path.toString() + '"';
	}

}
