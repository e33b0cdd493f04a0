package io.rollcall.intake;

import java.util.EnumSet;
import java.util.Set;

import io.rollcall.identity.Cleaned;
import io.rollcall.identity.HanziText;
import io.rollcall.identity.Normalisation;

/** The kinds of cleaning that are worth telling, by the kind of value. */
final class Cleaning {

	private static final Set<Normalisation> ALWAYS = EnumSet.of(Normalisation.INVISIBLE, Normalisation.SPACE,
			Normalisation.APOSTROPHE);

	private static final Set<Normalisation> NAME = EnumSet.of(Normalisation.INVISIBLE, Normalisation.SPACE,
			Normalisation.APOSTROPHE, Normalisation.WIDTH, Normalisation.COMPATIBILITY, Normalisation.SEPARATOR,
			Normalisation.PRIVATE_USE);

	private static final Set<Normalisation> NUMBER = EnumSet.of(Normalisation.INVISIBLE, Normalisation.SPACE,
			Normalisation.APOSTROPHE, Normalisation.WIDTH, Normalisation.COMPATIBILITY, Normalisation.X_VARIANT,
			Normalisation.NOTATION);

	private static final Set<Normalisation> FORM = EnumSet.of(Normalisation.VARIANT, Normalisation.LOOK_ALIKE);

	private Cleaning() {
	}

	static Set<Normalisation> ofName(Set<Normalisation> kinds) {
		return only(kinds, NAME);
	}

	/** What tells that a word was found in another form of its hanzi. */
	static Set<Normalisation> ofForm(Set<Normalisation> kinds) {
		return only(kinds, FORM);
	}

	static Set<Normalisation> ofNumber(Set<Normalisation> kinds) {
		return only(kinds, NUMBER);
	}

	/**
	 * Full-width brackets and commas are right in Chinese text; full-width letters are
	 * not.
	 */
	static Set<Normalisation> ofText(String raw, Cleaned cleaned) {
		Set<Normalisation> kinds = only(cleaned.normalisations(), ALWAYS);
		boolean wide = raw.chars()
			.anyMatch((c) -> c >= '\uFF10' && c <= '\uFF19' || c >= '\uFF21' && c <= '\uFF3A'
					|| c >= '\uFF41' && c <= '\uFF5A');
		if (wide) {
			kinds.add(Normalisation.WIDTH);
		}
		if (cleaned.normalisations().contains(Normalisation.COMPATIBILITY) && HanziText.hasOtherHanzi(raw)) {
			kinds.add(Normalisation.COMPATIBILITY);
		}
		return kinds;
	}

	private static Set<Normalisation> only(Set<Normalisation> kinds, Set<Normalisation> wanted) {
		EnumSet<Normalisation> told = EnumSet.noneOf(Normalisation.class);
		for (Normalisation kind : kinds) {
			if (wanted.contains(kind)) {
				told.add(kind);
			}
		}
		return told;
	}

}
