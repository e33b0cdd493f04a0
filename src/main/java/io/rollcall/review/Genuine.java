package io.rollcall.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import io.rollcall.sheet.Seals;

/** Tells a workbook that this installation wrote for a campaign from any other. */
final class Genuine {

	/** Campaigns that may be named in a sentence; anybody may have written the cell. */
	private static final Pattern CAMPAIGN = Pattern.compile("[\\p{L}\\p{N}._-]{1,64}");

	private static final int CAMPAIGN_ROW = 2;

	private final String campaign;

	private final UnaryOperator<String> seals;

	private final KnownRuns runs;

	private final Sentences sentences;

	Genuine(String campaign, UnaryOperator<String> seals, KnownRuns runs, Sentences sentences) {
		this.campaign = campaign;
		this.seals = seals;
		this.runs = runs;
		this.sentences = sentences;
	}

	/**
	 * Finds the run that wrote a workbook.
	 * @throws Refused when the workbook is not genuine
	 */
	KnownRun check(WorkbookSurvey survey) throws Refused {
		ManifestSheet manifest = survey.manifest().orElseThrow(() -> manifest("manifest.missing"));
		if (manifest.isBroken()) {
			throw manifest("manifest.broken");
		}
		if (!manifest.schema().equals(Seals.SCHEMA)) {
			throw manifest("manifest.schema");
		}
		if (!manifest.campaign().equals(this.campaign)) {
			String other = CAMPAIGN.matcher(manifest.campaign()).matches() ? manifest.campaign() : "?";
			throw this.sentences.file("campaign", Seals.SHEET, 1, CAMPAIGN_ROW, other, this.campaign);
		}
		WorkbookSurvey.Seal seal = survey.seal().orElseThrow(() -> sealMissing(survey));
		if (!fits(seal, manifest)) {
			throw this.sentences.file("seal.wrong", seal.sheet(), seal.column(), seal.row());
		}
		return run(seal);
	}

	private Refused sealMissing(WorkbookSurvey survey) {
		return survey.sealRow()
			.map((row) -> this.sentences.file("seal.missing", row.sheet(), 1, row.number()))
			.orElseGet(() -> this.sentences.file("seal.missing", survey.firstSheet(), 0, 1));
	}

	private Refused manifest(String key) {
		return this.sentences.file(key, Seals.SHEET, 0, 1);
	}

	private boolean fits(WorkbookSurvey.Seal seal, ManifestSheet manifest) {
		String expected = this.seals.apply(manifest.sealed(seal.runName()));
		boolean named = seal.campaign().equals(manifest.campaign()) && seal.date().equals(manifest.date());
		return named && MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8),
				seal.code().getBytes(StandardCharsets.UTF_8));
	}

	private KnownRun run(WorkbookSurvey.Seal seal) throws Refused {
		try {
			return this.runs.find(seal.campaign(), LocalDate.parse(seal.date()), seal.number())
				.orElseThrow(() -> unknown(seal));
		}
		catch (DateTimeException ex) {
			throw unknown(seal);
		}
	}

	private Refused unknown(WorkbookSurvey.Seal seal) {
		return this.sentences.file("run.unknown", seal.sheet(), seal.column(), seal.row(), seal.runName());
	}

}
