package io.rollcall.reconcile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.FieldKey;
import io.rollcall.campaign.Fields;

/**
 * Compares the sources of each student field by field. One statement picks out what is
 * not the same in the same way; {@link StudentDifferences} judges that.
 */
final class Differences {

	private static final List<String> ROLES = List.of("roster", "platform", "admission");

	private final Statements statements;

	private final JudgeContext context;

	private final JudgedRows judged;

	Differences(Statements statements, JudgeContext context, JudgedRows judged) {
		this.statements = statements;
		this.context = context;
		this.judged = judged;
	}

	void judge() {
		Map<String, Columns> columns = columns();
		List<String> values = compared().stream()
			.filter((field) -> columns.values()
				.stream()
				.filter((each) -> each.some().contains(field.name()))
				.count() > 1)
			.map((field) -> values(field, columns))
			.toList();
		if (!values.isEmpty()) {
			Reader reader = new Reader();
			this.statements.query("differences", reader::row, "values", String.join(",\n       ", values), "differing",
					differing(columns));
			reader.end();
			this.judged.send();
		}
	}

	/** The fields of the rules and the numbers that students are linked by. */
	private List<Field> compared() {
		Stream<Field> keys = this.context.campaign()
			.fields()
			.all()
			.stream()
			.filter((field) -> field.key() == FieldKey.JOIN);
		return Stream.concat(keys, this.context.campaign().rules().compared().stream()).distinct().toList();
	}

	/**
	 * The columns of a source's files.
	 *
	 * @param all those that every file has
	 * @param some those that at least one file has
	 */
	private record Columns(Set<String> all, Set<String> some) {
	}

	private Map<String, Columns> columns() {
		Map<String, Columns> columns = new LinkedHashMap<>();
		this.statements.each(
				"select role, columns from run_file where run_id = :run and rows_loaded > 0 order by file_no",
				(row) -> {
					List<String> own = List.of((String[]) row.getArray("columns").getArray());
					Columns known = columns.computeIfAbsent(row.getString("role"),
							(any) -> new Columns(new TreeSet<>(own), new TreeSet<>()));
					known.all().retainAll(own);
					known.some().addAll(own);
				});
		columns.keySet().retainAll(ROLES);
		return columns;
	}

	private static String values(Field field, Map<String, Columns> columns) {
		return ROLES.stream()
			.map((role) -> side(field, role, columns.getOrDefault(role, new Columns(Set.of(), Set.of()))))
			.collect(Collectors.joining(", ", "('" + field.name() + "', ", ")"));
	}

	/** Whether two sources differ in any field that both have, or had to be cleaned. */
	private String differing(Map<String, Columns> columns) {
		List<String> pairs = new ArrayList<>();
		for (int i = 0; i < ROLES.size(); i++) {
			for (int j = i + 1; j < ROLES.size(); j++) {
				String first = ROLES.get(i);
				String second = ROLES.get(j);
				List<Field> shared = compared().stream()
					.filter((field) -> some(columns, first).contains(field.name())
							&& some(columns, second).contains(field.name()))
					.toList();
				if (!shared.isEmpty()) {
					pairs.add("row(" + row(shared, first) + ") is distinct from row(" + row(shared, second) + ")");
				}
			}
		}
		return String.join("\n        or ", pairs);
	}

	private static Set<String> some(Map<String, Columns> columns, String role) {
		return columns.containsKey(role) ? columns.get(role).some() : Set.of();
	}

	private static String row(List<Field> fields, String role) {
		String alias = role.substring(0, 1);
		return fields.stream().map((field) -> value(field, alias)).collect(Collectors.joining(", ")) + ", " + alias
				+ ".shape";
	}

	private static String value(Field field, String alias) {
		boolean standard = Fields.standard().find(field.name()).isPresent();
		String column = field.name().equals("id_no") ? "id_text" : field.name();
		return standard ? alias + "." + column : "(" + alias + ".extra ->> '" + field.name() + "')";
	}

	private static String side(Field field, String role, Columns columns) {
		String alias = role.substring(0, 1);
		String has = !columns.some().contains(field.name()) ? "false"
				: columns.all().contains(field.name()) ? alias + ".student is not null"
						: "coalesce('" + field.name() + "' = any (" + alias + ".columns), false)";
		return has + ", " + value(field, alias) + ", (" + alias + ".shape ->> '" + field.name() + "')";
	}

	/** Collects the rows of a student, who is judged as a whole. */
	private final class Reader {

		private long student;

		private StudentDifferences current;

		void row(ResultSet row) throws SQLException {
			if (this.current == null || this.student != row.getLong("student")) {
				end();
				this.student = row.getLong("student");
				this.current = new StudentDifferences(Differences.this.context, this.student,
						Change.of(row.getString("change_type"), row.getString("document_no"),
								row.getString("approval_date")),
						"专升本".equals(row.getString("level")), row.getBoolean("candidate_agrees"));
			}
			List<Side> sides = new ArrayList<>();
			for (String role : ROLES) {
				if (row.getBoolean(role + "_has")) {
					sides.add(new Side(role, row.getString(role + "_value"), row.getBoolean(role + "_unusable"),
							row.getString(role + "_shape"), row.getString(role + "_type")));
				}
			}
			this.current.add(Differences.this.context.campaign().fields().get(row.getString("field")), sides);
		}

		void end() {
			if (this.current != null) {
				this.current.judge().forEach(Differences.this.judged::add);
			}
		}

	}

}
