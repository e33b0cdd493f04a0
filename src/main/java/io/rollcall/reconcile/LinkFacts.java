package io.rollcall.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * In what the records of one student agree: what a difference between two of them may be
 * said to rest on.
 *
 * @param records the record of each source that has one
 * @param confirmed whether a person declared records of the student to be one
 * @param names judges names
 */
record LinkFacts(Map<String, SourceRow> records, boolean confirmed, Names names) {

	private static final List<String> NUMBERS = List.of("candidate_no", "student_no");

	/**
	 * The fields, other than one, in which two sources agree: numbers, name, ID number.
	 */
	List<String> agreed(String field, String first, String second) {
		SourceRow one = this.records.get(first);
		SourceRow other = this.records.get(second);
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
		if (one.sameId(other)) {
			agreed.add("id_no");
		}
		return agreed;
	}

	/**
	 * Whether two sources agree on the candidate number and on nothing that tells who.
	 */
	boolean isAnotherUnderOneNumber() {
		List<SourceRow> all = List.copyOf(this.records.values());
		for (int i = 0; i < all.size(); i++) {
			for (int j = i + 1; j < all.size(); j++) {
				SourceRow one = all.get(i);
				SourceRow other = all.get(j);
				if (one.candidateNo() != null && one.candidateNo().equals(other.candidateNo()) && one.idDiffers(other)
						&& one.name() != null && other.name() != null && !this.names.agree(one.name(), other.name())) {
					return true;
				}
			}
		}
		return false;
	}

	static boolean isNumber(String field) {
		return NUMBERS.contains(field);
	}

	private static String value(SourceRow row, String number) {
		return number.equals("candidate_no") ? row.candidateNo() : row.studentNo();
	}

	@Override
	public String toString() {
		return this.records.keySet().toString();
	}

}
