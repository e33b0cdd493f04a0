package io.rollcall.inquiry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.rollcall.explain.Dossier;
import io.rollcall.identity.IdNumber;
import io.rollcall.identity.PersonName;
import io.rollcall.identity.StudentNumber;
import io.rollcall.intake.StudentKeys;
import io.rollcall.run.InstallationKey;
import io.rollcall.run.Run;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Refused rows that may be about somebody. They hold references of names and numbers in
 * place of the values.
 */
@Component
class RefusedRows {

	private static final List<String> CLUES = List.of("candidate_no", "student_no", "id_no", "name");

	private final JdbcClient jdbc;

	private final InstallationKey key;

	RefusedRows(JdbcClient jdbc, InstallationKey key) {
		this.jdbc = jdbc;
		this.key = key;
	}

	/** Refused rows of sources in which a student has no record. */
	List<Dossier.Refused> of(List<StagedRow> rows, Run staged) {
		List<String> held = rows.stream().map(StagedRow::role).toList();
		Map<String, String> values = new LinkedHashMap<>();
		for (StagedRow row : rows) {
			if (row.isKept()) {
				CLUES.stream()
					.filter((field) -> row.canonical(field) != null)
					.forEach((field) -> values.put(field + '\n' + row.canonical(field), field));
			}
		}
		return find(values, staged).stream().filter((refused) -> !held.contains(refused.role())).toList();
	}

	/** Refused rows that hold what somebody asks for. */
	List<Dossier.Refused> of(String wanted, Run staged) {
		IdNumber id = IdNumber.parse(wanted, null);
		Map<String, String> values = new LinkedHashMap<>();
		String number = StudentNumber.parse(wanted).canonical();
		values.put("candidate_no\n" + number, "candidate_no");
		values.put("student_no\n" + number, "student_no");
		values.put("name\n" + PersonName.parse(wanted).comparison(), "name");
		if (id.isComparable()) {
			values.put("id_no\n" + id.keyText(), "id_no");
		}
		return find(values, staged);
	}

	private List<Dossier.Refused> find(Map<String, String> values, Run staged) {
		boolean any = this.jdbc
			.sql("select exists (select 1 from reject where campaign_id = ? and run_id = ? and clues <> '{}')")
			.params(staged.campaignId(), staged.id())
			.query(Boolean.class)
			.single();
		if (!any || values.isEmpty()) {
			return List.of();
		}
		// The key is asked for only where there is something to look for.
		StudentKeys keys = this.key.studentKeys();
		Map<String, String> clues = new LinkedHashMap<>();
		values.forEach((value, field) -> clues.put(keys.clue(field, value.substring(value.indexOf('\n') + 1)), field));
		return this.jdbc
			.sql("""
					select f.role, f.role || ':' || f.path || '#' || j.sheet || '!' || j.row_no as place, j.reason, j.detail,
					       array(select c from unnest(j.clues) c where c in (:clues)) as agreeing
					  from reject j join run_file f using (run_id, file_no)
					 where j.campaign_id = :campaign and j.run_id = :staged and f.role in ('roster', 'platform', 'admission')
					   and j.clues && array[:clues]::text[]
					 order by j.file_no, j.reject_no
					""")
			.param("campaign", staged.campaignId())
			.param("staged", staged.id())
			.param("clues", clues.keySet())
			.query((row, index) -> {
				List<String> agreeing = Stream.of((String[]) row.getArray("agreeing").getArray())
					.map(clues::get)
					.toList();
				List<String> by = new ArrayList<>(CLUES);
				by.retainAll(agreeing);
				return new Dossier.Refused(row.getString("role"), row.getString("place"), row.getString("reason"),
						row.getString("detail"), by);
			})
			.list();
	}

}
