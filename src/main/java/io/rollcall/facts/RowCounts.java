package io.rollcall.facts;

/**
 * What became of the rows of one role.
 *
 * @param read the rows read
 * @param loaded the rows that stand for a student
 * @param duplicates the rows folded into another one
 * @param rejected the rows refused
 */
public record RowCounts(long read, long loaded, long duplicates, long rejected) {

	/**
	 * Whether every row is accounted for: nothing may be lost on the way.
	 * @return true when {@code read = loaded + duplicates + rejected}
	 */
	public boolean balances() {
		return this.read == this.loaded + this.duplicates + this.rejected;
	}

}
