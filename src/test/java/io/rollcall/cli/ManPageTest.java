package io.rollcall.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The manual page {@code docs/rollcall.1} says what the commands say of themselves.
 * {@code -Drollcall.write-docs=true} writes it anew.
 */
class ManPageTest {

	private static final Path PAGE = Path.of("docs/rollcall.1");

	private final ResourceBundle texts = ResourceBundle.getBundle("io.rollcall.text.cli", Locale.ENGLISH,
			ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

	private final StringBuilder page = new StringBuilder();

	@Test
	void itTellsOfEveryCommandAndOption() throws Exception {
		CommandLine program = new CommandLine(new Rollcall());
		line(".TH ROLLCALL 1");
		line(".SH NAME");
		line("rollcall \\- nightly reconciliation of student enrolment records");
		line(".SH SYNOPSIS");
		line(".B rollcall");
		line("COMMAND [OPTION]...");
		line(".SH DESCRIPTION");
		line(escaped(this.texts.getString("rollcall.usage.description")));
		line(".SH COMMANDS");
		program.getSubcommands().forEach((name, command) -> command(name, "rollcall." + name, command));
		line(".SH ENVIRONMENT");
		list("rollcall.usage.footer.", 3);
		line(".SH EXIT STATUS");
		list("rollcall.usage.exitCodeList.", 6);
		if (Boolean.getBoolean("rollcall.write-docs")) {
			Files.writeString(PAGE, this.page);
		}
		assertThat(Files.readString(PAGE))
			.as("docs/rollcall.1: mvn test -Dtest=ManPageTest -Drollcall.write-docs=true writes it anew")
			.isEqualTo(this.page.toString());
	}

	private void command(String name, String key, CommandLine command) {
		line(".SS " + Stream
			.concat(Stream.of(name),
					command.getCommandSpec().positionalParameters().stream().map(PositionalParamSpec::paramLabel))
			.reduce((a, b) -> a + " " + b)
			.orElseThrow());
		line(escaped(this.texts.getString(key + ".usage.description")));
		Collection<? extends ArgSpec> arguments = Stream
			.concat(command.getCommandSpec().positionalParameters().stream(),
					command.getCommandSpec()
						.options()
						.stream()
						.filter((option) -> !List.of("--help", "--lang", "--debug").contains(option.longestName())))
			.toList();
		for (ArgSpec argument : arguments) {
			line(".TP");
			line(".B " + escaped((argument instanceof OptionSpec option)
					? option.longestName() + (option.arity().max() > 0 ? " " + option.paramLabel() : "")
					: argument.paramLabel()));
			line(escaped(this.texts.getString(argument.descriptionKey())));
		}
		command.getSubcommands().forEach((word, inner) -> command(name + " " + word, key + "." + word, inner));
	}

	private void list(String key, int count) {
		for (int i = 0; i < count; i++) {
			line(".TP");
			String[] parts = this.texts.getString(key + i).strip().split("  +|:", 2);
			line(".B " + escaped(parts[0]));
			line(escaped(parts[1].strip()));
		}
	}

	/** A hyphen is one, and a line that begins with a dot is no command. */
	private static String escaped(String text) {
		String plain = text.replace("\\", "\\e").replace("-", "\\-").replace("%n", " ");
		return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
	}

	private void line(String text) {
		this.page.append(text).append('\n');
	}

}
