package io.rollcall.identity;

import java.math.BigDecimal;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A number in a cell: study length (学制) in years, a calendar year, or any decimal number.
 * The notation ({@code 4}, {@code 4.0}, {@code 4年}, 两年半) is no normalisation.
 *
 * @param raw the text as read
 * @param status what came of it
 * @param text the canonical notation without needless zeros; the cleaned text when not
 * allowed; empty when blank
 * @param normalisations how the cell was cleaned
 */
public record NumberValue(String raw, Status status, String text, Set<Normalisation> normalisations) {

	private static final Set<String> LENGTHS = Set.of("1.5", "2", "2.5", "3", "3.5", "4", "4.5", "5", "5.5", "6", "7",
			"8");

	/** As long as telephone and social security numbers ever are, and longer. */
	private static final Pattern DECIMAL = Pattern.compile("[-+]?\\d{1,40}(?:\\.\\d{1,40})?");

	private static final Pattern PLAIN = Pattern.compile("\\d{1,4}(?:\\.\\d{1,4})?");

	private static final Pattern HALF = Pattern.compile("([\\d一二两三四五六七八])年半制?");

	private static final Pattern UNIT_GAP = Pattern.compile("(?<=\\d) (?=[年级届])");

	public NumberValue {
		normalisations = Normalisation.copy(normalisations);
	}

	/** What came of a cell. */
	public enum Status {

		/** Nothing there. */
		BLANK,
		/** A number that the field allows. */
		VALID,
		/** Not a number, or one that the field does not allow. */
		NOT_ALLOWED

	}

	/**
	 * A study length: one of 1.5 2 2.5 3 3.5 4 4.5 5 5.5 6 7 8 years.
	 * @param raw the text as read; null counts as empty
	 * @return the number of years
	 */
	public static NumberValue studyLength(@Nullable String raw) {
		return parse(raw, "年", PLAIN, LENGTHS::contains);
	}

	/**
	 * A calendar year 1900 to 2099, also written {@code 2020年}, {@code 2020级} or
	 * {@code 2020届}.
	 * @param raw the text as read; null counts as empty
	 * @return the year
	 */
	public static NumberValue year(@Nullable String raw) {
		return parse(raw, "年级届", PLAIN, NumberValue::isYear);
	}

	/**
	 * Any decimal number. Zeros in front and behind are needless, so that {@code 0800}
	 * and {@code 800} are equal.
	 * @param raw the text as read; null counts as empty
	 * @return the number
	 */
	public static NumberValue decimal(@Nullable String raw) {
		return parse(raw, "", DECIMAL, (any) -> true);
	}

	/**
	 * The number that a field holds: only {@code study_length} is limited to years of
	 * study.
	 * @param field the canonical name of a field of type number
	 * @param raw the text as read; null counts as empty
	 * @return the number
	 */
	public static NumberValue of(String field, @Nullable String raw) {
		return field.equals("study_length") ? studyLength(raw) : decimal(raw);
	}

	private static NumberValue parse(@Nullable String raw, String units, Pattern notation, Predicate<String> allowed) {
		Cleaned cleaned = Cleaned.compact(withoutGap(raw));
		String read = (raw != null) ? raw : "";
		String text = cleaned.text();
		if (text.isEmpty() || Placeholders.isPlaceholder(text)) {
			return new NumberValue(read, Status.BLANK, "", cleaned.normalisations());
		}
		String plain = ChineseNumerals.toDigits(withoutUnit(withHalf(text), units));
		if (notation.matcher(plain).matches()) {
			String canonical = new BigDecimal(plain).stripTrailingZeros().toPlainString();
			if (allowed.test(canonical)) {
				return new NumberValue(read, Status.VALID, canonical, cleaned.normalisations());
			}
		}
		return new NumberValue(read, Status.NOT_ALLOWED, text, cleaned.normalisations());
	}

	/** The platform's web page writes {@code 4 年}; that is a notation too. */
	private static @Nullable String withoutGap(@Nullable String raw) {
		return (raw != null && raw.indexOf(' ') > 0) ? UNIT_GAP.matcher(raw).replaceFirst("") : raw;
	}

	/** 两年半 is 2.5年, and 半年 is none of them. */
	private static String withHalf(String text) {
		if (text.indexOf('半') < 1) {
			return text;
		}
		Matcher matcher = HALF.matcher(text);
		return matcher.matches() ? ChineseNumerals.toDigits(matcher.group(1)) + ".5年" : text;
	}

	private static String withoutUnit(String text, String units) {
		int last = text.length() - 1;
		// 4年制
		int end = (text.charAt(last) == '制' && last > 0) ? last : last + 1;
		return (units.indexOf(text.charAt(end - 1)) >= 0) ? text.substring(0, end - 1) : text;
	}

	private static boolean isYear(String text) {
		return text.length() == 4 && CodePoints.isAllDigits(text) && PartialDate.isSupported(Integer.parseInt(text));
	}

	/**
	 * The number.
	 * @return the number, or null unless valid
	 */
	public @Nullable BigDecimal number() {
		return (this.status == Status.VALID) ? new BigDecimal(this.text) : null;
	}

	@Override
	public String toString() {
		return "NumberValue[" + this.status + "]";
	}

}
