package io.rollcall.export;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Names the workbooks of the colleges; college names are typed by people. */
public final class CollegeFiles {

	/** The file of the students whose college is unknown. */
	public static final String UNASSIGNED = "未归属.xlsx";

	/**
	 * The longest name in bytes of UTF-8, with room for a mark and an ending below the
	 * 255 that file systems allow.
	 */
	static final int LIMIT = 200;

	/** What file systems allow, in bytes. */
	private static final int SYSTEM_LIMIT = 255;

	private static final String ENDING = ".xlsx";

	private static final Pattern FORBIDDEN = Pattern.compile("[/\\\\:*?\"<>|%]");

	/** Names that are hidden, temporary or devices on some system. */
	private static final Pattern AWKWARD = Pattern
		.compile("[.~\\s]+.*|.*[.\\s]|(?i:con|prn|aux|nul|com\\d|lpt\\d)(\\..*)?", Pattern.DOTALL);

	private CollegeFiles() {
	}

	/**
	 * The file names for colleges. The same set of colleges gets the same names whatever
	 * its order.
	 * @param colleges the colleges' names; the empty one stands for unknown
	 * @return the file names by college, all different also where case does not count
	 */
	public static Map<String, String> names(Collection<String> colleges) {
		TreeSet<String> sorted = new TreeSet<>(colleges);
		sorted.add("");
		Map<String, Long> uses = sorted.stream()
			.collect(Collectors.groupingBy((college) -> fold(safe(college)), Collectors.counting()));
		return sorted.stream()
			.filter(colleges::contains)
			.collect(Collectors.toMap(Function.identity(), (college) -> name(college, uses), (a, b) -> a,
					LinkedHashMap::new));
	}

	/**
	 * A name that tells which campaign, whose file, and of which run it is.
	 * @param campaign the campaign's name
	 * @param plain a name of {@link #names}
	 * @param run the run's name, date and number
	 * @return {@code <campaign>_<college>_<date>-<n>.xlsx}; of a campaign's long name as
	 * much as file systems allow
	 */
	public static String dated(String campaign, String plain, String run) {
		String rest = "_" + plain.substring(0, plain.length() - ENDING.length()) + "_" + run + ENDING;
		String first = campaign;
		while (!first.isEmpty() && (first + rest).getBytes(StandardCharsets.UTF_8).length > SYSTEM_LIMIT) {
			first = first.substring(0, first.offsetByCodePoints(first.length(), -1));
		}
		return first + rest;
	}

	private static String name(String college, Map<String, Long> uses) {
		if (college.isEmpty()) {
			return UNASSIGNED;
		}
		String safe = safe(college);
		boolean plain = safe.equals(college) && uses.get(fold(safe)) == 1;
		return plain ? safe + ENDING : safe + "-" + mark(college) + ENDING;
	}

	private static String safe(String college) {
		if (college.isEmpty()) {
			return UNASSIGNED.substring(0, UNASSIGNED.length() - ENDING.length());
		}
		String name = FORBIDDEN.matcher(CellText.clean(college)).replaceAll("_");
		name = AWKWARD.matcher(name).matches() ? "_" + name.strip().replaceAll("^[.~]+|\\.+$", "_") : name;
		while (name.getBytes(StandardCharsets.UTF_8).length > LIMIT) {
			name = name.substring(0, name.offsetByCodePoints(name.length(), -1));
		}
		return name;
	}

	private static String fold(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
	}

	/** A mark that depends on the college's full name only, so it stays over the runs. */
	private static String mark(String college) {
		return Outputs.sha256(college.getBytes(StandardCharsets.UTF_8)).substring(0, 6);
	}

}
