package io.rollcall.identity;

import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * An identity document number as understood (GB 11643 for resident numbers).
 *
 * @param raw the text as read
 * @param canonical the form for comparing and for keys: upper case, no brackets, 18
 * digits, re-issue digits left out; the cleaned text where the form is unknown
 * @param form the layout
 * @param type the stated document type, else the one inferred from the layout
 * @param typeInferred whether no type was stated
 * @param normalisations what was done to reach the canonical form
 * @param problems what is wrong, in the order of {@link IdProblem}
 * @param birthDate the birth date inside, or null where there is none or an impossible
 * one
 * @param sex the sex inside, or null where there is none
 */
public record IdNumber(String raw, String canonical, IdForm form, DocumentType type, boolean typeInferred,
		Set<Normalisation> normalisations, Set<IdProblem> problems, @Nullable LocalDate birthDate, @Nullable Sex sex) {

	/** Longer numbers hold their layout in themselves. */
	private static final int LONGEST_MISTAKABLE = 12;

	public IdNumber {
		Objects.requireNonNull(raw);
		Objects.requireNonNull(canonical);
		normalisations = Normalisation.copy(normalisations);
		problems = problems.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(problems));
	}

	/**
	 * Understands a number.
	 * @param raw the text as read; null counts as empty
	 * @param stated the document type that the record states, or null: then it is
	 * inferred from the layout
	 * @return the number with its problems; never an exception
	 */
	public static IdNumber parse(@Nullable String raw, @Nullable DocumentType stated) {
		return IdParser.parse(raw, stated);
	}

	/**
	 * A number that stood in a numeric cell, which is damage whatever its length; a zero
	 * is nothing.
	 * @param text the number's decimal notation
	 * @return the number with {@link IdProblem#NUMERIC_CELL}
	 */
	public static IdNumber ofNumericCell(String text) {
		IdProblem problem = text.equals("0") ? IdProblem.PLACEHOLDER : IdProblem.NUMERIC_CELL;
		return new IdNumber(text, text, IdForm.UNKNOWN, DocumentType.OTHER, true, Set.of(), Set.of(problem), null,
				null);
	}

	/**
	 * Whether nothing is there: a blank cell.
	 * @return true for blank
	 */
	public boolean isBlank() {
		return this.canonical.isEmpty();
	}

	/**
	 * Whether a problem of a category was found.
	 * @param category the category
	 * @return true when there is at least one
	 */
	public boolean has(IdProblem.Category category) {
		if (this.problems.isEmpty()) {
			return false;
		}
		for (IdProblem problem : this.problems) {
			if (problem.category() == category) {
				return true;
			}
		}
		return false;
	}

	/**
	 * Whether digits are certainly lost. For suspicions ask {@link ColumnDamage}.
	 * @return true for certain damage
	 */
	public boolean isDamaged() {
		return has(IdProblem.Category.DAMAGED);
	}

	/**
	 * Whether digits are hidden.
	 * @return true for a masked number
	 */
	public boolean isMasked() {
		return this.problems.contains(IdProblem.MASKED);
	}

	/**
	 * Whether the cell counts as absent: blank or a placeholder.
	 * @return true for absent
	 */
	public boolean isAbsent() {
		return isBlank() || this.problems.contains(IdProblem.PLACEHOLDER);
	}

	/**
	 * Whether the number may serve as a key: present, undamaged, not masked and of a
	 * known form. A wrong check digit does not matter.
	 * @return true for a usable number
	 */
	public boolean isComparable() {
		return !isAbsent() && !isDamaged() && !has(IdProblem.Category.FORMAT);
	}

	/**
	 * The key of a comparable number. Where the canonical form alone would be taken for
	 * another document, as a Taiwan permit for an identity card of Macao, the key says
	 * which it is: different documents have different keys.
	 * @return the canonical form, with the layout behind it where that is needed
	 * @throws IllegalStateException when the number is not comparable
	 */
	public String keyText() {
		if (!isComparable()) {
			throw new IllegalStateException("not comparable: " + this);
		}
		return isMistakable() ? this.canonical + "/" + this.form : this.canonical;
	}

	private boolean isMistakable() {
		if (this.canonical.length() > LONGEST_MISTAKABLE) {
			return false;
		}
		IdForm alone = OtherDocuments.formOf(this.canonical);
		return alone != IdForm.UNKNOWN && alone != this.form;
	}

	/**
	 * Whether the number was written in the old form of 15 digits with a real date.
	 * @return true for the old form
	 */
	public boolean isFifteenDigits() {
		return this.normalisations.contains(Normalisation.FIFTEEN_TO_EIGHTEEN);
	}

	/**
	 * The division code inside a resident number (GB/T 2260).
	 * @return six digits, or null for other forms
	 */
	public @Nullable String division() {
		return this.form.isResident() ? this.canonical.substring(0, 6) : null;
	}

	/**
	 * Whether the birth date inside lies after a day, such as the business date.
	 * @param day the day
	 * @return true for a birth in the future; false where no date is inside
	 */
	public boolean birthAfter(LocalDate day) {
		return this.birthDate != null && this.birthDate.isAfter(day);
	}

	@Override
	public String toString() {
		return "IdNumber[" + this.form + ", " + this.normalisations + ", " + this.problems + "]";
	}

}
