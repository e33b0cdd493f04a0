package io.rollcall.generate;

import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

import io.rollcall.identity.ParsedDate;

/** How a list of the school writes dates, lengths and names of code tables. */
enum Notation implements BiFunction<String, String, Entry> {

	/** As the platform: YYYYMMDD, 4, 汉族. */
	PLAIN("$1$2$3", "", false),
	/** 2002-01-05, 4, 汉族. */
	HYPHENS("$1-$2-$3", "", false),
	/** 2002/01/05, 4.0, 汉. */
	STROKES("$1/$2/$3", ".0", true),
	/** 2002年01月05日, 4年, 汉族. */
	CHINESE("$1年$2月$3日", "年", false),
	/** Cells with a date, 4年, and the long names of political status. */
	CELLS("", "年", false);

	private static final Set<String> DATES = Set.of("birth_date", "entry_date", "expected_graduation_date",
			"approval_date", "reviewed_on", "happened_on", "uploaded_on");

	/** A value that is no date stays text in a column of dates. */
	private static final String DATE = "(\\d{4})(\\d\\d)(\\d\\d)";

	private static final Set<String> SHORT = Set.of("汉族", "回族", "满族", "藏族", "苗族", "壮族", "蒙古族", "维吾尔族");

	private static final Map<String, String> LONG = Map.of("共青团员", "中国共产主义青年团团员", "中共预备党员", "中国共产党预备党员");

	private final String dates;

	private final String unit;

	private final boolean shortNames;

	Notation(String dates, String unit, boolean shortNames) {
		this.dates = dates;
		this.unit = unit;
		this.shortNames = shortNames;
	}

	@Override
	public Entry apply(String field, String value) {
		if (DATES.contains(field) && value.matches(DATE)) {
			return date(value);
		}
		if (field.equals("study_length") && !value.isEmpty()) {
			return Entry.of(value + this.unit);
		}
		if (field.equals("ethnic_group") && this.shortNames && SHORT.contains(value)) {
			return Entry.of(value.substring(0, value.length() - 1));
		}
		return Entry.of((field.equals("political_status") && this == CELLS) ? LONG.getOrDefault(value, value) : value);
	}

	private Entry date(String value) {
		if (this != CELLS) {
			return Entry.of(value.replaceFirst(DATE, this.dates));
		}
		boolean real = ParsedDate.parse(value).status() == ParsedDate.Status.VALID;
		return new Entry(value, real ? Entry.Type.DATE : Entry.Type.TEXT);
	}

}
