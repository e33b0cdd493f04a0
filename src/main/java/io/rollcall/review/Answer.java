package io.rollcall.review;

/** What a person may answer about a finding. */
public enum Answer {

	/** 属实: a college found the finding to be true. */
	CONFIRMED,
	/** 不属实: a college found it not to be true. */
	REJECTED,
	/** 待佐证: evidence is still to come. */
	PENDING,
	/** 非问题: it is true and no problem. */
	NO_PROBLEM,
	/** 无法确定: nobody knows. Never counts as consent. */
	UNSURE,
	/** 同意: the registrar agrees. */
	AGREED,
	/** 不同意: the registrar does not agree. */
	DISAGREED,
	/** 退回学院: the college shall look again. */
	RETURNED,
	/** 已上报: the registrar handed a correction in. */
	SENT,
	/** 撤回: the registrar takes back what is not yet handed in; on pages only. */
	WITHDRAWN;

	private static final int COLLEGE_ANSWERS = 5;

	/**
	 * Whether it accepts the finding, so that a corrected value may stand beside it.
	 * @return true for {@link #CONFIRMED} and {@link #AGREED} only
	 */
	public boolean isConsent() {
		return this == CONFIRMED || this == AGREED;
	}

	/**
	 * The answer that a list offers.
	 * @param registrar whether the registrar answers
	 * @param place the place in the list from 0
	 * @return the answer
	 */
	static Answer at(boolean registrar, int place) {
		return values()[registrar ? COLLEGE_ANSWERS + place : place];
	}

}
