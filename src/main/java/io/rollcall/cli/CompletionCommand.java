package io.rollcall.cli;

import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.text.Messages;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine;

/** {@code completion}: a script by which a shell completes commands and options. */
@Command(name = "completion")
final class CompletionCommand implements Callable<Integer> {

	/** Completes by the words before the cursor: the command first, then its options. */
	private static final String POWERSHELL = """
			Register-ArgumentCompleter -Native -CommandName rollcall -ScriptBlock {
			  param($word, $line, $cursor)
			  $known = @{
			%s
			  }
			  $typed = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { "$_" })
			  $command = $typed | Where-Object { $known.ContainsKey($_) } | Select-Object -First 1
			  $choices = if ($command -and $command -ne $word) { $known[$command] } else { $known[''] }
			  $choices | Where-Object { $_ -like "$word*" } | ForEach-Object {
			    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
			  }
			}
			""";

	@Mixin
	private CommonOptions common;

	@Parameters(index = "0", paramLabel = "bash|zsh|powershell", descriptionKey = "cli.help.shell")
	private String shell;

	@Spec
	private CommandSpec spec;

	@Override
	public Integer call() {
		Messages messages = this.common.messages();
		CommandLine program = this.spec.parent().commandLine();
		String script = switch (this.shell) {
			// The script for bash serves zsh as well: it turns zsh's bash completion on.
			case "bash", "zsh" -> AutoComplete.bash(program.getCommandName(), program);
			case "powershell" -> powershell(program);
			default -> throw new UsageError(messages.get("cli.shell", this.shell));
		};
		program.getOut().print(script);
		program.getOut().flush();
		return ExitCode.OK;
	}

	private static String powershell(CommandLine program) {
		Stream<String> commands = program.getSubcommands()
			.entrySet()
			.stream()
			.map((entry) -> entry(entry.getKey(), options(entry.getValue())));
		String all = Stream
			.concat(Stream.of(entry("", Stream.concat(program.getSubcommands().keySet().stream(), options(program)))),
					commands)
			.collect(Collectors.joining("\n"));
		return POWERSHELL.formatted(all);
	}

	private static Stream<String> options(CommandLine command) {
		return command.getCommandSpec().options().stream().map(OptionSpec::longestName).sorted();
	}

	private static String entry(String command, Stream<String> words) {
		return words.map((word) -> "'" + word + "'")
			.collect(Collectors.joining(", ", "    '" + command + "' = @(", ")"));
	}

}
