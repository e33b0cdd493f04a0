package io.rollcall.account;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import io.rollcall.account.NearMatch.Place;

/**
 * A few words by which a prompt is known, a row of {@code fragments.tsv}. All texts are
 * folded.
 *
 * @param problem the problem
 * @param text the words
 * @param exact whether the words must stand without an error
 * @param keeps when errors are allowed: one of these must stand in the text
 * @param unless when one of these stands in the text, the words mean something else
 */
record Fragment(AccountProblem problem, String text, boolean exact, List<String> keeps, List<String> unless) {

	/** Standing right before the words, these turn them round. */
	private static final Pattern DENIED = Pattern.compile("(?:[不没未]|没有|不是|并非)$");

	/**
	 * Reads a row.
	 * @param row code, weight, errors, unless, words
	 */
	static Fragment of(String[] row) {
		boolean exact = row[2].equals("-");
		return new Fragment(AccountProblems.get(row[0]), PromptText.fold(row[4]), exact,
				exact ? List.of() : alternatives(row[2]), alternatives(row[3]));
	}

	private static List<String> alternatives(String cell) {
		return Arrays.stream(cell.split("/")).map(PromptText::fold).filter((text) -> !text.isEmpty()).toList();
	}

	/** Whether the words stand in a folded text and are not denied there. */
	boolean standsIn(String folded) {
		for (int at = folded.indexOf(this.text); at >= 0; at = folded.indexOf(this.text, at + 1)) {
			if (!isDenied(folded, at)) {
				return this.unless.stream().noneMatch(folded::contains);
			}
		}
		return false;
	}

	/**
	 * The share of errors with which the words stand in a folded text.
	 * @return 0 to 0.2, or 1 when they do not stand there
	 */
	double distance(String folded) {
		if (this.exact || this.unless.stream().anyMatch(folded::contains)
				|| (!this.keeps.isEmpty() && this.keeps.stream().noneMatch(folded::contains))) {
			return 1;
		}
		int[] words = this.text.codePoints().toArray();
		Place place = NearMatch.find(words, folded.codePoints().toArray());
		if (place == null || isDenied(folded, folded.offsetByCodePoints(0, place.start()))) {
			return 1;
		}
		return (double) place.errors() / words.length;
	}

	private static boolean isDenied(String folded, int at) {
		return DENIED.matcher(folded.substring(Math.max(0, at - 2), at)).find();
	}

}
