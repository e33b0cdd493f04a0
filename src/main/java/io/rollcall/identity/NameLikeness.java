package io.rollcall.identity;

/**
 * How alike two names are to somebody who looks for one person in two sources, most alike
 * first. Looser than {@link MatchLevel}, and never proof that two people are one.
 */
public enum NameLikeness {

	/** Equal, but perhaps for their display. */
	EQUAL,
	/**
	 * Equal but for a rare character, a variant, a doubtful separator or a field width.
	 */
	SAME_WRITTEN_OTHERWISE,
	/** Read alike: 李晓明 and 李小明, or hanzi and pinyin. */
	SAME_PINYIN,
	/** The same characters or words in another order. */
	REORDERED,
	/** One character of several differs, or one has a character more. */
	ONE_CHARACTER,
	/** Nothing but the surname, which may be a compound one. */
	SURNAME_ONLY,
	/** Different. */
	DIFFERENT,
	/** One of them is absent or unreadable. */
	UNKNOWN;

	/**
	 * How alike two names are. Symmetric.
	 * @param first one name
	 * @param second the other
	 * @return the first that holds
	 */
	public static NameLikeness of(PersonName first, PersonName second) {
		TextComparison comparison = TextComparison.ofNames(first, second);
		return switch (comparison.level()) {
			case EXACT, DISPLAY -> EQUAL;
			case GLYPH, TRUNCATED -> SAME_WRITTEN_OTHERWISE;
			case NOT_COMPARABLE -> UNKNOWN;
			case DIFFERENT -> ofDifferent(comparison.hint(), first.comparison(), second.comparison());
		};
	}

	private static NameLikeness ofDifferent(TextComparison.Hint hint, String first, String second) {
		return switch (hint) {
			case SAME_PINYIN -> SAME_PINYIN;
			case ORDER -> REORDERED;
			case ONE_CHARACTER, ONE_MISSING -> ONE_CHARACTER;
			default -> {
				String surname = Surnames.of(first);
				yield (!surname.isEmpty() && surname.equals(Surnames.of(second))) ? SURNAME_ONLY : DIFFERENT;
			}
		};
	}

}
