package io.rollcall.linkage;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/**
 * Levels of names of Latin words: the first and the last word, each beside its opposite
 * or both turned round, which is a comparison of its own. A name of one word is compared
 * with the best partner among the first and the last word.
 */
final class WordLevels implements FieldLevels {

	/** The level of names turned round, which is no comparison of a word. */
	static final String TURNED = "turned";

	private static final String FIRST_WORD = "first_";

	private static final String LAST_WORD = "last_";

	private static final int FIRST = 0;

	private static final int LAST = 1;

	private static final int ORDER = 2;

	private static final double[] SIMILARITIES = { 0.92, 0.85, 0.75 };

	/** A shorter beginning is no short form of a name. */
	private static final int SHORT_FORM = 3;

	/** Longer words are compared by their beginning. */
	private static final int LONGEST = 50;

	private static final List<String> LEVELS = List.of("equal", "very_alike", "alike", "little_alike", "different");

	/** One in ten people has another word: a married name, a name of call. */
	private static final List<Double> USUAL = List.of(0.72, 0.10, 0.04, 0.03, 0.11);

	private static final List<Comparison> COMPARISONS = List.of(word(FIRST_WORD, false), word(LAST_WORD, true),
			new Comparison("name", List.of("straight", TURNED), List.of(0.95, 0.05), false, false));

	private final String[][] words;

	private final double[] firstFrequency;

	private final double[] lastFrequency;

	/**
	 * Splits and counts the words.
	 * @param records records whose names are of Latin words, or that have none
	 */
	WordLevels(List<LinkRecord> records) {
		this.words = records.stream().map((record) -> ends(record.value("name"))).toArray(String[][]::new);
		Map<String, Integer> carriers = new HashMap<>();
		int names = 0;
		for (String[] ends : this.words) {
			new HashSet<>(List.of(ends)).forEach((word) -> carriers.merge(word, 1, Integer::sum));
			names += (ends.length > 0) ? 1 : 0;
		}
		this.firstFrequency = new double[this.words.length];
		this.lastFrequency = new double[this.words.length];
		for (int i = 0; i < this.words.length; i++) {
			String[] ends = this.words[i];
			if (ends.length > 0) {
				this.firstFrequency[i] = (carriers.get(ends[0]) + 1.0) / (names + 1);
				this.lastFrequency[i] = (carriers.get(ends[ends.length - 1]) + 1.0) / (names + 1);
			}
		}
	}

	/** Which word a step of the waterfall is about; empty when it is about none. */
	static String word(Contribution step) {
		return step.level().startsWith(FIRST_WORD) ? FIRST_WORD : step.level().startsWith(LAST_WORD) ? LAST_WORD : "";
	}

	private static Comparison word(String which, boolean shared) {
		return new Comparison("name", LEVELS.stream().map(which::concat).toList(), USUAL, true, shared);
	}

	private static String[] ends(String name) {
		if (!LatinName.hasOnlyWords(name)) {
			return new String[0];
		}
		List<String> words = LatinName.words(name)
			.stream()
			.map((word) -> (word.length() > LONGEST) ? word.substring(0, LONGEST) : word)
			.toList();
		return (words.size() == 1) ? new String[] { words.get(0) }
				: new String[] { words.get(0), words.get(words.size() - 1) };
	}

	@Override
	public List<Comparison> comparisons() {
		return COMPARISONS;
	}

	@Override
	public void compare(int first, int second, byte[] levels, int from) {
		String[] one = this.words[first];
		String[] other = this.words[second];
		levels[from + FIRST] = NONE;
		levels[from + LAST] = NONE;
		levels[from + ORDER] = NONE;
		if (one.length == 0 || other.length == 0) {
			return;
		}
		if (one.length == 1 || other.length == 1) {
			String single = (one.length == 1) ? one[0] : other[0];
			String[] partners = (one.length == 1) ? other : one;
			byte best = level(single, partners[0]);
			levels[from + LAST] = (partners.length == 1) ? best : (byte) Math.min(best, level(single, partners[1]));
			return;
		}
		byte straightFirst = level(one[0], other[0]);
		byte straightLast = level(one[1], other[1]);
		byte turnedFirst = level(one[0], other[1]);
		byte turnedLast = level(one[1], other[0]);
		boolean turned = turnedFirst + turnedLast + 1 < straightFirst + straightLast
				&& Math.min(turnedFirst, turnedLast) <= 1;
		levels[from + FIRST] = turned ? turnedFirst : straightFirst;
		levels[from + LAST] = turned ? turnedLast : straightLast;
		levels[from + ORDER] = (byte) (turned ? 1 : 0);
	}

	private static byte level(String one, String other) {
		if (one.equals(other)) {
			return 0;
		}
		double similarity = JaroWinkler.similarity(one, other);
		if (similarity >= SIMILARITIES[0]) {
			return 1;
		}
		boolean shortened = Math.min(one.length(), other.length()) >= SHORT_FORM
				&& (one.startsWith(other) || other.startsWith(one));
		if (similarity >= SIMILARITIES[1] || shortened) {
			return 2;
		}
		return (byte) ((similarity >= SIMILARITIES[2]) ? 3 : 4);
	}

	@Override
	public double frequency(int comparison, int first, int second, byte[] levels, int from) {
		if (comparison == ORDER) {
			return 0;
		}
		if (this.words[first].length == 1) {
			return this.lastFrequency[first];
		}
		if (this.words[second].length == 1) {
			return this.lastFrequency[second];
		}
		boolean turned = levels[from + ORDER] == 1;
		double one = (comparison == FIRST) ? this.firstFrequency[first] : this.lastFrequency[first];
		double other = ((comparison == FIRST) == turned) ? this.lastFrequency[second] : this.firstFrequency[second];
		return Math.max(one, other);
	}

	/** Of two partners the better one is taken. */
	@Override
	public double choice(int comparison, int first, int second) {
		boolean chosen = comparison == LAST && this.words[first].length + this.words[second].length == 3;
		return chosen ? -1 : 0;
	}

}
