package io.rollcall.identity;

/**
 * What a whole column of ID numbers tells of the suspicious ones in it. Immutable; add
 * every number of the column, then ask.
 *
 * @param numbers how many cells of the column were not blank
 * @param certain how many of them are certainly damaged
 * @param zeroTails how many are 18 digits ending in 000
 */
public record ColumnDamage(long numbers, long certain, long zeroTails) {

	/** A column without numbers. */
	public static final ColumnDamage NONE = new ColumnDamage(0, 0, 0);

	/**
	 * Adds a number of the column.
	 * @param id the number
	 * @return the evidence with that number
	 */
	public ColumnDamage plus(IdNumber id) {
		if (id.isBlank()) {
			return this;
		}
		boolean zeros = id.problems().contains(IdProblem.TAIL_000)
				|| id.problems().contains(IdProblem.TAIL_000_PLAUSIBLE);
		return new ColumnDamage(this.numbers + 1, this.certain + (id.isDamaged() ? 1 : 0),
				this.zeroTails + (zeros ? 1 : 0));
	}

	/**
	 * Adds another part of the same column.
	 * @param other its evidence
	 * @return the evidence of both
	 */
	public ColumnDamage plus(ColumnDamage other) {
		return new ColumnDamage(this.numbers + other.numbers, this.certain + other.certain,
				this.zeroTails + other.zeroTails);
	}

	/**
	 * Whether a number of this column has lost digits. Certain damage always counts; a
	 * double's tail counts when some number of the column is certainly damaged; 000 with
	 * a right check digit counts when, besides, more than one in a hundred of the column
	 * end so; alone it is what one number in eleven hundred looks like.
	 * @param id a number of this column
	 * @return true for damage
	 */
	public boolean damages(IdNumber id) {
		return id.isDamaged() || (this.certain > 0 && id.problems().contains(IdProblem.DOUBLE_TAIL))
				|| (countsZeroTails() && id.problems().contains(IdProblem.TAIL_000_PLAUSIBLE));
	}

	/**
	 * Whether every number is judged the same by both columns.
	 * @param other another column
	 * @return true when {@link #damages} always says the same
	 */
	public boolean judgesAs(ColumnDamage other) {
		return this.certain > 0 == other.certain > 0 && countsZeroTails() == other.countsZeroTails();
	}

	private boolean countsZeroTails() {
		return this.certain > 0 && this.zeroTails * 100 > this.numbers;
	}

}
