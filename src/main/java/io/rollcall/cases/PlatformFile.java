package io.rollcall.cases;

import java.util.List;

/** What the platform's file of corrections can hold. */
public interface PlatformFile {

	/**
	 * Its columns.
	 * @return the canonical fields in the platform's order
	 */
	List<String> fields();

	/**
	 * Whether a value fits.
	 * @param field the canonical field
	 * @param value the canonical value
	 * @return false for a value that would be cut, or a field without a column
	 */
	boolean fits(String field, String value);

}
