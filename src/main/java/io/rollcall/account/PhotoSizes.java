package io.rollcall.account;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rollcall.identity.Cleaned;

/**
 * The sizes in a cell.
 *
 * @param bytes the sizes, empty when none is reported
 * @param readable whether everything in the cell was understood
 */
record PhotoSizes(List<Long> bytes, boolean readable) {

	private static final long KILO = 1024;

	/** Below this a number without a unit is kilobytes. */
	private static final BigDecimal BARE_BYTES = BigDecimal.valueOf(10_000);

	private static final Pattern SIZE = Pattern.compile(
			"(\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d{1,12})(\\.\\d{1,9})?\\s*(KIB|KB|K|千字节|MIB|MB|M|兆|BYTES?|B|字节)?(?![A-Z])");

	private static final Pattern FILLER = Pattern
		.compile("[\\s/、,;:+&|()~。-]|大约|大概|约|左右|每张|各|都是|都|均|为|是|和|与|及|正面|反面|背面|照片|第?[一二两]张");

	private static final Map<String, Long> UNITS = Map.ofEntries(Map.entry("KIB", KILO), Map.entry("KB", KILO),
			Map.entry("K", KILO), Map.entry("千字节", KILO), Map.entry("MIB", KILO * KILO), Map.entry("MB", KILO * KILO),
			Map.entry("M", KILO * KILO), Map.entry("兆", KILO * KILO), Map.entry("BYTES", 1L), Map.entry("BYTE", 1L),
			Map.entry("B", 1L), Map.entry("字节", 1L));

	/** Reads a cell; null counts as empty. */
	static PhotoSizes parse(String size) {
		// A full-width comma parts two sizes, a half-width one may group digits.
		String raw = (size != null) ? size.replace('，', '、') : "";
		Matcher matcher = SIZE.matcher(Cleaned.text(raw).text().toUpperCase(Locale.ROOT));
		List<Long> bytes = new ArrayList<>();
		StringBuilder rest = new StringBuilder();
		List<BigDecimal> numbers = new ArrayList<>();
		List<String> units = new ArrayList<>();
		while (matcher.find()) {
			String fraction = (matcher.group(2) != null) ? matcher.group(2) : "";
			numbers.add(new BigDecimal(matcher.group(1).replace(",", "") + fraction));
			units.add(matcher.group(3));
			matcher.appendReplacement(rest, " ");
		}
		matcher.appendTail(rest);
		String unit = null;
		for (int i = numbers.size() - 1; i >= 0; i--) {
			unit = (units.get(i) != null) ? units.get(i) : unit;
			bytes.add(0, bytes(numbers.get(i), unit));
		}
		String unknown = FILLER.matcher(rest).replaceAll("");
		return new PhotoSizes(unknown.isEmpty() ? bytes : List.of(),
				unknown.isEmpty() && !(numbers.isEmpty() && !Cleaned.text(raw).isBlank()));
	}

	/** The largest of them, 0 when there is none. */
	long largest() {
		return this.bytes.stream().mapToLong(Long::longValue).max().orElse(0);
	}

	/** "280/295K" says its unit once. */
	private static long bytes(BigDecimal number, String unit) {
		long factor = (unit != null) ? UNITS.get(unit) : (number.compareTo(BARE_BYTES) < 0) ? KILO : 1;
		return number.multiply(BigDecimal.valueOf(factor)).setScale(0, RoundingMode.CEILING).longValue();
	}

}
