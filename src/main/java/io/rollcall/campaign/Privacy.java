package io.rollcall.campaign;

/**
 * How carefully a field's values are handled.
 */
public enum Privacy {

	/** Identifying and sensitive (S1): masked wherever it is not expressly needed. */
	SENSITIVE,
	/** Identifying (S2): only in the outputs that need it. */
	IDENTIFYING,
	/** Status data (S3): says nothing about who somebody is. */
	STATUS

}
