package io.rollcall.portal.runs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.rollcall.access.Role;
import io.rollcall.catalogue.Catalogue;
import io.rollcall.desk.RunBoard;
import io.rollcall.facts.OutputRow;
import io.rollcall.facts.RowCounts;
import io.rollcall.nightly.NightBoard;
import io.rollcall.nightly.RunActions.Action;
import io.rollcall.nightly.RunActions;
import io.rollcall.pipeline.RunFolder;
import io.rollcall.portal.CampaignPlace;
import io.rollcall.portal.Visitor;
import io.rollcall.results.RunStory;
import io.rollcall.results.RunWatch;
import io.rollcall.run.Drift;
import io.rollcall.run.HandedIn;
import io.rollcall.run.Run;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunListener.Step;
import org.springframework.stereotype.Component;

/** Gathers what a run's page shows, for whom it is. */
@Component
class RunViews {

	private static final Set<Action> OPERATORS = EnumSet.of(Action.RERUN, Action.STOP, Action.RESUME);

	private final RunStory stories;

	private final RunWatch watch;

	private final Drift drift;

	private final RunFolder folder;

	private final RunBoard board;

	private final NightBoard nights;

	private final RunActions actions;

	private final HandedIn handedIn;

	RunViews(RunStory stories, RunWatch watch, Drift drift, RunFolder folder, RunBoard board, NightBoard nights,
			RunActions actions, HandedIn handedIn) {
		this.stories = stories;
		this.watch = watch;
		this.drift = drift;
		this.folder = folder;
		this.board = board;
		this.nights = nights;
		this.actions = actions;
		this.handedIn = handedIn;
	}

	/** What the page shows. */
	RunView of(Run run, Visitor visitor, CampaignPlace place) {
		RunWords words = RunWords.of(visitor.messages(), place.job());
		RunStory.Story story = this.stories.of(run);
		RunWatch.Watched watched = this.watch.watch(run);
		boolean atWork = run.status() == Run.Status.RUNNING || run.status() == Run.Status.PUBLISHING;
		boolean cutOff = atWork && !this.nights.isBusy(run.campaign());
		boolean registrars = visitor.is(Role.REGISTRAR) || visitor.is(Role.AUDITOR);
		List<OutputRow> outputs = registrars ? this.folder.files(run) : List.of();
		Map<Action, Optional<RunFailure>> all = mayDo(this.actions.of(run), visitor);
		return new RunView(story, cutOff, verdict(story, cutOff, words), tone(run, cutOff, story),
				progress(watched, words).filter((now) -> !cutOff), steps(story, watched, words), roles(story, words),
				codes(story, words), files(story, registrars, words),
				run.isFinished()
						? this.drift.of(run).lines().stream().map((line) -> line.sentence(visitor.messages())).toList()
						: List.of(),
				this.board.usual(run.campaignId()), filter(outputs, false), filter(outputs, true),
				all.entrySet().stream().filter((entry) -> entry.getValue().isEmpty()).map(Map.Entry::getKey).toList(),
				refusals(all, words), visitor.is(Role.REGISTRAR) ? this.handedIn.listed(run) : Map.of());
	}

	private static List<OutputRow> filter(List<OutputRow> outputs, boolean colleges) {
		return outputs.stream().filter((output) -> output.path().startsWith("colleges/") == colleges).toList();
	}

	private static Map<Action, Optional<RunFailure>> mayDo(Map<Action, Optional<RunFailure>> all, Visitor visitor) {
		Map<Action, Optional<RunFailure>> mine = new LinkedHashMap<>(all);
		mine.keySet().removeIf((action) -> switch (visitor.role()) {
			case REGISTRAR -> false;
			case OPERATOR -> !OPERATORS.contains(action);
			default -> true;
		});
		return mine;
	}

	/** Only what one might look for: that a published run cannot be released is plain. */
	private static Map<Action, String> refusals(Map<Action, Optional<RunFailure>> all, RunWords words) {
		Map<Action, String> sentences = new LinkedHashMap<>();
		all.forEach((action, refusal) -> refusal.ifPresent((failure) -> {
			String key = "runs.not." + failure.getMessage();
			sentences.put(action, words.messages().has(key) ? words.text(key) : failure.sentence(words.messages()));
		}));
		return sentences;
	}

	private static String tone(Run run, boolean cutOff, RunStory.Story story) {
		boolean refused = run.status() == Run.Status.PUBLISHED && isRefused(story);
		return cutOff ? "bad" : refused ? "warn" : RunWords.toneOf(run.status().column());
	}

	private static boolean isRefused(RunStory.Story story) {
		return story.rows().values().stream().anyMatch((rows) -> rows.rejected() > 0)
				|| story.files().stream().anyMatch((file) -> file.status().equals("refused"))
				|| story.codes().problems().containsKey("REVIEW_REFUSED");
	}

