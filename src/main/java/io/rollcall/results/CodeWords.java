package io.rollcall.results;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.FieldType;
import io.rollcall.facts.CaseRow;
import io.rollcall.facts.FindingRow;
import io.rollcall.run.RunContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The words behind the codes that findings show, as each source's own table gave them.
 * Where the records of a run are gone, codes stand alone.
 */
@Component
public class CodeWords {

	private static final Set<FieldType> CODED = Set.of(FieldType.SEX, FieldType.CODE);

	private final JdbcClient jdbc;

	CodeWords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The words of a run's findings, of all colleges or of one, after
	 * {@link CaseData#gather}.
	 */
	public Of of(RunContext context, Optional<String> college) {
		List<String> coded = context.campaign()
			.fields()
			.all()
			.stream()
			.filter((field) -> CODED.contains(field.type()))
			.map(Field::name)
			.toList();
		Map<Code, String> words = new HashMap<>();
		this.jdbc.sql("""
				with wanted as (
				  select distinct student_key, field from %s
				   where campaign_id = :campaign and run_id = :run and field in (:fields)
				     and (roster_value ~ '^[0-9]+$' or platform_value ~ '^[0-9]+$' or admission_value ~ '^[0-9]+$')
				)
				select distinct r.role, w.field, r.raw ->> w.field as code, to_jsonb(r) ->> w.field as word
				  from wanted w
				  join staged_student s on s.run_id = :run and s.student_key = w.student_key
				       -- By an index: there are few of them, and many students.
				       and student_hash(s.student_key) = student_hash(w.student_key)
				  join staged_record r on r.run_id = :run and r.id in (s.roster_id, s.platform_id, s.admission_id)
				 where r.raw ->> w.field ~ '^[0-9]+$' and to_jsonb(r) ->> w.field is not null
				""".formatted(college.isEmpty() ? "finding" : CaseStatements.READ_FINDING))
			.param("campaign", context.run().campaignId())
			.param("run", context.run().id())
			.param("fields", coded)
			.query((row) -> {
				words.put(new Code(row.getString("role"), row.getString("field"), row.getString("code")),
						row.getString("word"));
			});
		return new Of(words, context);
	}

	/** A code as a source writes it. */
	private record Code(String role, String field, String code) {
	}

	/** The words of one run. */
	public static final class Of {

		private final Map<Code, String> words;

		private final RunContext context;

		private Of(Map<Code, String> words, RunContext context) {
			this.words = words;
			this.context = context;
		}

		/** A finding with the word behind each code. */
		public FindingRow with(FindingRow row) {
			if (this.words.isEmpty() || row.field().isEmpty()) {
				return row;
			}
			return row.withValues(shown("roster", row.field(), row.rosterValue()),
					shown("platform", row.field(), row.platformValue()),
					shown("admission", row.field(), row.admissionValue()));
		}

		/** A case with the word behind each code. */
		public CaseRow with(CaseRow row) {
			String field = row.problem().field();
			if (this.words.isEmpty() || field.isEmpty()) {
				return row;
			}
			CaseRow.Values values = row.values();
			return row.with(row.problem(),
					new CaseRow.Values(shown("roster", field, values.roster()),
							shown("platform", field, values.platform()), shown("admission", field, values.admission()),
							values.claimed(), values.proposed(), values.approved(), values.replaced()));
		}

		private String shown(String role, String field, String value) {
			String word = this.words.get(new Code(role, field, value));
			return (word == null || word.equals(value)) ? value
					: this.context.messages().get("report.code-word", value, word);
		}

	}

}
