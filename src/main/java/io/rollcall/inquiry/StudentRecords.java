package io.rollcall.inquiry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.rollcall.campaign.Field;
import io.rollcall.explain.Dossier;
import io.rollcall.identity.IdComparison;
import io.rollcall.identity.IdNumber;
import io.rollcall.run.Run;
import io.rollcall.run.RunContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The records of a student, and of enrolled students with the same number. */
@Component
class StudentRecords {

	private static final String PLACE = "r.role || ':' || f.path || '#' || r.sheet || '!' || r.row_no";

	private static final String COLUMNS = "r.role, " + PLACE
			+ """
					 as place, r.row_no, f.columns, to_jsonb(r) as record,
					       array(select m.code || ' ' || m.field from staged_mark m where m.run_id = r.run_id and m.id = r.id) as marks,
					       (select count(distinct m.id) from staged_mark m
					         where m.run_id = r.run_id and m.code = 'ID_DAMAGED'
					           and m.id between r.file_no::bigint << 36 and (r.file_no + 1)::bigint << 36) as damaged
					  from staged_record r
					  join run_file f using (campaign_id, run_id, file_no)
					""";

	private static final String RECORDS = "select l.kept, l.link, " + COLUMNS + """
			  join staged_link l on l.run_id = r.run_id and l.id = r.id
			 where r.run_id = :staged and l.student = :student
			 order by array_position(array['roster', 'platform', 'admission'], l.role), not l.kept, l.id
			""";

	private static final String ENROLLED = "select '' as link, " + COLUMNS
			+ " where r.run_id = :staged and r.role = 'enrolled' and " + PLACE + " in (:places) order by r.id";

	/** Findings about one thing share a reference; students are looked up one by one. */
	private static final String OTHERS = """
			with named as materialized (
			  select distinct f.student_key, f.code
			    from finding own
			    join finding f on f.campaign_id = :campaign and f.run_id = own.run_id and f.code = own.code and f.group_ref = own.group_ref
			                  and f.group_ref <> '' and f.student_key <> own.student_key
			   where own.campaign_id = :campaign and own.run_id = :run and own.student_key = :key
			)
			select s.student, concat_ws(' ', s.name, coalesce(s.student_no, s.candidate_no)) as title,
			       array_agg(n.code order by n.code) as codes
			  from named n
			 cross join lateral (select * from staged_student
			                      where run_id = :staged and student_hash(student_key) = student_hash(n.student_key)
			                        and student_key = n.student_key
			                     offset 0) s
			 group by s.student, s.name, s.student_no, s.candidate_no
			 order by s.student
			 limit 3
			""";

	/** By what people are told apart. */
	private static final Set<String> TOLD = Set.of("candidate_no", "student_no", "name", "sex", "birth_date", "id_no",
			"college", "major_name", "class_no");

	private final JdbcClient jdbc;

	StudentRecords(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * The rows of a student, each source's speaking row first, and behind them the
	 * enrolled students whom findings name.
	 */
	List<StagedRow> of(long student, Run staged, List<Dossier.Fact> findings) {
		List<StagedRow> rows = new ArrayList<>(this.jdbc.sql(RECORDS)
			.param("staged", staged.id())
			.param("student", student)
			.query((row, index) -> StagedRow.of(row, row.getBoolean("kept") ? Dossier.Part.KEPT : Dossier.Part.FOLDED))
			.list());
		Map<String, Dossier.Part> enrolled = new LinkedHashMap<>();
		for (Dossier.Fact fact : findings) {
			Dossier.Part part = fact.code().equals("ID_IN_EARLIER_COHORT") ? Dossier.Part.ENROLLED_SAME
					: Dossier.Part.ENROLLED_OTHER;
			fact.locations()
				.stream()
				.filter((place) -> place.startsWith("enrolled:"))
				.forEach((place) -> enrolled.put(place, part));
		}
		if (!enrolled.isEmpty()) {
			rows.addAll(this.jdbc.sql(ENROLLED)
				.param("staged", staged.id())
				.param("places", enrolled.keySet())
				.query((row, index) -> StagedRow.of(row, enrolled.get(row.getString("place"))))
				.list());
		}
		return rows;
	}

	/**
	 * Other students whom the findings of a student name.
	 * @param rows the student's own rows
	 */
	List<Dossier.Other> others(String student, Run run, RunContext staged, List<StagedRow> rows) {
		return this.jdbc.sql(OTHERS)
			.param("campaign", run.campaignId())
			.param("run", run.id())
			.param("staged", staged.run().id())
			.param("key", student)
			.query((row, index) -> {
				List<StagedRow> theirs = of(row.getLong("student"), staged.run(), List.of());
				return new Dossier.Other(row.getString("title"), List.of((String[]) row.getArray("codes").getArray()),
						values(theirs, staged), segments(number(rows), number(theirs)));
			})
			.list();
	}

	/** What the first of a student's sources says that says anything. */
	static Map<String, String> values(List<StagedRow> rows, RunContext staged) {
		Map<String, String> values = new LinkedHashMap<>();
		for (Field field : staged.campaign().fields().all()) {
			if (TOLD.contains(field.name())) {
				rows.stream()
					.filter((row) -> row.isKept() && !row.raw(field.name()).isEmpty())
					.findFirst()
					.ifPresent((row) -> values.put(field.name(), told(row, field, staged)));
			}
		}
		return values;
	}

	/** What cannot be compared is told as it was read. */
	private static String told(StagedRow row, Field field, RunContext staged) {
		String shown = row.shown(field, staged.run().unmasked());
		return shown.isEmpty() ? row.raw(field.name()) : shown;
	}

	private static IdNumber number(List<StagedRow> rows) {
		return rows.stream()
			.filter((row) -> row.isKept() && row.canonical("id_no") != null)
			.findFirst()
			.map(StagedRow::id)
			.orElseGet(() -> IdNumber.parse("", null));
	}

	/** What may be shown of the rows. */
	static List<Dossier.Entry> entries(List<StagedRow> rows, RunContext staged) {
		return rows.stream().map((row) -> entry(row, rows, staged)).toList();
	}

	private static Dossier.Entry entry(StagedRow row, List<StagedRow> rows, RunContext staged) {
		Map<String, Dossier.Cell> cells = new LinkedHashMap<>();
		for (Field field : staged.campaign().fields().all()) {
			String name = field.name();
			if (!row.raw(name).isEmpty() || row.canonical(name) != null) {
				cells.put(name, new Dossier.Cell(row.raw(name), row.shown(field, staged.run().unmasked()),
						row.steps(name), row.unusable(field), name.equals("id_no") ? segments(row, rows) : List.of()));
			}
		}
		return new Dossier.Entry(row.role(), row.place(), row.row(), row.part(), row.link(), row.columns(), cells);
	}

	/** Masked numbers may look the same, so it is said where a folded row's differs. */
	private static List<String> segments(StagedRow row, List<StagedRow> rows) {
		if (row.part() != Dossier.Part.FOLDED) {
			return List.of();
		}
		return rows.stream()
			.filter((other) -> other.isKept() && other.role().equals(row.role()))
			.findFirst()
			.map((kept) -> segments(kept.id(), row.id()))
			.orElse(List.of());
	}

	private static List<String> segments(IdNumber first, IdNumber second) {
		IdComparison comparison = IdComparison.of(first, second);
		return (comparison.verdict() == IdComparison.Verdict.DIFFERENT_TYPE) ? List.of("DOCUMENT")
				: comparison.segments().stream().map(Enum::name).toList();
	}

}
