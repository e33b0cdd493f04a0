package io.rollcall.portal.runs;

import io.rollcall.results.RunWatch;
import io.rollcall.run.Run;
import io.rollcall.run.RunListener;

/**
 * How a run gets on, in words.
 *
 * @param title what is being done
 * @param part how much of it, or empty
 * @param left about how long it still takes, or empty
 */
record ProgressText(String title, String part, String left) {

	static ProgressText of(RunWatch.Progress progress, RunWords words) {
		String title = progress.place()
			.map((place) -> words.text("runs.progress.place", place))
			.or(() -> progress.step().map((step) -> step(step, progress, words)))
			.filter((text) -> !progress.stopping())
			.orElseGet(() -> progress.stopping() ? words.text("runs.progress.stopping")
					: progress.status() == Run.Status.RUNNING ? words.text("runs.progress.begins")
							: words.text("runs.status." + progress.status().column()));
		String part = progress.step()
			.filter((step) -> progress.total() > 0)
			.map((step) -> words.text("runs.progress.part", words.number(progress.done()),
					words.number(progress.total()), words.text("cli.unit." + step.name())))
			.orElse("");
		String left = progress.left()
			.filter((seconds) -> !progress.stopping())
			.map((seconds) -> words.text("runs.progress.left", words.about(seconds)))
			.orElse("");
		return new ProgressText(title, part, left);
	}

	private static String step(RunListener.Step step, RunWatch.Progress progress, RunWords words) {
		String name = words.text("cli.step." + step.name());
		return progress.waiting() ? words.text("runs.progress.waiting", name) : name;
	}

}
