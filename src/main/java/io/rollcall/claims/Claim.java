package io.rollcall.claims;

/**
 * One thing that a row of the discrepancies claims: this field should hold that value.
 *
 * @param field the canonical field; empty when the row names none that is known, or
 * claims that there is no record at all
 * @param word how the row names the field
 * @param said what the student saw at the platform
 * @param right what the student says is right
 * @param kind what is claimed
 */
public record Claim(String field, String word, Typed said, Typed right, Kind kind) {

	/** What a row claims. */
	public enum Kind {

		/** A field of the record holds the wrong value. */
		VALUE,
		/** The platform shows the student no record. */
		NO_RECORD,
		/** Nothing that can be understood. */
		UNCLEAR

	}

	@Override
	public String toString() {
		return this.kind + " " + this.field;
	}

}
