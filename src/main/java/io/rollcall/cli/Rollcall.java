package io.rollcall.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;

import io.rollcall.database.DatabaseException;
import io.rollcall.launch.SecondProcess;
import io.rollcall.run.RunFailure;
import io.rollcall.text.Messages;
import picocli.CommandLine.Command;
import picocli.CommandLine;

/** The program. */
@Command(name = "rollcall", mixinStandardHelpOptions = false, versionProvider = Rollcall.Version.class,
		subcommands = { InitCommand.class, ValidateCommand.class, CheckCommand.class, RunCommand.class,
				RunsCommand.class, ResumeCommand.class, RerunCommand.class, CorrectionsCommand.class,
				ExplainCommand.class, TemplateCommand.class, GenerateCommand.class, ServeCommand.class,
				StopCommand.class, ReleaseCommand.class, DropCommand.class, PauseCommand.class, ContinueCommand.class,
				CloseCommand.class, ReopenCommand.class, AuditCommand.class, RetainCommand.class, UserCommand.class,
				DoctorCommand.class, WorkerCommand.class, WorkersCommand.class, CompletionCommand.class })
public final class Rollcall implements Runnable {

	@CommandLine.Mixin
	private CommonOptions common;

	@CommandLine.Option(names = { "-V", "--version" }, versionHelp = true, descriptionKey = "cli.help.version")
	private boolean version;

	@CommandLine.Spec
	private CommandLine.Model.CommandSpec spec;

	/**
	 * Runs the program.
	 * @param arguments the command and its options
	 */
	public static void main(String[] arguments) {
		System.exit(SecondProcess.isUtf8() ? run(SecondProcess.arguments(arguments)) : withUtf8(arguments));
	}

	private static int withUtf8(String... arguments) {
		if (SecondProcess.isPossible(arguments)) {
			try {
				return SecondProcess.again();
			}
			catch (IOException ex) {
				// What to do instead is the same, whatever is in the way.
			}
		}
		System.err.println(Messages.of(Language.of(arguments)).get("cli.noUtf8"));
		return ExitCode.FAILED;
	}

	static int run(String... arguments) {
		Charset letters = Terminal.charset();
		System.setOut(new PrintStream(new FileOutputStream(FileDescriptor.out), true, letters));
		System.setErr(new PrintStream(new FileOutputStream(FileDescriptor.err), true, letters));
		PrintWriter err = new PrintWriter(System.err, true);
		if (Language.of(arguments).equals("zh") && !letters.newEncoder().canEncode('学')) {
			err.println(Messages.of("en").get("cli.codePage", letters));
		}
		Interrupts.listen(Messages.of(Language.of(arguments)), err);
		return execute(new PrintWriter(System.out, true), err, arguments);
	}

	static int execute(PrintWriter out, PrintWriter err, String... arguments) {
		String language = Language.of(arguments);
		Messages messages = Messages.of(language);
		if (!Language.isKnown(language)) {
			err.println(messages.get("cli.lang", language));
			return ExitCode.USAGE;
		}
		Locale locale = messages.locale();
		Optional<String> slip = Slips.in(messages, arguments);
		if (slip.isPresent()) {
			err.println(slip.get());
			return ExitCode.USAGE;
		}
		boolean debug = Arrays.asList(arguments).contains("--debug");
		CommandLine commandLine = new CommandLine(new Rollcall());
		commandLine.setResourceBundle(ResourceBundle.getBundle("io.rollcall.text.cli", locale,
				ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
		commandLine.registerConverter(Path.class, Slips::path);
		commandLine.setOut(out);
		commandLine.setErr(err);
		commandLine.setUsageHelpAutoWidth(true);
		// A word that begins with @ is a word, not a file full of words.
		commandLine.setExpandAtFiles(false);
		commandLine.setParameterExceptionHandler((ex, words) -> {
			err.println(UsageSentence.of(ex, messages, words));
			return ExitCode.USAGE;
		});
		commandLine.setExecutionExceptionHandler((ex, command, result) -> explain(ex, messages, err, debug));
		return commandLine.execute(arguments);
	}

	private static int explain(Exception ex, Messages messages, PrintWriter err, boolean debug) {
		if (Interrupts.isEnding()) {
			return ExitCode.INTERRUPTED;
		}
		if (debug) {
			ex.printStackTrace(err);
		}
		if (ex instanceof UsageError) {
			err.println(ex.getMessage());
			return ExitCode.USAGE;
		}
		if (ex instanceof RunFailure failure) {
			err.println(failure.sentence(messages));
			if (failure.isUsage()) {
				return ExitCode.USAGE;
			}
			return failure.isInterrupt() ? ExitCode.INTERRUPTED : ExitCode.FAILED;
		}
		Optional<DatabaseException> database = DatabaseException.in(ex);
		if (database.isPresent()) {
			err.println(database.get().sentence(messages));
			return database.get().isUsage() ? ExitCode.USAGE : ExitCode.FAILED;
		}
		// A library's own words may quote a value.
		err.println(messages.get("cli.unexpected", ex.getClass().getSimpleName(), Session.logFile()));
		return ExitCode.FAILED;
	}

	@Override
	public void run() {
		this.spec.commandLine().usage(this.spec.commandLine().getOut());
	}

	/** The version of the jar. */
	static final class Version implements CommandLine.IVersionProvider {

		@Override
		public String[] getVersion() {
			String number = Optional.ofNullable(Rollcall.class.getPackage().getImplementationVersion()).orElse("-");
			return new String[] { "Rollcall " + number };
		}

	}

}
