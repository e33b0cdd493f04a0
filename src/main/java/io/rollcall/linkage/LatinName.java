package io.rollcall.linkage;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Names of words, as foreign students have them: given and family name may change places,
 * one of them may be another (a married name), and each may be mistyped. A word that few
 * people carry says more than a common one.
 */
final class LatinName {

	/** One word; a pattern for all of them would recurse for each. */
	private static final Pattern WORD = Pattern.compile("\\p{IsLatin}[\\p{IsLatin}\\p{M}'’.-]*");

	/** A word can say no more: log2 of some two thousand. */
	private static final double MOST = 11;

	/** One typing error in a word, or two in a long one. */
	private static final double ALIKE = 0.88;

	/** What a typing error takes away. */
	private static final double ERROR = 2.5;

	/** Another word: one in ten people, and nearly all pairs by chance. */
	private static final double DIFFERENT = -3.3;

	private final Map<String, Integer> frequencies = new HashMap<>();

	private int words;

	/**
	 * Counts the words of names.
	 * @param records the records to link
	 */
	LatinName(List<LinkRecord> records) {
		for (LinkRecord record : records) {
			if (isLatin(record.value("name"))) {
				for (String word : words(record.value("name"))) {
					this.frequencies.merge(word, 1, Integer::sum);
					this.words++;
				}
			}
		}
	}

	/** Whether a name consists of Latin words, at least two. */
	static boolean isLatin(String name) {
		return hasOnlyWords(name) && words(name).size() > 1;
	}

	/** Whether a name consists of Latin words, one at least. */
	static boolean hasOnlyWords(String name) {
		return name != null && words(name).stream().allMatch((word) -> WORD.matcher(word).matches());
	}

	/** The words of a name. */
	static List<String> words(String name) {
		return Arrays.asList(name.toLowerCase(Locale.ROOT).split("\\s+"));
	}

	/** The bits of two names: of the two ways to lay word beside word, the better one. */
	double bits(String one, String other) {
		List<String> left = words(one);
		List<String> right = words(other);
		return Math.max(aligned(left, right, false), aligned(left, right, true));
	}

	private double aligned(List<String> left, List<String> right, boolean turned) {
		int length = Math.min(left.size(), right.size());
		double sum = turned ? -1 : 0;
		for (int i = 0; i < length; i++) {
			int opposite = turned ? right.size() - 1 - i : (i == length - 1) ? right.size() - 1 : i;
			sum += word((i == length - 1) ? left.get(left.size() - 1) : left.get(i), right.get(opposite));
		}
		return sum;
	}

	private double word(String one, String other) {
		if (one.equals(other)) {
			return rarity(one);
		}
		if (JaroWinkler.similarity(one, other) >= ALIKE) {
			return Math.min(rarity(one), rarity(other)) - ERROR;
		}
		return DIFFERENT;
	}

	/** One carrier more than there are, so that nothing is infinitely rare. */
	private double rarity(String word) {
		int carriers = this.frequencies.getOrDefault(word, 0) + 1;
		return Math.min(MOST, Math.log((double) (this.words + 1) / carriers) / Math.log(2));
	}

}
