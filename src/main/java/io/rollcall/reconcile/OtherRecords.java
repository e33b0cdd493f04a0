package io.rollcall.reconcile;

import java.util.ArrayList;
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
	static final OtherRecords NONE = new OtherRecords(new SameName());

	private final SameName names;

	private final Map<String, List<Known>> byNumber = new HashMap<>();

	private final Map<Long, List<Known>> rows = new HashMap<>();

	OtherRecords(SameName names) {
		this.names = names;
	}

	/**
	 * A row of a source.
	 *
	 * @param speaker the record into which it was folded, or the row itself
	 * @param name its name
	 * @param numbers its numbers, each with its kind
	 */
	private record Known(long speaker, WrittenName name, List<String> numbers) {

		@Override
		public String toString() {
			return "record " + this.speaker;
		}

	}

	/**
	 * Takes a row.
	 * @param source the bit of its source
	 * @param speaker the record into which it was folded, or the row itself
	 * @param name its name
	 * @param numbers its numbers, each with its kind
	 */
	void add(int source, long speaker, WrittenName name, List<String> numbers) {
		Known row = new Known(speaker, name, numbers);
		this.rows.computeIfAbsent(speaker, (any) -> new ArrayList<>()).add(row);
		numbers
			.forEach((number) -> this.byNumber.computeIfAbsent(source + number, (any) -> new ArrayList<>()).add(row));
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
				&& !this.names.agree(first, second);
	}

	private boolean agree(SourceRow first, SourceRow second) {
		return first.equals(second) || first.sameId(second) || this.names.agree(first, second);
	}

	/** Whether a source holds exactly one better record of the student than these. */
	private boolean isReplaced(List<SourceRow> student, List<SourceRow> wrong) {
		return wrong.stream().anyMatch((row) -> {
			Set<Long> others = new HashSet<>();
			student.stream()
				.flatMap((own) -> this.rows.getOrDefault(own.id(), List.of()).stream())
				.forEach((own) -> others.addAll(like(own, row.source())));
			wrong.forEach((each) -> others.remove(each.id()));
			return others.size() == 1;
		});
	}

	/** The records of a source with the row's name and a number of it. */
	private Set<Long> like(Known row, int source) {
		Set<Long> found = new HashSet<>();
		row.numbers()
			.forEach((number) -> this.byNumber.getOrDefault(source + number, List.of())
				.stream()
				.filter((known) -> this.names.agree(known.name(), row.name()))
				.forEach((known) -> found.add(known.speaker())));
		return found;
	}

}
