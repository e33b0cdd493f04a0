package io.rollcall.reconcile;

import io.rollcall.database.CopyBuffer;
import io.rollcall.identity.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * Carries findings on that this run could not judge (contract, ruling 35). Refused rows
 * hold references of what they name, so what is known of a student is made into such
 * references to tell whether one of them may be his.
 */
final class Carried {

	private final Statements statements;

	private final JudgeContext context;

	Carried(Statements statements, JudgeContext context) {
		this.statements = statements;
		this.context = context;
	}

	void carry() {
		this.statements.run("gone");
		this.statements.table("known_clue", "student_key text, clue text", (buffer) -> {
			if (this.statements.count(
					"select count(*) from reject where campaign_id = :campaign and run_id = :run and clues <> '{}'") > 0) {
				this.statements.each(
						"select distinct student_key, candidate_no, student_no, name from gone where student_key not like 'F:%'",
						(row) -> {
							String key = row.getString("student_key");
							add(buffer, key, "candidate_no", row.getString("candidate_no"));
							add(buffer, key, "student_no", row.getString("student_no"));
							add(buffer, key, "name", PersonName.parse(row.getString("name")).comparison());
						});
			}
		}, "student_key", "clue");
		this.statements.run("carried");
	}

	private void add(CopyBuffer buffer, String key, String field, @Nullable String value) {
		if (value != null && !value.isEmpty()) {
			buffer.add(key).add(this.context.clue().apply(field, value)).endRow();
		}
	}

}
