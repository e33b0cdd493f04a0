package io.rollcall.facts;

/**
 * The figures of a night's cases, of a college or of all: whatever is counted anywhere is
 * counted here.
 *
 * @param errors cases that must be acted on
 * @param warnings cases to look at
 * @param oldest the age of the oldest of these in days
 * @param ages the sum of their ages in days
 * @param answered how many of them somebody has answered
 * @param waits for whom cases wait
 * @param change what changed since the run before
 */
public record NightStanding(long errors, long warnings, int oldest, long ages, long answered, Waits waits,
		NightChange change) {

	/** No case at all. */
	public static final NightStanding NONE = new NightStanding(0, 0, 0, 0, 0, new Waits(0, 0, 0, 0, 0, 0, 0),
			NightChange.NONE);

	/**
	 * For whom cases wait.
	 *
	 * @param college for the college's answer
	 * @param evidence for proof that the college still gathers
	 * @param registrar for the registrar's answer
	 * @param handover approved, to be handed in
	 * @param platform handed in, not yet seen at the platform
	 * @param knownOk explained as no problem: no longer to do
	 * @param rejected not approved: no longer to do
	 */
	public record Waits(long college, long evidence, long registrar, long handover, long platform, long knownOk,
			long rejected) {

		private Waits plus(Waits more) {
			return new Waits(this.college + more.college, this.evidence + more.evidence,
					this.registrar + more.registrar, this.handover + more.handover, this.platform + more.platform,
					this.knownOk + more.knownOk, this.rejected + more.rejected);
		}

	}

	/**
	 * How many cases stand on the list to answer.
	 * @return errors and warnings
	 */
	public long toDo() {
		return this.errors + this.warnings;
	}

	/**
	 * The sum with another college's figures.
	 * @param more the other ones, of the same run
	 * @return the sum
	 */
	public NightStanding plus(NightStanding more) {
		return new NightStanding(this.errors + more.errors, this.warnings + more.warnings,
				Math.max(this.oldest, more.oldest), this.ages + more.ages, this.answered + more.answered,
				this.waits.plus(more.waits), this.change.plus(more.change));
	}

}
