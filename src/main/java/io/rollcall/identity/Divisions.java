package io.rollcall.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Administrative division codes (GB/T 2260) with the years in which they were in force,
 * 1980 to 2020. Codes were withdrawn and re-used under other names; people keep the code
 * of their first household registration for life, and real numbers with codes that were
 * never listed exist. So nothing here is proof of an error.
 */
public final class Divisions {

	/** The first year of the table. */
	public static final int FIRST_YEAR = 1980;

	/** The last year of the table. */
	public static final int LAST_YEAR = 2020;

	private static final Map<String, List<Period>> PERIODS = new HashMap<>(10_000);

	/** With 71, which GB/T 2260 gives to Taiwan and the table leaves out. */
	private static final Set<String> PROVINCES = new HashSet<>(Set.of("71"));

	static {
		for (String[] row : Resources.table("divisions.tsv")) {
			PERIODS.computeIfAbsent(row[0], (code) -> new ArrayList<>(1))
				.add(new Period(row[1], Integer.parseInt(row[2]), Integer.parseInt(row[3])));
			if (row[0].endsWith("0000")) {
				PROVINCES.add(row[0].substring(0, 2));
			}
		}
	}

	private Divisions() {
	}

	/**
	 * Whether a code was ever in force.
	 * @param code six digits; null is unknown
	 * @return true for a known code
	 */
	public static boolean known(@Nullable String code) {
		return PERIODS.containsKey(code);
	}

	/**
	 * Whether a code was in force in a year. Years before 1980 are judged as 1980 and
	 * years after 2020 as 2020, because the table has no others.
	 * @param code six digits; null is unknown
	 * @param year the year
	 * @return true when it was in force; false for unknown codes
	 */
	public static boolean inForce(@Nullable String code, int year) {
		return find(code, year).isPresent();
	}

	/**
	 * The name of a code in a year.
	 * @param code six digits; null is unknown
	 * @param year the year, judged as in {@link #inForce}
	 * @return the Chinese name, if the code was in force
	 */
	public static Optional<String> name(@Nullable String code, int year) {
		return find(code, year).map(Period::name);
	}

	/**
	 * Whether two digits are a province.
	 * @param code two digits; null is none
	 * @return true for the code of a province, municipality, autonomous or special region
	 */
	public static boolean isProvince(@Nullable String code) {
		return PROVINCES.contains(code);
	}

	private static Optional<Period> find(@Nullable String code, int year) {
		int judged = Math.max(FIRST_YEAR, Math.min(LAST_YEAR, year));
		for (Period period : PERIODS.getOrDefault(code, List.of())) {
			if (period.first <= judged && judged <= period.last) {
				return Optional.of(period);
			}
		}
		return Optional.empty();
	}

	private record Period(String name, int first, int last) {
	}

}
