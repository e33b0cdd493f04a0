package io.rollcall.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.campaign.Field;
import io.rollcall.campaign.FieldKey;
import io.rollcall.campaign.FieldType;
import io.rollcall.database.StagedFields;
import io.rollcall.intake.Value;

/**
 * The columns that the sources of a run can be compared by, as parts of statements in
 * which the records of roster, platform and admission are called r, p and a.
 */
final class Columns {

	static final List<String> ROLES = List.of("roster", "platform", "admission");

	private static final OfSource NONE = new OfSource(Set.of(), Set.of());

	private final List<Field> compared;

	/** By which a source tells when a student looked at his record. */
	private final Optional<Field> looked;

	private final Map<String, OfSource> sources = new LinkedHashMap<>();

	/**
	 * The columns of a source's files.
	 *
	 * @param all those that every file has
	 * @param some those that at least one file has
	 */
	private record OfSource(Set<String> all, Set<String> some) {
	}

	Columns(Statements statements, JudgeContext context) {
		Stream<Field> keys = context.campaign().fields().all().stream().filter((field) -> field.key() == FieldKey.JOIN);
		this.looked = context.campaign().rules().selfCheck();
		this.compared = Stream.concat(keys, context.campaign().rules().compared().stream()).distinct().toList();
		statements.each("select role, columns from run_file where run_id = :run and rows_loaded > 0 order by file_no",
				(row) -> {
					List<String> own = List.of((String[]) row.getArray("columns").getArray());
					OfSource known = this.sources.computeIfAbsent(row.getString("role"),
							(any) -> new OfSource(new TreeSet<>(own), new TreeSet<>()));
					known.all().retainAll(own);
					known.some().addAll(own);
				});
	}

	/** The compared fields as rows of what each source says; empty if there are none. */
	String values() {
		return this.compared.stream()
			.filter((field) -> ROLES.stream().filter((role) -> source(role).some().contains(field.name())).count() > 1)
			.map((field) -> ROLES.stream()
				.map((role) -> side(field, role))
				.collect(Collectors.joining(", ", "('" + field.name() + "', ", ")")))
			.collect(Collectors.joining(",\n       "));
	}

	/** Whether two sources differ in any field that both have, or had to be cleaned. */
	String differing() {
		List<String> pairs = new ArrayList<>();
		for (int i = 0; i < ROLES.size(); i++) {
			for (int j = i + 1; j < ROLES.size(); j++) {
				String first = ROLES.get(i);
				String second = ROLES.get(j);
				List<Field> shared = this.compared.stream()
					.filter((field) -> source(first).some().contains(field.name())
							&& source(second).some().contains(field.name()))
					.toList();
				if (!shared.isEmpty()) {
					pairs.add("row(" + row(shared, first) + ") is distinct from row(" + row(shared, second) + ")");
				}
			}
		}
		return pairs.isEmpty() ? "false" : String.join("\n        or ", pairs);
	}

	/**
	 * All that the sources say of a student, as far as a difference would matter, in one
	 * number.
	 */
	String said() {
		Set<FieldKey> telling = Set.of(FieldKey.YES, FieldKey.JOIN, FieldKey.STATE);
		// When a student last looked is no matter of his record.
		List<Field> fields = this.compared.stream()
			.filter((field) -> telling.contains(field.key()) && !this.looked.equals(Optional.of(field)))
			.toList();
		return ROLES.stream()
			.flatMap((role) -> fields.stream().map((field) -> StagedFields.comparable(field.name(), alias(role))))
			.collect(Collectors.joining(", ", "hash_record_extended(row(", "), 0)"));
	}

	private OfSource source(String role) {
		return this.sources.getOrDefault(role, NONE);
	}

	private static String row(List<Field> fields, String role) {
		return fields.stream()
			.map((field) -> StagedFields.comparable(field.name(), alias(role)))
			.collect(Collectors.joining(", ")) + ", " + alias(role) + ".shape";
	}

	private String side(Field field, String role) {
		String has = !source(role).some().contains(field.name()) ? "false"
				: source(role).all().contains(field.name()) ? alias(role) + ".id is not null"
						: "coalesce('" + field.name() + "' = any (" + alias(role) + ".columns), false)";
		// A college that nobody knows is told of the roster only; of the others its name
		// is compared, unless it is masked.
		String value = StagedFields.comparable(field.name(), alias(role));
		if (field.type() == FieldType.COLLEGE && !role.equals("roster")) {
			value = """
					coalesce({value}, case when '{field}' = any ({record}.unusable)
					                        and coalesce({record}.shape ->> '{field}', '') not like '{masked}:%'
					                       then {record}.raw ->> '{field}' end)""".replace("{value}", value)
				.replace("{field}", field.name())
				.replace("{record}", alias(role))
				.replace("{masked}", Value.MASKED);
		}
		return has + ", " + value + ", (" + alias(role) + ".shape ->> '" + field.name() + "')";
	}

	private static String alias(String role) {
		return role.substring(0, 1);
	}

}
