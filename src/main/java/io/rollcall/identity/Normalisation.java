package io.rollcall.identity;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * The ways in which a value as written differs from its comparison form without meaning
 * anything else.
 */
public enum Normalisation {

	/**
	 * Invisible characters were removed (BOM, zero-width, bidi, soft hyphen, control).
	 */
	INVISIBLE("invisible", true),
	/** Spaces of any kind were removed, collapsed or replaced by an ordinary one. */
	SPACE("space", true),
	/**
	 * A number was written as a quantity, such as {@code 20610402110001.0}; its digits
	 * are used as written.
	 */
	NOTATION("notation", true),
	/** The name of a college was cut at the platform's field width and still found. */
	CUT("cut", false),
	/** A day without its year was completed by the campaign's period. */
	COMPLETED("completed", false),
	/** A leading apostrophe or an {@code ="..."} wrapper of spreadsheets was removed. */
	APOSTROPHE("apostrophe", true),
	/** Full-width or half-width variants were folded. */
	WIDTH("width", true),
	/** Other compatibility characters were folded (Unicode NFKC), such as radicals. */
	COMPATIBILITY("compatibility", true),
	/** A stand-in for the name separator U+00B7, or for an apostrophe or hyphen. */
	SEPARATOR("separator", true),
	/** Brackets of another shape. */
	BRACKETS("brackets", true),
	/** Letters of the other case. */
	CASE("case", true),
	/** A stand-in for the X in the last place of an ID number. */
	X_VARIANT("x-variant", true),
	/** A private-use character was replaced by its standard character. */
	PRIVATE_USE("private-use", true),
	/** Another form of the same hanzi (漢 for 汉). */
	VARIANT("variant", true),
	/** A character that only looks like a hanzi, such as a kana (ニ for 二). */
	LOOK_ALIKE("look-alike", true),
	/** An ID number of 15 digits was turned into its 18-digit form (GB 11643). */
	FIFTEEN_TO_EIGHTEEN("fifteen-to-eighteen", false),
	/** The optional brackets around a check character were left out. */
	CHECK_BRACKETS("check-brackets", false),
	/** The re-issue digits of a travel permit were left out. */
	REISSUE("reissue", false),
	/** A closing 类 or a direction in brackets was left out of a major. */
	MAJOR_SUFFIX("major-suffix", false);

	private final String key;

	private final boolean cleaning;

	Normalisation(String key, boolean cleaning) {
		this.key = key;
		this.cleaning = cleaning;
	}

	/**
	 * A stable key for texts in any language.
	 * @return lower case with hyphens
	 */
	public String key() {
		return this.key;
	}

	/**
	 * Whether the cell was merely cleaned. False where the value has another legitimate
	 * form (old ID numbers, re-issued permits), which is told separately.
	 * @return true when it counts as a cleaned cell
	 */
	public boolean isCleaning() {
		return this.cleaning;
	}

	static Set<Normalisation> copy(Set<Normalisation> kinds) {
		return kinds.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(kinds));
	}

	/**
	 * What tells two equal values apart: the kinds applied to one of them only, or when
	 * both needed the same, all of them.
	 */
	static Set<Normalisation> between(Set<Normalisation> first, Set<Normalisation> second) {
		EnumSet<Normalisation> either = EnumSet.noneOf(Normalisation.class);
		either.addAll(first);
		either.addAll(second);
		EnumSet<Normalisation> difference = EnumSet.copyOf(either);
		difference.removeIf((kind) -> first.contains(kind) && second.contains(kind));
		return copy(difference.isEmpty() ? either : difference);
	}

}
