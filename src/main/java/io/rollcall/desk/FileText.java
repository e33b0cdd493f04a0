package io.rollcall.desk;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rollcall.campaign.FileNames;
import io.rollcall.campaign.SourceRole;
import io.rollcall.identity.Masking;

/** What a file is called where it comes from: shown, judged, and never used as a path. */
final class FileText {

	/** The longest name that is shown. */
	private static final int LONGEST = 80;

	private static final Pattern EXTENSION = Pattern.compile("(?s).*\\.([A-Za-z]{2,4})");

	private static final Set<String> TAKEN = Set.of("xlsx", "xlsm", "xls", "et", "csv", "tsv", "txt", "dbf", "htm",
			"html", "xml");

	private FileText() {
	}

	/**
	 * The name for people: the last part of what may be a path, without characters that
	 * cannot be seen or turn the direction of writing. People put ID numbers into names.
	 */
	static String shown(String typed) {
		String name = typed.substring(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1);
		StringBuilder kept = new StringBuilder();
		name.codePoints()
			.filter((c) -> !Character.isISOControl(c) && Character.isDefined(c) && isVisible(c))
			.limit(LONGEST + 1L)
			.forEach(kept::appendCodePoint);
		String text = Masking.maskAnyNumbers(kept.toString().strip());
		int length = text.codePointCount(0, text.length());
		return (length <= LONGEST) ? text : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
	}

	private static boolean isVisible(int c) {
		return switch (Character.getType(c)) {
			case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.LINE_SEPARATOR,
					Character.PARAGRAPH_SEPARATOR ->
				false;
			default -> true;
		};
	}

	/** The extension of a table, in lower case; empty for every other file. */
	static Optional<String> extension(String typed) {
		Matcher matcher = EXTENSION.matcher(typed);
		return matcher.matches() ? Optional.of(matcher.group(1).toLowerCase(Locale.ROOT)).filter(TAKEN::contains)
				: Optional.empty();
	}

	/** Why a file is not taken for its name alone: the key of a sentence, or empty. */
	static Optional<String> problem(String typed, SourceRole role) {
		String name = typed.substring(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1);
		if (extension(name).isEmpty()) {
			return Optional.of("uploads.wrong.extension");
		}
		return switch (FileNames.classify(name, role).use()) {
			case RECORDS -> Optional.empty();
			case CODE_TABLE -> Optional.of("uploads.wrong.codeTable");
			case NOT_A_TABLE, PASSED_OVER -> Optional.of("uploads.wrong.notForRuns");
		};
	}

}
