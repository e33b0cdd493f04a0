package io.rollcall.facts;

/**
 * What changed among the cases since the last published run of an earlier date. What is
 * to do now is {@code fresh + still + again}; what was to do then is
 * {@code still + gone}.
 *
 * @param fresh to do now and never before
 * @param still to do now and then
 * @param again to do now, not then, but once before
 * @param gone to do then and no longer
 * @param answered decided on by somebody in this run
 * @param lapsed whose answers no longer hold, because a value changed
 * @param sent handed in
 * @param closed ended by evidence
 * @param reopened found again, or handed in and not done
 * @param stale decisions of this run that came too late
 */
public record NightChange(long fresh, long still, long again, long gone, long answered, long lapsed, long sent,
		long closed, long reopened, long stale) {

	/** Nothing changed. */
	public static final NightChange NONE = new NightChange(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

	/**
	 * The sum with another college's changes.
	 * @param more the other ones, against the same run
	 * @return the sum
	 */
	public NightChange plus(NightChange more) {
		return new NightChange(this.fresh + more.fresh, this.still + more.still, this.again + more.again,
				this.gone + more.gone, this.answered + more.answered, this.lapsed + more.lapsed, this.sent + more.sent,
				this.closed + more.closed, this.reopened + more.reopened, this.stale + more.stale);
	}

}
