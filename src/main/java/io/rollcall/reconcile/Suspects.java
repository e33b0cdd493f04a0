package io.rollcall.reconcile;

import java.util.Map;
import java.util.TreeMap;

/**
 * Records that a number put beside a student and that are probably another student's: the
 * name differs, and the ID number too; or none can be compared, and the record is of
 * another college. They fill no column of the student, and only the registrar reads what
 * they say.
 */
final class Suspects {

	private final Statements statements;

	private final SameName names;

	private final Map<Long, Long> students = new TreeMap<>();

	Suspects(Statements statements, SameName names) {
		this.statements = statements;
		this.names = names;
	}

	/**
	 * Finds them anew and enters them in the table {@code suspect}.
	 * @param confirmed whether people have declared students to be one, which no name
	 * contradicts
	 */
	void find(boolean confirmed) {
		this.students.clear();
		this.statements.query("suspects", (row) -> {
			boolean foreign = row.getBoolean("comparable") || row.getBoolean("elsewhere");
			if (foreign && !this.names.agree(WrittenName.of(row.getString("name"), row.getString("written")),
					WrittenName.of(row.getString("own_name"), row.getString("own_written")))) {
				this.students.put(row.getLong("id"), row.getLong("student"));
			}
		}, "confirmed", confirmed ? " and k.student not in (select least(student, other) from declared)" : "");
		this.statements.update("drop table if exists suspect");
		this.statements.table("suspect", "id bigint, student bigint",
				(buffer) -> this.students.forEach((id, student) -> buffer.add(id).add(student).endRow()), "id",
				"student");
	}

	boolean contains(long id) {
		return this.students.containsKey(id);
	}

}
