package io.rollcall.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Answers of one night of which nobody can say which one counts: one file that answers a
 * case twice differently, or two files of one desk from one run.
 */
final class Contradictions {

	private final Map<ReturnedRow, String> others = new HashMap<>();

	/**
	 * Looks for contradictions.
	 * @param rows the night's new answers
	 * @param matter what an answer decides: the two sides of a probable link are one
	 */
	Contradictions(List<ReturnedRow> rows, Function<ReturnedRow, String> matter) {
		Map<String, List<ReturnedRow>> alike = new LinkedHashMap<>();
		for (ReturnedRow row : rows) {
			String key = String.join("|", matter.apply(row), row.desk(), String.valueOf(row.made()),
					row.since().toString());
			alike.computeIfAbsent(key, (any) -> new ArrayList<>()).add(row);
		}
		alike.values().forEach(this::compare);
	}

	private void compare(List<ReturnedRow> rows) {
		Set<ReturnedRow> differing = rows.stream()
			.filter((row) -> rows.stream().anyMatch((other) -> !row.given().wantsAs(other.given())))
			.collect(Collectors.toSet());
		for (ReturnedRow row : rows) {
			if (differing.contains(row)) {
				this.others.put(row,
						rows.stream()
							.filter((other) -> !row.given().wantsAs(other.given()))
							.map(ReturnedRow::place)
							.collect(Collectors.joining(";")));
			}
		}
	}

	/** Where the answers stand that a row contradicts, or null. */
	String against(ReturnedRow row) {
		return this.others.get(row);
	}

}
