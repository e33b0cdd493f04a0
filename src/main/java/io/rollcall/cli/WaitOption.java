package io.rollcall.cli;

import java.io.PrintWriter;

import io.rollcall.nightly.RunLine;
import io.rollcall.text.Messages;
import picocli.CommandLine.Option;

/** Whether a command waits its turn. */
final class WaitOption {

	@Option(names = "--wait", descriptionKey = "cli.help.wait")
	private boolean waits;

	/**
	 * How the run is wanted: with progress on the terminal, and a word while it waits.
	 */
	RunLine.Wish wish(PrintWriter out, Messages messages) {
		return new RunLine.Wish(this.waits, (run) -> out.println(messages.get("cli.waiting", run)),
				new TerminalProgress(out, messages, Terminal.isLive()));
	}

}
