package io.rollcall.identity;

import java.util.Optional;

/**
 * Administrative division codes (GB/T 2260) with the years in which they were in force,
 * 1980 to 2020. Codes were withdrawn and re-used under other names; people keep the code
 * of their first household registration for life.
 */
public final class Divisions {

	private Divisions() {
	}

	/**
	 * Whether a code was ever in force.
	 * @param code six digits
	 * @return true for a known code
	 */
	public static boolean known(String code) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Whether a code was in force in a year. Years before 1980 are judged as 1980 and
	 * years after 2020 as 2020, because the table has no others.
	 * @param code six digits
	 * @param year the year
	 * @return true when it was in force; false for unknown codes
	 */
	public static boolean inForce(String code, int year) {
		throw new UnsupportedOperationException();
	}

	/**
	 * The name of a code in a year.
	 * @param code six digits
	 * @param year the year, judged as in {@link #inForce}
	 * @return the Chinese name, if the code was in force
	 */
	public static Optional<String> name(String code, int year) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Whether two digits are a province.
	 * @param code two digits
	 * @return true for the code of a province, municipality, autonomous or special region
	 */
	public static boolean isProvince(String code) {
		throw new UnsupportedOperationException();
	}

}
