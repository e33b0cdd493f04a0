package io.rollcall.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import io.rollcall.facts.RunCause.Check;
import io.rollcall.results.RunStory;
import io.rollcall.run.Drift;
import io.rollcall.run.Run;
import io.rollcall.text.Messages;

/** Prints everything about one run. */
final class RunPage {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss")
		.withZone(ZoneId.of("Asia/Shanghai"));

	private final Messages messages;

	private final PrintWriter out;

	RunPage(Messages messages, PrintWriter out) {
		this.messages = messages;
		this.out = out;
	}

	/**
	 * Prints a run.
	 * @param story the run
	 * @param status the word of the list of runs for where it stands
	 * @param drift what was out of line
	 */
	void print(RunStory.Story story, String status, Drift.Report drift) {
		Run run = story.run();
		line("run", run, this.messages.get("cli.status." + status));
		String trigger = run.origin().trigger().word();
		line("origin", this.messages.get("cli.trigger." + trigger), trigger, run.origin().by(),
				time(Optional.of(story.queuedAt())));
		run.origin().due().ifPresent((due) -> line("due", time(Optional.of(due))));
		if (!run.reason().isEmpty()) {
			line("reason", run.reason());
		}
		story.place().ifPresent((place) -> line("place", place));
		line("times", time(Optional.of(run.startedAt())), time(story.settledAt()), story.seconds());
		if (story.resumes() > 0) {
			line("resumes", story.resumes());
		}
		if (!story.failure().isEmpty()) {
			line("failure", story.failure());
		}
		if (!story.decidedBy().isEmpty()) {
			line("decided", story.decidedBy(), story.decidedWhy());
		}
		line("places", run.jobFile(), run.input(), run.folder());
		story.steps().forEach(this::step);
		story.rows().forEach((role, counts) -> {
			if (counts.read() > 0) {
				this.out.println(this.messages.get("cli.summary.rows", this.messages.get("run.role." + role),
						counts.read(), counts.loaded(), counts.duplicates(), counts.rejected()));
			}
		});
		if (!story.findings().isEmpty()) {
			this.out.println(this.messages.get("cli.summary.findings", story.findings().getOrDefault("E", 0L),
					story.findings().getOrDefault("W", 0L), story.findings().getOrDefault("I", 0L)));
		}
		if (run.isFinished()) {
			this.out.println(Summary.cases(story.cases(), this.messages));
		}
		story.gate().forEach((check) -> this.out.println(gate(check, this.messages)));
		drift.lines().forEach((deviation) -> this.out.println(deviation.sentence(this.messages)));
		story.files()
			.forEach((file) -> line("file", this.messages.get("run.role." + file.role()), file.path(),
					word("report.status.", file.status().replace("loaded", "read")), file.rows().read(),
					file.rows().loaded(), file.rows().duplicates(), file.rows().rejected()));
	}

	private void step(RunStory.Step step) {
		String seconds = step.begun()
			.flatMap((begun) -> step.ended().map((ended) -> Duration.between(begun, ended).toMillis()))
			.map((millis) -> BigDecimal.valueOf(millis, 3).toPlainString())
			.orElse("–");
		line("step", this.messages.get("cli.step." + step.step()), word("cli.step-status.", step.status()),
				time(step.begun()), seconds);
	}

	/** What one check of the gate said. */
	static String gate(Check check, Messages messages) {
		return messages.get(check.held() ? "cli.story.gate.held" : "cli.story.gate.passed",
				messages.get("cli.gate." + check.check()), check.check(),
				check.role().isEmpty() ? "" : messages.get("run.role." + check.role()), check.code(),
				check.measured().map((measured) -> figure(check, measured)).orElse("–"), figure(check, check.limit()))
			.strip();
	}

	/** The word for a state of Spring Batch, or the state where there is none. */
	private String word(String key, String state) {
		return this.messages.has(key + state) ? this.messages.get(key + state) : state;
	}

	/** Shares as percentages, everything else as it is. */
	private static String figure(Check check, BigDecimal value) {
		boolean share = switch (check.check()) {
			case "refused_rows", "lost_rows", "finding_jump" -> true;
			default -> false;
		};
		BigDecimal shown = share ? value.movePointRight(2) : value;
		return ((shown.signum() == 0) ? "0" : shown.stripTrailingZeros().toPlainString()) + (share ? "%" : "");
	}

	private static String time(Optional<Instant> time) {
		return time.map(TIME::format).orElse("–");
	}

	private void line(String key, Object... arguments) {
		this.out.println(this.messages.get("cli.story." + key, arguments).strip());
	}

}
