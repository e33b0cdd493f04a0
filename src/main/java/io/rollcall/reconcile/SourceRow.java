package io.rollcall.reconcile;

import org.jspecify.annotations.Nullable;

/**
 * What linking knows of a record.
 *
 * @param id the record's number in the run
 * @param source the bit of its source
 * @param name the comparison form of the name; null where it is masked
 * @param written how the cell of the name differs from that, as staged, or null
 * @param idNo the canonical ID number if it can be compared, or null
 * @param candidateNo the candidate number, or null
 * @param studentNo the student number, or null
 * @param student the student it is held for so far
 * @param sources the bits of all sources in which that student already stands
 */
record SourceRow(long id, int source, @Nullable String name, @Nullable String written, @Nullable String idNo,
		@Nullable String candidateNo, @Nullable String studentNo, long student, int sources) {

	WrittenName writtenName() {
		return WrittenName.of(this.name, this.written);
	}

	boolean sameId(SourceRow other) {
		return this.idNo != null && this.idNo.equals(other.idNo);
	}

	boolean idDiffers(SourceRow other) {
		return this.idNo != null && other.idNo != null && !this.idNo.equals(other.idNo);
	}

	@Override
	public String toString() {
		return "row " + this.id;
	}

}
