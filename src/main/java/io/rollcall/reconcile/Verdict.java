package io.rollcall.reconcile;

import java.util.List;

/**
 * How two sources' values of a field compare.
 *
 * @param level how grave it is
 * @param notes keys of texts that say more: segments of an ID number, normalisations,
 * hints
 */
record Verdict(Level level, List<String> notes) {

	static final Verdict EQUAL = new Verdict(Level.EQUAL, List.of());

	Verdict {
		notes = List.copyOf(notes);
	}

	static Verdict of(Level level, String... notes) {
		return new Verdict(level, List.of(notes));
	}

	/** From harmless to grave: of several pairs the gravest counts. */
	enum Level {

		/** Nothing to say, or nothing to compare. */
		EQUAL,
		/** Equal after normalisation. */
		FORMAT_ONLY,
		/** One has it, the other left it empty. */
		MISSING,
		/** A rare character is missing or replaced. */
		GLYPH,
		/** One is the other, cut at a field's width. */
		TRUNCATED,
		/** A broad major of admission and a major that its students were divided into. */
		BROAD_MAJOR,
		/** Numbers of two documents, both of which a person may have. */
		OTHER_DOCUMENT,
		/** Different. */
		DIFFERS

	}

}
