package io.rollcall.setup;

/** What files may leave open. */
public enum Question {

	/** The school's code. */
	SCHOOL_CODE,
	/** The school's name. */
	SCHOOL_NAME,
	/** The year of entry. */
	COHORT,
	/** The first day of the self-check. */
	START,
	/** Its last day. */
	DEADLINE

}
