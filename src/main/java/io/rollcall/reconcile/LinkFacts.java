package io.rollcall.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * In what the records of one student agree: what a difference between two of them may be
 * said to rest on.
 *
 * @param records the record of each source that has one
 * @param confirmed whether a person declared records of the student to be one
 * @param names judges names
 */
record LinkFacts(Map<String, Known> records, boolean confirmed, SameName names) {

	/**
	 * What a record tells of who it is about.
	 *
	 * @param name the name
	 * @param idNo the ID number if it can be compared, or null
	 * @param candidateNo the candidate number, or null
	 * @param studentNo the student number, or null
	 */
	record Known(WrittenName name, @Nullable String idNo, @Nullable String candidateNo, @Nullable String studentNo) {

		@Override
		public String toString() {
			return "record";
		}

	}

	private static final List<String> NUMBERS = List.of("candidate_no", "student_no");

	/**
	 * The fields, other than one, in which two sources agree: numbers, name, ID number.
	 */
	List<String> agreed(String field, String first, String second) {
		Known one = known(first);
		Known other = known(second);
		List<String> agreed = new ArrayList<>();
		for (String number : NUMBERS) {
			if (!number.equals(field) && value(one, number) != null
					&& Objects.equals(value(one, number), value(other, number))) {
				agreed.add(number);
			}
		}
		if (this.names.agree(one.name(), other.name())) {
			agreed.add("name");
		}
		if (one.idNo() != null && one.idNo().equals(other.idNo())) {
			agreed.add("id_no");
		}
		return agreed;
	}

	/**
	 * Whether two sources agree on the candidate number and on nothing that tells who.
	 */
	boolean isAnotherUnderOneNumber() {
		List<Known> all = List.copyOf(this.records.values());
		for (int i = 0; i < all.size(); i++) {
			for (int j = i + 1; j < all.size(); j++) {
				Known one = all.get(i);
				Known other = all.get(j);
				if (one.candidateNo() != null && one.candidateNo().equals(other.candidateNo()) && one.idNo() != null
						&& other.idNo() != null && !one.idNo().equals(other.idNo()) && one.name().name() != null
						&& other.name().name() != null && !this.names.agree(one.name(), other.name())) {
					return true;
				}
			}
		}
		return false;
	}

	static boolean isNumber(String field) {
		return NUMBERS.contains(field);
	}

	private Known known(String source) {
		return Objects.requireNonNull(this.records.get(source), "a source that says something has a record");
	}

	private static @Nullable String value(Known row, String number) {
		return number.equals("candidate_no") ? row.candidateNo() : row.studentNo();
	}

	@Override
	public String toString() {
		return this.records.keySet().toString();
	}

}
