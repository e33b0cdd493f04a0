package io.rollcall.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.FieldType;
import io.rollcall.database.StagedFields;

/**
 * Finds students who stand somewhere twice: doubled rows, shared numbers, one person
 * registered twice, a new student who is enrolled already. Damaged, masked and absent
 * numbers take no part.
 */
final class Duplicates {

	private final Statements statements;

	private final JudgeContext context;

	private final JudgedRows judged;

	private final Linker linker;

	private final SameName names;

	private final Pairs pairs;

	/** Students of whom a record holds the number in its form of 15 digits. */
	private final Set<Long> oldForm = new HashSet<>();

	Duplicates(Statements statements, JudgeContext context, JudgedRows judged, Linker linker, SameName names,
			Pairs pairs) {
		this.statements = statements;
		this.context = context;
		this.judged = judged;
		this.linker = linker;
		this.names = names;
		this.pairs = pairs;
	}

	void judge() {
		repeatedRows();
		SharedNumbers shared = new SharedNumbers(this.names, this.pairs);
		this.linker.groups("shared_numbers", "candidate_no", shared::candidateNo);
		this.linker.groups("shared_numbers", "student_no", shared::studentNo);
		this.linker.groups("link_shared", "id_no", shared::idNo);
		this.linker.groups("same_person", "", shared::samePerson);
		Map<Long, Enrolled> enrolled = enrolled();
		groups(enrolled);
		enrolled.forEach(this::enrolled);
		this.judged.send();
	}

	/** What the rows of one source that were folded into one student say. */
	private void repeatedRows() {
		Repeated repeated = new Repeated();
		this.statements.query("repeated", repeated::row, "values", repeatedValues());
		repeated.end();
		this.judged.send();
	}

	/** Collects the fields of a student and judges them together. */
	private final class Repeated {

		private final Map<String, List<String>> rolesByField = new LinkedHashMap<>();

		private long student;

		void row(ResultSet row) throws SQLException {
			if (row.getLong("student") != this.student) {
				end();
				this.student = row.getLong("student");
			}
			this.rolesByField.computeIfAbsent(row.getString("field"), (any) -> new ArrayList<>())
				.add(row.getString("role"));
		}

		void end() {
			Set<String> conflicting = new TreeSet<>();
			this.rolesByField.forEach((field, roles) -> {
				if (!field.isEmpty()) {
					conflicting.addAll(roles);
					Duplicates.this.judged.add(Judged.of("ROW_CONFLICT", this.student, field, roles)
						.withEveryRow()
						.detail(text("conflict", roles(roles)), text("conflict.todo")));
				}
			});
			List<String> equal = this.rolesByField.getOrDefault("", List.of())
				.stream()
				.filter((role) -> !conflicting.contains(role))
				.toList();
			if (!equal.isEmpty()) {
				Duplicates.this.judged.add(Judged.of("ROW_DUPLICATE", this.student, "", equal)
					.withEveryRow()
					.detail(text("doubled", roles(equal)), text("doubled.todo")));
			}
			this.rolesByField.clear();
		}

	}

	private String repeatedValues() {
		List<String> values = new ArrayList<>(List.of("('', false, null::text)"));
		for (Field field : this.context.campaign().fields().all()) {
			String value = StagedFields.comparable(field.name(), "r");
			values.add("('" + field.name() + "', " + (field.type() == FieldType.DATE) + ", " + value + ")");
		}
		return String.join(",\n       ", values);
	}

	private Map<Long, Enrolled> enrolled() {
		Map<Long, Enrolled> found = new LinkedHashMap<>();
		this.statements.query("enrolled_matches",
				(row) -> found.computeIfAbsent(row.getLong("student"), (any) -> new Enrolled())
					.add(this.names.agree(row.getString("name"), row.getString("enrolled_name")),
							row.getString("place"), row.getBoolean("own"),
							(String[]) row.getArray("states").getArray()));
		return found;
	}

	private void enrolled(long student, Enrolled enrolled) {
		if (!enrolled.samePlaces().isEmpty()) {
			Judged judged = Judged.of("ID_IN_EARLIER_COHORT", student, "id_no", Columns.ROLES)
				.alsoAt(String.join(";", enrolled.samePlaces()))
				.forRegistrarIf(!enrolled.isOwn());
			String states = String.join(this.context.messages().get("intake.comma"), enrolled.states());
			this.judged.add(
					enrolled.hasLeft()
							? judged.severity("I").detail(text("earlier.left", states), text("earlier.left.todo"))
							: judged.detail(text("earlier")
									+ (states.isEmpty() ? "" : text("stop.mark") + text("earlier.state", states)),
									text("earlier.todo")));
		}
		if (!enrolled.otherPlaces().isEmpty() && !this.pairs.all()
			.getOrDefault(new Pairs.Kind("ID_SHARED", "id_no"), Map.of())
			.containsKey(student)) {
			this.judged.add(Judged.of("ID_SHARED", student, "id_no", Columns.ROLES)
				.detail(text("earlier.other"), text("ID_SHARED.todo"))
				.alsoAt(String.join(";", enrolled.otherPlaces()))
				.forRegistrarIf(!enrolled.isOwn()));
		}
	}

