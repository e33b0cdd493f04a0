package io.rollcall.identity;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** The work behind {@link IdNumber#parse}. */
final class IdParser {

	private static final Set<IdForm> RESIDENT_FORMS = Set.of(IdForm.RESIDENT_18, IdForm.RESIDENT_15,
			IdForm.RESIDENCE_PERMIT_18);

	private static final Set<IdForm> FOREIGNER_FORMS = Set.of(IdForm.FOREIGNER_18, IdForm.FOREIGNER_15);

	private static final Set<IdForm> HONG_KONG_FORMS = Set.of(IdForm.HONG_KONG_ID, IdForm.HONG_KONG_PERMIT,
			IdForm.RESIDENCE_PERMIT_18);

	private static final Set<IdForm> MACAO_FORMS = Set.of(IdForm.MACAO_ID, IdForm.MACAO_PERMIT,
			IdForm.RESIDENCE_PERMIT_18);

	private static final Set<IdForm> TAIWAN_FORMS = Set.of(IdForm.TAIWAN_PERMIT, IdForm.TAIWAN_ID,
			IdForm.RESIDENCE_PERMIT_18);

	private static final Set<IdForm> PERMIT_FORMS = Set.of(IdForm.HONG_KONG_PERMIT, IdForm.MACAO_PERMIT);

	private IdParser() {
	}

	static IdNumber parse(@Nullable String raw, @Nullable DocumentType stated) {
		if (raw != null && ResidentNumbers.hasEighteenPlaces(raw) && !Placeholders.isDummyNumber(raw)) {
			// Nearly every number: nothing to clean, and no trace of a number format.
			IdForm found = formOf(raw, stated);
			return read(new IdDraft(raw, raw, Set.of(), stated), found, accepted(found, raw, stated));
		}
		return understand(raw, stated);
	}

	/** The same for any text. */
	static IdNumber understand(@Nullable String raw, @Nullable DocumentType stated) {
		IdDraft draft = draft(raw, stated);
		String text = draft.text;
		if (text.isEmpty()) {
			return draft.finish(IdForm.UNKNOWN);
		}
		if (Placeholders.isPlaceholder(text) || Placeholders.isDummyNumber(text)) {
			return draft.finish(IdProblem.PLACEHOLDER);
		}
		IdProblem damage = IdDamage.numberFormat(text);
		if (damage != null) {
			return draft.finish(damage);
		}
		if (IdDamage.isMasked(text)) {
			return draft.finish(IdProblem.MASKED);
		}
		IdForm found = formOf(text, stated);
		return read(draft, found, accepted(found, text, stated));
	}

	private static IdDraft draft(@Nullable String raw, @Nullable DocumentType stated) {
		Cleaned cleaned = Cleaned.compact(raw);
		String upper = mapLastX(toUpper(cleaned.text()));
		EnumSet<Normalisation> done = EnumSet.noneOf(Normalisation.class);
		String withX = withPlainX(cleaned.raw(), upper);
		if (!withX.equals(cleaned.raw())) {
			// NFKC folded Ｘ and Ⅹ as well: name the X, and not the folding that it took
			done.addAll(Cleaned.compact(withX).normalisations());
			done.add(Normalisation.X_VARIANT);
		}
		else {
			done.addAll(cleaned.normalisations());
			if (!upper.equals(cleaned.text())) {
				done.add(Normalisation.CASE);
			}
		}
		return new IdDraft(cleaned.raw(), upper, done, stated);
	}

	/** The text as read with an ordinary X for the last of 18 places, if it is an X. */
	private static String withPlainX(String raw, String upper) {
		if (!ResidentNumbers.hasEighteenPlaces(upper) || upper.charAt(17) != 'X') {
			return raw;
		}
		int last = raw.length() - 1;
		while (CodePoints.isSpace(raw.charAt(last)) || CodePoints.isInvisible(raw.charAt(last))
				|| raw.charAt(last) == '"') {
			last--;
		}
		return raw.substring(0, last) + 'X' + raw.substring(last + 1);
	}

	private static String toUpper(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c > '~' || (c >= 'a' && c <= 'z')) {
				return text.toUpperCase(Locale.ROOT);
			}
		}
		return text;
	}

	private static String mapLastX(String upper) {
		if (upper.length() == 18 && ResidentNumbers.isXVariant(upper.charAt(17))
				&& CodePoints.isAllDigits(upper, 0, 17)) {
			return upper.substring(0, 17) + "X";
		}
		return upper;
	}

	private static IdForm formOf(String text, @Nullable DocumentType stated) {
		if (ResidentNumbers.hasEighteenPlaces(text)) {
			IdForm form = ResidentNumbers.formOf(text);
			// a typing error in the first digit must not make a resident a foreigner
			return (form == IdForm.FOREIGNER_18 && isResidentStated(stated)) ? IdForm.RESIDENT_18 : form;
		}
		if (stated == DocumentType.TAIWAN && OtherDocuments.isTaiwanPermit(text)) {
			return IdForm.TAIWAN_PERMIT;
		}
		if (stated == DocumentType.HONG_KONG && OtherDocuments.isHongKongId(text)) {
			return IdForm.HONG_KONG_ID;
		}
		if (text.length() == 15 && CodePoints.isAllDigits(text)) {
			return IdForm.RESIDENT_15;
		}
		return OtherDocuments.formOf(text);
	}

	private static boolean isResidentStated(@Nullable DocumentType stated) {
		return stated == DocumentType.RESIDENT || stated == DocumentType.HOUSEHOLD_REGISTER;
	}

	/** The layout in which the stated type allows the text to be read. */
	private static IdForm accepted(IdForm found, String text, @Nullable DocumentType stated) {
		if (stated == null) {
			return found;
		}
		return switch (stated) {
			case RESIDENT -> only(RESIDENT_FORMS, found);
			case RESIDENCE_PERMIT -> only(Set.of(IdForm.RESIDENCE_PERMIT_18), found);
			case FOREIGN_PERMANENT_RESIDENT -> only(FOREIGNER_FORMS, found);
			case HONG_KONG -> orPassport(HONG_KONG_FORMS, found, text);
			case MACAO -> orPassport(MACAO_FORMS, found, text);
			case TAIWAN -> orPassport(TAIWAN_FORMS, found, text);
			case MAINLAND_TRAVEL_PERMIT -> only(PERMIT_FORMS, found);
			case PASSPORT -> isPassport(text) ? IdForm.PASSPORT : IdForm.UNKNOWN;
			case HOUSEHOLD_REGISTER -> RESIDENT_FORMS.contains(found) ? found : IdForm.OPAQUE;
			default -> IdForm.OPAQUE;
		};
	}

	private static IdForm only(Set<IdForm> allowed, IdForm found) {
		return allowed.contains(found) ? found : IdForm.UNKNOWN;
	}

	private static IdForm orPassport(Set<IdForm> allowed, IdForm found, String text) {
		if (allowed.contains(found)) {
			return found;
		}
		boolean passport = isPassport(text) && text.length() <= 12 && !CodePoints.isAllDigits(text);
		return passport ? IdForm.PASSPORT : IdForm.UNKNOWN;
	}

	/** Passports of all countries have nothing more in common. */
	private static boolean isPassport(String text) {
		return text.length() >= 5 && text.length() <= 20
				&& text.chars().allMatch((c) -> CodePoints.isDigit(c) || CodePoints.isUpperLatin(c));
	}

	private static IdNumber read(IdDraft draft, IdForm found, IdForm accepted) {
		return switch (accepted) {
			case RESIDENT_18, RESIDENCE_PERMIT_18, FOREIGNER_18 -> ResidentNumbers.eighteen(draft, accepted);
			case RESIDENT_15 -> ResidentNumbers.fifteen(draft);
			case PASSPORT, OPAQUE -> draft.finish(accepted);
			case UNKNOWN -> draft.finish(whyUnknown(draft, found));
			default -> OtherDocuments.read(draft, accepted);
		};
	}

	private static IdProblem whyUnknown(IdDraft draft, IdForm found) {
		if (found != IdForm.UNKNOWN) {
			return IdProblem.OTHER_TYPE;
		}
		int last = draft.text.length() - 1;
		boolean digits = CodePoints.isAllDigits(draft.text)
				|| (draft.text.charAt(last) == 'X' && CodePoints.isAllDigits(draft.text, 0, last));
		return digits ? IdProblem.LENGTH : IdProblem.CHARS;
	}

}
