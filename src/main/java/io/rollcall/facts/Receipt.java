package io.rollcall.facts;

/**
 * What became of the students of a college or the school. Every student counts once,
 * under the gravest of what is open about him; whether he has looked at his record is
 * counted elsewhere.
 *
 * @param students all students of the lists that are compared
 * @param missing whom a list lacks, or who is only probably another list's student
 * @param doubled whose number somebody else has, or who stands there twice
 * @param differ with values that differ, are missing, cut or written with another
 * character
 * @param other with another problem, such as a damaged number
 */
public record Receipt(long students, long missing, long doubled, long differ, long other) {

	/** No students. */
	public static final Receipt NONE = new Receipt(0, 0, 0, 0, 0);

	/**
	 * Students about whom nothing is open.
	 * @return how many
	 */
	public long agree() {
		return this.students - this.missing - this.doubled - this.differ - this.other;
	}

	/**
	 * The sum with another receipt.
	 * @param more the other one
	 * @return the sum
	 */
	public Receipt plus(Receipt more) {
		return new Receipt(this.students + more.students, this.missing + more.missing, this.doubled + more.doubled,
				this.differ + more.differ, this.other + more.other);
	}

}