	private void groups(Map<Long, Enrolled> enrolled) {
		Map<Long, Member> members = members(this.pairs.students());
		evidence(members.keySet());
		portions(members.keySet(), (portion) -> this.statements.with("students", portion)
			.each("select distinct l.student from staged_link l join staged_mark m using (campaign_id, run_id, id)"
					+ " where l.run_id = :run and m.code = 'ID_15_DIGIT' and l.student in (:students)",
					(row) -> this.oldForm.add(row.getLong("student"))));
		this.pairs.all().forEach((kind, partners) -> partners.forEach((student, others) -> {
			Member self = member(members, student);
			List<Member> told = others.stream().map((other) -> member(members, other)).toList();
			long elsewhere = told.stream().filter((other) -> !other.college().equals(self.college())).count();
			String detail = text(kind.code() + ".detail", told.size(), elsewhere) + evidence(student)
					+ text("stop.mark") + text("reason." + kind.code()) + duplicateClass(kind, student, others);
			Judged judged = Judged.of(kind.code(), student, kind.field(), Columns.ROLES)
				.detail(detail, text(kind.code() + ".todo"))
				.about(group(kind, student, others, members), partners(kind, student, told, others), "")
				.forRegistrarIf(this.pairs.isForeign(kind, student));
			if (kind.code().endsWith("_NO_SHARED")) {
				judged = judged.withEveryRow();
			}
			Enrolled old = enrolled.get(student);
			if (old != null && kind.code().equals("ID_SHARED") && !old.otherPlaces().isEmpty()) {
				judged = judged.alsoAt(String.join(";", old.otherPlaces()));
			}
			this.judged.add(judged);
		}));
	}

	/** The class of docs/rules.md, "Classes of duplicates". */
	private String duplicateClass(Pairs.Kind kind, long student, Set<Long> others) {
		return switch (kind.code()) {
			case "ID_SHARED" -> text("class", "D2");
			case "ID_DOUBLE_REGISTRATION" -> {
				long old = others.stream().filter(this.oldForm::contains).count()
						+ (this.oldForm.contains(student) ? 1 : 0);
				yield text("class", (old > 0 && old <= others.size()) ? "D3" : "D1");
			}
			case "CANDIDATE_NO_SHARED" -> text("class", "D4");
			case "STUDENT_NO_SHARED" -> text("class", "D5");
			case "ID_NEAR_DUPLICATE" -> text("class", "D7");
			default -> "";
		};
	}

	/** The same for all members: the smallest key among them. */
	private String group(Pairs.Kind kind, long student, Set<Long> others, Map<Long, Member> members) {
		String key = member(members, student).key();
		for (long other : others) {
			String each = member(members, other).key();
			key = (each.compareTo(key) < 0) ? each : key;
		}
		return this.context.clue().apply("group", kind.code() + ' ' + key);
	}

	private String partners(Pairs.Kind kind, long student, List<Member> told, Set<Long> others) {
		String list = told.stream().map(Member::told).collect(Collectors.joining(text("stop.mark")));
		boolean everybodyFits = this.pairs.evidence(student).contains("evidence.fits")
				&& others.stream().allMatch((other) -> this.pairs.evidence(other).contains("evidence.fits"));
		String suspicion = kind.code().equals("ID_SHARED")
				? text(everybodyFits ? "reason.impersonation" : "reason.typing") : "";
		return text("partners", list) + suspicion;
	}

	private String evidence(long student) {
		return this.pairs.evidence(student)
			.stream()
			.map((note) -> text("stop.mark") + text(note))
			.collect(Collectors.joining());
	}

	/** Whether each member's number fits his own birth date and sex. */
	private void evidence(Collection<Long> students) {
		portions(students, (portion) -> this.statements.with("students", portion)
			.each("select s.student, r.id_no, r.id_sound, r.birth_date, r.sex from speaker s join staged_record r on r.run_id = :run and r.id = s.id where r.id_no is not null and s.student in (:students)",
					(row) -> {
						String note = SharedNumbers.fit(row.getString("id_no"), row.getString("birth_date"),
								row.getString("sex"));
						if (!note.isEmpty()) {
							this.pairs.evidence(row.getLong("student"), note);
						}
						if (!row.getBoolean("id_sound")) {
							this.pairs.evidence(row.getLong("student"), "evidence.unsound");
						}
					}));
	}

	/**
	 * A student of a group.
	 *
	 * @param told how the registrar is told of him
	 * @param college his college, or empty
	 * @param key his key
	 */
	record Member(String told, String college, String key) {

		@Override
		public String toString() {
			return "Member";
		}

	}

	Map<Long, Member> members(Collection<Long> students) {
		Map<Long, Member> members = new HashMap<>();
		this.statements.with("unassigned", text("unassigned"));
		portions(students, (portion) -> this.statements.with("students", portion)
			.query("members", (row) -> members.put(row.getLong("student"),
					new Member(row.getString("told"), row.getString("college"), row.getString("student_key")))));
		return members;
	}

	/** One of the members of students that were asked for. */
	static Member member(Map<Long, Member> members, long student) {
		return Objects.requireNonNull(members.get(student), "a student of a group is staged");
	}

	private static void portions(Collection<Long> students, java.util.function.Consumer<List<Long>> each) {
		List<Long> all = List.copyOf(students);
		for (int i = 0; i < all.size(); i += 5_000) {
			each.accept(all.subList(i, Math.min(i + 5_000, all.size())));
		}
	}

	private String roles(List<String> roles) {
		return roles.stream()
			.map(this.context::role)
			.collect(Collectors.joining(this.context.messages().get("intake.comma")));
	}

	private String text(String key, Object... arguments) {
		return this.context.text(key, arguments);
	}

}
