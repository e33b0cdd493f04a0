package io.rollcall.cases;

/**
 * What became of a row of a returned workbook.
 *
 * @param row the row
 * @param code {@code REVIEW_APPLIED}, {@code REVIEW_STALE} or {@code REVIEW_REFUSED}
 * @param detail what there is to say of it
 * @param todo what to do about it, or empty
 * @param ended whether a later answer of the same desk stands in its place, so that
 * nobody has to know of it any longer
 */
public record ReturnOutcome(ReturnedRow row, String code, String detail, String todo, boolean ended) {

	@Override
	public String toString() {
		return this.code + " " + this.row;
	}

}
