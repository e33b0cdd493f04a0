package io.rollcall.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.FieldType;
import io.rollcall.identity.CandidateNumber;
import io.rollcall.identity.Cleaned;
import io.rollcall.identity.DocumentType;
import io.rollcall.identity.IdComparison;
import io.rollcall.identity.IdNumber;
import io.rollcall.identity.Normalisation;
import io.rollcall.identity.PersonName;
import io.rollcall.identity.TextComparison;

/**
 * Compares what two sources say of a field, by the type of the field. The levels are
 * exact, display, glyph, truncated, different.
 */
final class FieldComparison {

	/** Of a word in a table or a college: not the hanzi that it is written with. */
	private static final List<Normalisation> FORMS = List.of(Normalisation.LOOK_ALIKE, Normalisation.VARIANT);

	private FieldComparison() {
	}

	static Verdict compare(Field field, Side first, Side second) {
		if (first.unusable() || second.unusable() || first.isEmpty() && second.isEmpty()) {
			return Verdict.EQUAL;
		}
		if (field.type() == FieldType.PRESENCE && isNothing(first) && isNothing(second)) {
			return Verdict.EQUAL;
		}
		if (first.isEmpty() || second.isEmpty()) {
			return Verdict.of(Verdict.Level.MISSING);
		}
		return isEqual(field, first.text(), second.text()) ? written(first, second) : different(field, first, second);
	}

	/** An empty cell and a plain no say the same of a thing that is there or not. */
	private static boolean isNothing(Side side) {
		return side.isEmpty() || side.text().equals("0");
	}

	private static boolean isEqual(Field field, String first, String second) {
		return switch (field.type()) {
			// A source that knows year and month only is compared to that precision.
			case DATE -> first.startsWith(second) || second.startsWith(first);
			default -> first.equals(second);
		};
	}

	/** Of equal values, whether they were written alike. */
	private static Verdict written(Side first, Side second) {
		if (first.kinds().equals(second.kinds()) && first.kinds().isEmpty()
				|| first.written().equals(second.written())) {
			return Verdict.EQUAL;
		}
		Set<String> kinds = new TreeSet<>(first.kinds());
		kinds.addAll(second.kinds());
		Set<String> both = new TreeSet<>(first.kinds());
		both.retainAll(second.kinds());
		Set<String> telling = new TreeSet<>(kinds);
		telling.removeAll(both);
		Optional<Normalisation> form = FORMS.stream().filter((kind) -> telling.contains(kind.key())).findFirst();
		if (form.isPresent()) {
			return Verdict.of(Verdict.Level.GLYPH, "judge.hint." + form.get());
		}
		return new Verdict(Verdict.Level.FORMAT_ONLY,
				(telling.isEmpty() ? kinds : telling).stream().map("findings.normalisation."::concat).toList());
	}

	private static Verdict different(Field field, Side first, Side second) {
		return switch (field.type()) {
			case NAME -> text(TextComparison.ofNames(writtenName(first), writtenName(second)));
			case ID_NO -> id(first, second);
			case TEXT, TERM,
					COLLEGE ->
				text(field.name().equals("major_name")
						? TextComparison.ofMajors(writtenText(first), writtenText(second))
						: TextComparison.ofTexts(writtenText(first), writtenText(second), widths(field)));
			case CANDIDATE_NO -> candidate(first, second);
			default -> Verdict.of(Verdict.Level.DIFFERS);
		};
	}

	/**
	 * A cut is measured on the cell as written: cleaning makes a name longer or shorter.
	 */
	private static PersonName writtenName(Side side) {
		PersonName written = PersonName.parse(side.written());
		return written.comparison().equals(side.value()) ? written : PersonName.parse(side.value());
	}

	/**
	 * As for names; what a value map translated, or lost spaces between hanzi, is not as
	 * written.
	 */
	private static String writtenText(Side side) {
		return Cleaned.text(side.written()).text().equals(side.value()) ? side.written() : side.text();
	}

	private static int[] widths(Field field) {
		return field.width().map((width) -> new int[] { width }).orElse(new int[0]);
	}

	private static Verdict candidate(Side first, Side second) {
		return CandidateNumber.parse(first.value()).sameAfterLengthening(CandidateNumber.parse(second.value()))
				? Verdict.of(Verdict.Level.FORMAT_ONLY, "judge.lengthened") : Verdict.of(Verdict.Level.DIFFERS);
	}

	private static Verdict text(TextComparison comparison) {
		String hint = "judge.hint." + comparison.hint();
		return switch (comparison.level()) {
			case EXACT, NOT_COMPARABLE -> Verdict.EQUAL;
			case DISPLAY -> new Verdict(Verdict.Level.FORMAT_ONLY,
					comparison.normalisations()
						.stream()
						.map((kind) -> "findings.normalisation." + kind.key())
						.toList());
			case GLYPH -> Verdict.of(Verdict.Level.GLYPH, hint);
			case TRUNCATED -> Verdict.of(Verdict.Level.TRUNCATED);
			case DIFFERENT -> (comparison.hint() == TextComparison.Hint.NONE) ? Verdict.of(Verdict.Level.DIFFERS)
					: Verdict.of(Verdict.Level.DIFFERS, hint);
		};
	}

	private static Verdict id(Side first, Side second) {
		IdComparison comparison = IdComparison.of(number(first), number(second));
		return switch (comparison.verdict()) {
			case EQUAL, NOT_COMPARABLE -> Verdict.EQUAL;
			case EQUAL_NORMALISED -> Verdict.of(Verdict.Level.FORMAT_ONLY);
			case DIFFERENT_TYPE -> Verdict.of(Verdict.Level.OTHER_DOCUMENT, "judge.segment.DOCUMENT");
			case DIFFERENT -> {
				List<String> notes = new ArrayList<>();
				comparison.segments().forEach((segment) -> notes.add("judge.segment." + segment));
				yield new Verdict(Verdict.Level.DIFFERS, notes);
			}
		};
	}

	private static IdNumber number(Side side) {
		return IdNumber.parse(side.value(),
				(side.documentType() != null) ? DocumentType.parse(side.documentType()).orElse(null) : null);
	}

}
