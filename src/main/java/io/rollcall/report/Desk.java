package io.rollcall.report;

import io.rollcall.sheet.Seals;

/** Whose answers a workbook takes. */
public enum Desk {

	/** A college: what it says of its own students. */
	COLLEGE,
	/** The registrar: what he decides over all colleges. */
	REGISTRAR,
	/** The registrar again, who marks corrections as handed in. */
	CORRECTIONS;

	/**
	 * The desk that a workbook's manifest names.
	 * @param reader the manifest's word
	 * @return the desk
	 */
	public static Desk of(String reader) {
		return switch (reader) {
			case Seals.REGISTRAR -> REGISTRAR;
			case Seals.CORRECTIONS -> CORRECTIONS;
			default -> COLLEGE;
		};
	}

}
