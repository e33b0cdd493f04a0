package io.rollcall.identity;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** An ID number while it is being understood; confined to one call of the parser. */
final class IdDraft {

	final String raw;

	final @Nullable DocumentType stated;

	/** The cleaned text in upper case. */
	final String text;

	private final Set<Normalisation> normalisations;

	private @Nullable EnumSet<IdProblem> problems;

	private String canonical;

	private @Nullable LocalDate birthDate;

	private @Nullable Sex sex;

	IdDraft(String raw, String text, Set<Normalisation> normalisations, @Nullable DocumentType stated) {
		this.raw = raw;
		this.text = text;
		this.canonical = text;
		this.normalisations = normalisations;
		this.stated = stated;
	}

	void problem(IdProblem problem) {
		if (this.problems == null) {
			this.problems = EnumSet.noneOf(IdProblem.class);
		}
		this.problems.add(problem);
	}

	void canonical(String text, Normalisation because) {
		this.canonical = text;
		this.normalisations.add(because);
	}

	void sex(boolean male) {
		this.sex = male ? Sex.MALE : Sex.FEMALE;
	}

	/** Takes the birth date, or notes that the calendar does not have it. */
	boolean birth(int year, int month, int day) {
		try {
			this.birthDate = (year < ResidentNumbers.FIRST_BIRTH_YEAR) ? null : LocalDate.of(year, month, day);
		}
		catch (DateTimeException ex) {
			this.birthDate = null;
		}
		if (this.birthDate == null) {
			problem(IdProblem.BIRTH_IMPOSSIBLE);
		}
		return this.birthDate != null;
	}

	IdNumber finish(IdForm form) {
		DocumentType type = (this.stated == null
				|| this.stated == DocumentType.MAINLAND_TRAVEL_PERMIT && form != IdForm.UNKNOWN) ? form.documentType()
						: this.stated;
		return new IdNumber(this.raw, this.canonical, form, type, this.stated == null, this.normalisations,
				(this.problems != null) ? this.problems : Set.of(), this.birthDate, this.sex);
	}

	IdNumber finish(IdProblem problem) {
		problem(problem);
		return finish(IdForm.UNKNOWN);
	}

}
