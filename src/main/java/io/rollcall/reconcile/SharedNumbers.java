package io.rollcall.reconcile;

import java.util.List;

import io.rollcall.identity.IdNumber;
import io.rollcall.identity.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Judges students who share a number, or whose numbers are suspiciously alike. Everything
 * here is about linked students. A row that was folded away has a say where a candidate
 * or student number was given to two people, and nowhere else.
 */
final class SharedNumbers {

	/** Beyond so many rows under one number it is no number but a filling. */
	private static final int ROWS_COMPARED = 500;

	private final SameName names;

	private final Pairs pairs;

	SharedNumbers(SameName names, Pairs pairs) {
		this.names = names;
		this.pairs = pairs;
	}

	/** Rows with one candidate number: judged within each source. */
	void candidateNo(List<SourceRow> rows) {
		Pairs.each(some(rows), (first, second) -> {
			if (first.source() == second.source() && !isMasked(first, second)) {
				this.pairs.add("CANDIDATE_NO_SHARED", "candidate_no", first, second);
			}
		});
	}

	/**
	 * Rows with one student number: within a source, and across sources if all differs. A
	 * number that is absent or damaged does not agree; then the name decides.
	 */
	void studentNo(List<SourceRow> rows) {
		Pairs.each(some(rows), (first, second) -> {
			boolean source = first.source() == second.source() && !isMasked(first, second);
			if (source || this.names.differ(first, second)) {
				this.pairs.add("STUDENT_NO_SHARED", "student_no", first, second);
			}
		});
	}

	/** Whether a masked name leaves open that both rows are about one person. */
	private static boolean isMasked(SourceRow first, SourceRow second) {
		return (first.name() == null || second.name() == null) && !first.idDiffers(second);
	}

	/** Rows with one ID number: one person registered twice, or two people. */
	void idNo(List<SourceRow> rows) {
		Pairs.each(some(rows), (first, second) -> {
			if (this.names.agree(first, second)) {
				this.pairs.add("ID_DOUBLE_REGISTRATION", "id_no", first, second);
			}
		});
		Pairs.each(some(rows), (first, second) -> {
			boolean known = first.name() != null && second.name() != null;
			if (known && !this.pairs.has("ID_DOUBLE_REGISTRATION", "id_no", first.student(), second.student())) {
				this.pairs.add("ID_SHARED", "id_no", first, second);
			}
		});
	}

	/**
	 * Rows with one name and birth date; the sex stands in the candidate number's place.
	 */
	void samePerson(List<SourceRow> rows) {
		List<SourceRow> some = some(rows);
		Pairs.each(some, (first, second) -> {
			if (first.student() != second.student() && isNear(first.idNo(), second.idNo())) {
				this.pairs.add("ID_NEAR_DUPLICATE", "id_no", first, second);
			}
		});
		Pairs.each(some, (first, second) -> {
			boolean sameSex = first.candidateNo() != null && first.candidateNo().equals(second.candidateNo());
			boolean known = this.pairs.has("ID_NEAR_DUPLICATE", "id_no", first.student(), second.student())
					|| this.pairs.has("ID_DOUBLE_REGISTRATION", "id_no", first.student(), second.student());
			if (first.source() == second.source() && sameSex && !first.sameId(second) && !known) {
				this.pairs.add("PERSON_REPEATED", "", first, second);
			}
		});
	}

	/** One digit apart, or two neighbours exchanged. */
	static boolean isNear(@Nullable String first, @Nullable String second) {
		if (first == null || second == null || first.length() != second.length() || first.equals(second)) {
			return false;
		}
		int from = 0;
		while (first.charAt(from) == second.charAt(from)) {
			from++;
		}
		String one = first.substring(from + 1);
		String other = second.substring(from + 1);
		if (one.equals(other)) {
			return true;
		}
		return first.charAt(from) == other.charAt(0) && second.charAt(from) == one.charAt(0)
				&& one.substring(1).equals(other.substring(1));
	}

	/** Whether a number fits the birth date and sex that stand beside it. */
	static String fit(String idNo, @Nullable String birthDate, @Nullable String sex) {
		IdNumber id = IdNumber.parse(idNo, null);
		if (id.birthDate() == null || birthDate == null || birthDate.length() != 8) {
			return "";
		}
		boolean fits = PartialDate.of(id.birthDate()).basicText().equals(birthDate)
				&& (id.sex() == null || sex == null || id.sex().chinese().equals(sex));
		return fits ? "evidence.fits" : "evidence.contradicts";
	}

	private static List<SourceRow> some(List<SourceRow> rows) {
		return rows.subList(0, Math.min(rows.size(), ROWS_COMPARED));
	}

}
