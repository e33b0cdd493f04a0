package io.rollcall.identity;

/** How closely two texts agree, best first. */
public enum MatchLevel {

	/** The same code points. */
	EXACT,
	/** Equal after normalisation. */
	DISPLAY,
	/**
	 * Equal but for a missing or replaced character, a variant or a doubtful separator.
	 */
	GLYPH,
	/** One is the other cut at a field width. */
	TRUNCATED,
	/** Different. */
	DIFFERENT,
	/** One of them is blank or unreadable throughout. */
	NOT_COMPARABLE

}