	private String verdict(RunStory.Story story, boolean cutOff, RunWords words) {
		Run run = story.run();
		if (cutOff) {
			return words.text("runs.verdict.cut-off");
		}
		String refused = (run.status() == Run.Status.PUBLISHED && isRefused(story)) ? "-refused" : "";
		return words.text("runs.verdict." + run.status().column() + refused);
	}

	private Optional<RunView.Now> progress(RunWatch.Watched watched, RunWords words) {
		RunWatch.Progress progress = this.watch.look(watched);
		if (progress.isOver()) {
			return Optional.empty();
		}
		ProgressText text = ProgressText.of(progress, words);
		return Optional.of(new RunView.Now(progress, text.title(), text.part(), text.left()));
	}

	private static List<RunView.StepRow> steps(RunStory.Story story, RunWatch.Watched watched, RunWords words) {
		List<RunView.StepRow> rows = new ArrayList<>();
		for (Step step : Step.values()) {
			Optional<RunStory.Step> known = story.steps().stream().filter((one) -> one.step() == step).findFirst();
			String usual = Optional.ofNullable(watched.usual().get(step))
				.map((seconds) -> words.took(Instant.EPOCH, Instant.ofEpochMilli(Math.round(seconds * 1_000))))
				.orElse("");
			rows.add(new RunView.StepRow(step.column(), words.text("cli.step." + step.name()),
					known.map((one) -> switch (one.status()) {
						case "COMPLETED" -> "done";
						case "STARTED", "STARTING", "STOPPING" -> story.run().isFinished() ? "done" : "now";
						default -> "bad";
					}).orElse(""),
					known.map((one) -> words.word("cli.step-status.", one.status()))
						.orElse(words.text("runs.step.ahead")),
					known.flatMap(RunStory.Step::begun),
					known
						.flatMap((one) -> one.begun()
							.flatMap((begun) -> one.ended().map((ended) -> words.took(begun, ended))))
						.orElse(""),
					usual));
		}
		return rows;
	}

	private static List<RunView.RoleRow> roles(RunStory.Story story, RunWords words) {
		List<RunView.RoleRow> rows = new ArrayList<>();
		story.rows().forEach((role, counts) -> {
			List<RunStory.File> files = story.files().stream().filter((file) -> file.role().equals(role)).toList();
			if (counts.read() > 0 || !files.isEmpty()) {
				rows.add(new RunView.RoleRow(words.text("run.role." + role), files.size(),
						files.stream().filter((file) -> file.status().equals("refused")).count(), counts));
			}
		});
		return rows;
	}

	/** In the order of the catalogue, the gravest first. */
	private static List<RunView.CodeRow> codes(RunStory.Story story, RunWords words) {
		List<String> order = Catalogue.shipped().kinds().stream().map((kind) -> kind.code()).toList();
		Stream<RunView.CodeRow> problems = story.codes()
			.problems()
			.entrySet()
			.stream()
			.map((entry) -> new RunView.CodeRow(entry.getKey(), words.title(entry.getKey()), severity(entry.getKey()),
					entry.getValue()));
		Stream<RunView.CodeRow> information = story.codes()
			.information()
			.entrySet()
			.stream()
			.map((entry) -> new RunView.CodeRow(entry.getKey(), words.title(entry.getKey()), "I", entry.getValue()));
		return Stream.concat(problems, information)
			.sorted((a, b) -> (a.severity().equals(b.severity()))
					? Integer.compare(order.indexOf(a.code()), order.indexOf(b.code()))
					: Integer.compare("EWI".indexOf(a.severity()), "EWI".indexOf(b.severity())))
			.toList();
	}

	/** A code that is told only in one place may be to look at in another. */
	private static String severity(String code) {
		try {
			String usual = Catalogue.shipped().get(code).severity().name();
			return usual.equals("I") ? "W" : usual;
		}
		catch (IllegalArgumentException ex) {
			return "W";
		}
	}

	private static List<RunView.FileRow> files(RunStory.Story story, boolean named, RunWords words) {
		return story.files().stream().map((file) -> {
			boolean refused = file.status().equals("refused");
			String why = file.reason().isEmpty() ? ""
					: words.word("report.reason.", file.reason()) + (named ? detail(file, words) : "");
			RowCounts rows = file.rows();
			return new RunView.FileRow(words.text("run.role." + file.role()),
					named ? file.path() : words.text("runs.file.number", file.number()),
					words.word("runs.file.", file.status()), refused, refused ? why : "", rows);
		}).toList();
	}

	private static String detail(RunStory.File file, RunWords words) {
		return file.detail().isEmpty() ? "" : words.text("runs.colon") + file.detail();
	}

}
