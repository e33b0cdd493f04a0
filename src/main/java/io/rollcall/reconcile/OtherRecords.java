package io.rollcall.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The records of which linking doubts, by their numbers: who else in a source bears a
 * student's name and number. That a candidate number was written beside the wrong student
 * shows only there.
 */
final class OtherRecords {

	/** Knows nobody, so that an equal number always links. */
	static final OtherRecords NONE = new OtherRecords(new Names());

	private final Names names;

	private final Map<String, List<Known>> byNumber = new HashMap<>();

	private final Map<Long, List<SourceRow>> rows = new HashMap<>();

	OtherRecords(Names names) {
		this.names = names;
	}

	/**
	 * A row.
	 *
	 * @param speaker the record that speaks for it
	 * @param name its name
	 */
	private record Known(long speaker, String name) {

		@Override
		public String toString() {
			return "record " + this.speaker;
		}

	}

	/**
	 * Takes a row.
	 * @param row the row; a number of it that is no key of the campaign is null
	 * @param speaker the record into which it was folded, or the row itself
	 */
	void add(SourceRow row, long speaker) {
		this.rows.computeIfAbsent(speaker, (any) -> new ArrayList<>()).add(row);
		numbers(row).forEach((number) -> this.byNumber.computeIfAbsent(number, (any) -> new ArrayList<>())
			.add(new Known(speaker, row.name())));
	}

	/**
	 * Whether two records that share a candidate number are not linked by it: the names
	 * differ, the ID numbers differ or cannot be compared, and exactly one other record
	 * of the one source agrees with the other's student in name and in student or ID
	 * number.
	 * @param sharing all records with that candidate number
	 */
	boolean forbid(SourceRow first, SourceRow second, List<SourceRow> sharing) {
		if (this.rows.isEmpty() || !differ(first, second)) {
			return false;
		}
		List<SourceRow> mine = sharing.stream().filter((row) -> agree(row, first)).toList();
		List<SourceRow> theirs = sharing.stream().filter((row) -> agree(row, second)).toList();
		return mine.stream().noneMatch(theirs::contains) && (isReplaced(mine, theirs) || isReplaced(theirs, mine));
	}

	private boolean differ(SourceRow first, SourceRow second) {
		return first.name() != null && second.name() != null && !first.sameId(second)
				&& !this.names.agree(first.name(), second.name());
	}

	private boolean agree(SourceRow first, SourceRow second) {
		return first.equals(second) || first.sameId(second) || this.names.agree(first.name(), second.name());
	}

	/** Whether a source holds exactly one better record of the student than these. */
	private boolean isReplaced(List<SourceRow> student, List<SourceRow> wrong) {
		return wrong.stream().anyMatch((row) -> {
			Set<Long> others = new HashSet<>();
			student.stream()
				.flatMap((own) -> rows(own).stream())
				.forEach((own) -> others.addAll(like(own, row.source())));
			wrong.forEach((each) -> others.remove(each.id()));
			return others.size() == 1;
		});
	}

	private Collection<SourceRow> rows(SourceRow row) {
		return this.rows.getOrDefault(row.id(), List.of(row));
	}

	/** The records of a source with the row's name and a number of it. */
	private Set<Long> like(SourceRow row, int source) {
		Set<Long> found = new HashSet<>();
		numbers(row)
			.forEach((number) -> this.byNumber.getOrDefault(source + number.substring(number.indexOf(' ')), List.of())
				.stream()
				.filter((known) -> this.names.agree(known.name(), row.name()))
				.forEach((known) -> found.add(known.speaker())));
		return found;
	}

	private static List<String> numbers(SourceRow row) {
		List<String> numbers = new ArrayList<>();
		if (row.studentNo() != null) {
			numbers.add(row.source() + " student_no " + row.studentNo());
		}
		if (row.idNo() != null) {
			numbers.add(row.source() + " id_no " + row.idNo());
		}
		return numbers;
	}

}
