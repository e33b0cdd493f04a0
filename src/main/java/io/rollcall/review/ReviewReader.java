package io.rollcall.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.rollcall.source.FileKind;
import io.rollcall.source.ReadOptions;
import io.rollcall.source.RefusedException.Problem;
import io.rollcall.source.RefusedException;
import io.rollcall.source.Row;
import io.rollcall.source.Sources;
import io.rollcall.text.Messages;

/**
 * Reads a workbook that comes back with decisions. The file's name does not matter, nor
 * which program saved it. The file is read twice, row by row: memory holds the hidden
 * list of cases, the texts that rows share, the decisions and the refusals.
 */
public final class ReviewReader {

	private static final ReadOptions OPTIONS = ReadOptions.DEFAULT.withEverything();

	private final ReviewSettings settings;

	private final Sentences sentences;

	private final KnownRuns runs;

	private final KnownCases cases;

	private final PossibleValues values;

	/**
	 * A reader.
	 * @param settings for which campaign
	 * @param messages the texts of the refusals
	 * @param runs the runs that were published
	 * @param cases the cases of those runs
	 * @param values which corrected values can be right
	 */
	public ReviewReader(ReviewSettings settings, Messages messages, KnownRuns runs, KnownCases cases,
			PossibleValues values) {
		this.settings = Objects.requireNonNull(settings);
		this.sentences = new Sentences(messages);
		this.runs = Objects.requireNonNull(runs);
		this.cases = Objects.requireNonNull(cases);
		this.values = Objects.requireNonNull(values);
	}

	/**
	 * A reader without memory, for people who check a workbook before it is handed in: it
	 * tells a genuine workbook and every wrong answer, but not whether the run is known.
	 * @param settings for which campaign
	 * @param messages the texts of the refusals
	 * @param values which corrected values can be right
	 * @return the reader
	 */
	public static ReviewReader withoutMemory(ReviewSettings settings, Messages messages, PossibleValues values) {
		return new ReviewReader(settings, messages,
				(campaign, date, number) -> Optional.of(new KnownRun(campaign, date, number, Optional.empty())),
				(run, one) -> Optional.empty(), values);
	}

	/**
	 * Reads a workbook that anybody may have handed in.
	 * @param file the file; it is opened for reading only
	 * @return what came back
	 * @throws RefusedException when the file is damaged, hostile or too large
	 * @throws IOException when the temporary folder cannot be used
	 */
	public ReturnedWorkbook read(Path file) throws RefusedException, IOException {
		return read(file, Reviewer.REGISTRAR);
	}

	/**
	 * Reads a workbook that a known person hands in.
	 * @param file the file; it is opened for reading only
	 * @param sender who hands it in; a college may hand in its own workbook only
	 * @return what came back
	 * @throws RefusedException when the file is damaged, hostile or too large
	 * @throws IOException when the temporary folder cannot be used
	 */
	public ReturnedWorkbook read(Path file, Reviewer sender) throws RefusedException, IOException {
		try {
			return readable(file, sender);
		}
		catch (Refused ex) {
			return ReturnedWorkbook.refused(ex.refusal(), ex.reviewer());
		}
	}

	private ReturnedWorkbook readable(Path file, Reviewer sender) throws Refused, RefusedException, IOException {
		try {
			return recognised(Sources.sniff(file), file, sender);
		}
		catch (RefusedException ex) {
			if (ex.problem() != Problem.ENCRYPTED) {
				throw ex;
			}
		}
		String password = this.settings.password().orElseThrow(() -> this.sentences.whole("password.none"));
		Path folder = Files.createTempDirectory(this.settings.temporary(), "review");
		Path plain = folder.resolve("plain.xlsx");
		try {
			if (!Unlocked.unlock(file, password, plain, OPTIONS.limits())) {
				throw this.sentences.whole("password.wrong");
			}
			return recognised(Sources.sniff(plain), plain, sender);
		}
		finally {
			Files.deleteIfExists(plain);
			Files.delete(folder);
		}
	}

	private ReturnedWorkbook recognised(FileKind kind, Path file, Reviewer sender) throws Refused, RefusedException {
		if (kind != FileKind.XLSX) {
			stranger(FirstRow.of(file));
			throw this.sentences.whole("format", this.sentences.messages().get("source.kind." + kind.name()));
		}
		WorkbookSurvey survey = new WorkbookSurvey();
		Sources.read(file, OPTIONS, survey);
		if (survey.manifest().isEmpty()) {
			stranger(survey.heads());
		}
		try {
			return genuine(file, survey, sender);
		}
		catch (Refused ex) {
			throw survey.manifest()
				.filter((manifest) -> !manifest.isBroken() && manifest.campaign().equals(this.settings.campaign()))
				.map((manifest) -> ex.by(Reviewer.named(manifest.reader())))
				.orElse(ex);
		}
	}

	private ReturnedWorkbook genuine(Path file, WorkbookSurvey survey, Reviewer sender)
			throws Refused, RefusedException {
		KnownRun run = new Genuine(this.settings.campaign(), this.settings.seal(), this.runs, this.sentences)
			.check(survey);
		ManifestSheet manifest = survey.manifest().orElseThrow();
		Reviewer reviewer = Reviewer.named(manifest.reader());
		if (!sender.registrar() && !sender.equals(reviewer)) {
			throw this.sentences.whole(reviewer.registrar() ? "sender.registrar" : "sender.other");
		}
		AnswerRows rows = new AnswerRows(AnswerList.of(survey, reviewer, this.sentences), manifest, run, reviewer,
				this.cases, new AnswerChecks(this.sentences, this.values, this.settings.today()));
		Sources.read(file, OPTIONS, rows);
		return rows.result(notices(run));
	}

	private void stranger(Map<String, Row> heads) throws Refused {
		String known = Strangers.recognise(heads).orElse("");
		if (!known.isEmpty()) {
			throw this.sentences.whole(known);
		}
	}

	private List<String> notices(KnownRun run) {
		return run.newer()
			.map((newer) -> this.sentences.messages().get("review.notice.older", run.name(), newer))
			.stream()
			.toList();
	}

}
