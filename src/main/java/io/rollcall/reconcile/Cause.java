package io.rollcall.reconcile;

/**
 * The probable cause of a difference and the route to its correction, proposed from who
 * agrees with whom. A person confirms it.
 *
 * @param code the cause's code
 * @param route the route's code
 */
record Cause(String code, String route) {

	/** Two or more key fields: decided by hand. */
	static final Cause MULTI = new Cause("CAUSE-MULTI", "ROUTE-ESCALATE");

	/** 专升本: nothing is changed, the earlier degree must match. */
	static final Cause UPGRADE = new Cause("CAUSE-UPGRADE", "ROUTE-ESCALATE");

	/** Nothing shows who is wrong, or whether anybody is. */
	static final Cause UNKNOWN = new Cause("CAUSE-UNKNOWN", "ROUTE-EVIDENCE");

	/** A recorded change of status: the platform follows. */
	static final Cause TRANSFER = new Cause("CAUSE-TRANSFER", "ROUTE-NONE");

	/** A matter of how a value is shown. */
	static final Cause DISPLAY = new Cause("CAUSE-DISPLAY", "ROUTE-NONE");

	/**
	 * The platform's separator in a name is not the right one; names are the province's.
	 */
	static final Cause SEPARATOR = new Cause("CAUSE-DISPLAY", "ROUTE-PROVINCE");

	/**
	 * The cause that the odd source suggests.
	 * @param odd the source that stands alone, or empty
	 * @param province whether only the province may change the field at the platform
	 * @return the proposal
	 */
	static Cause of(String odd, boolean province) {
		return switch (odd) {
			case "roster" -> new Cause("CAUSE-SCHOOL", "ROUTE-SCHOOL");
			case "platform" -> new Cause("CAUSE-UPLOAD", province ? "ROUTE-PROVINCE" : "ROUTE-PLATFORM");
			default -> UNKNOWN;
		};
	}

}
