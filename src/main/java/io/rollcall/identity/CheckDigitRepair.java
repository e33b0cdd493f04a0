package io.rollcall.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Where a number with a wrong check digit was probably mistyped. A candidate only, told
 * as a position and never as digits.
 *
 * @param kind what was probably mistyped
 * @param position the place counted from 1; of a swap the first of the two places
 */
public record CheckDigitRepair(Kind kind, int position) {

	/** Kinds of typing errors. */
	public enum Kind {

		/** One character is wrong. */
		CHANGE,
		/** The characters at the position and after it are exchanged. */
		SWAP

	}

	/**
	 * Finds the one change of a single character or swap of two neighbours that makes the
	 * number valid (ISO 7064 MOD 11-2), agrees with the record's birth date and sex, and
	 * has a known division (GB/T 2260; resident numbers only).
	 * @param id the number with the wrong check digit
	 * @param birthDate the record's birth date to the precision known, or null
	 * @param sex the record's sex, or null
	 * @return the only such repair; empty when there is none, more than one, or when
	 * birth date or sex is not known
	 */
	public static Optional<CheckDigitRepair> find(IdNumber id, @Nullable PartialDate birthDate, @Nullable Sex sex) {
		if (birthDate == null || sex == null || !id.form().hasEighteenPlaces()
				|| !id.problems().contains(IdProblem.CHECKSUM)) {
			return Optional.empty();
		}
		List<CheckDigitRepair> found = new ArrayList<>();
		for (int i = 0; i < id.canonical().length(); i++) {
			tryChanges(id, i, birthDate, sex, found);
			trySwap(id, i, birthDate, sex, found);
		}
		return (found.size() == 1) ? Optional.of(found.get(0)) : Optional.empty();
	}

	private static void tryChanges(IdNumber id, int place, PartialDate birthDate, Sex sex,
			List<CheckDigitRepair> found) {
		StringBuilder text = new StringBuilder(id.canonical());
		for (char c : ((place == 17) ? "0123456789X" : "0123456789").toCharArray()) {
			text.setCharAt(place, c);
			if (isPlausible(id, text, birthDate, sex)) {
				found.add(new CheckDigitRepair(Kind.CHANGE, place + 1));
			}
		}
	}

	private static void trySwap(IdNumber id, int place, PartialDate birthDate, Sex sex, List<CheckDigitRepair> found) {
		StringBuilder text = new StringBuilder(id.canonical());
		if (place > 16 || text.charAt(place + 1) == 'X' || text.charAt(place) == text.charAt(place + 1)) {
			return;
		}
		text.setCharAt(place, id.canonical().charAt(place + 1));
		text.setCharAt(place + 1, id.canonical().charAt(place));
		if (isPlausible(id, text, birthDate, sex)) {
			found.add(new CheckDigitRepair(Kind.SWAP, place + 1));
		}
	}

	private static boolean isPlausible(IdNumber id, CharSequence text, PartialDate birthDate, Sex sex) {
		if (!CheckCharacters.isResidentValid(text)) {
			return false;
		}
		IdNumber repaired = IdNumber.parse(text.toString(), id.typeInferred() ? null : id.type());
		return repaired.form() == id.form() && repaired.sex() == sex && repaired.birthDate() != null
				&& PartialDate.isSupported(repaired.birthDate().getYear())
				&& PartialDate.of(repaired.birthDate()).agreesWith(birthDate)
				&& (!id.form().isResident() || Divisions.known(repaired.division()));
	}

}
