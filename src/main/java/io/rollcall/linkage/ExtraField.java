package io.rollcall.linkage;

import java.util.Objects;

/**
 * A field that a campaign adds to the comparison, such as an address.
 *
 * @param name the canonical field
 * @param kind how its values compare
 */
public record ExtraField(String name, Kind kind) {

	public ExtraField {
		Objects.requireNonNull(name);
		Objects.requireNonNull(kind);
	}

	/** How values compare. */
	public enum Kind {

		/** Equal, alike by Jaro–Winkler, or different. */
		TEXT,
		/** Equal, day and month exchanged, one digit apart, or different. */
		DATE,
		/** Equal, one digit apart, or different. */
		NUMBER

	}

}
