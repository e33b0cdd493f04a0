package io.rollcall.campaign;

/**
 * How much a difference in a field matters.
 */
public enum FieldKey {

	/** A difference must be acted on. */
	YES,
	/** Identifies the record; a difference is a matter of linking, not of the field. */
	JOIN,
	/** Drives the process; a difference is for information. */
	STATE,
	/** Shown, never an error. */
	INFO,
	/** Universities ask not to report differences. */
	NO,
	/** Never compared between sources. */
	NONE

}
