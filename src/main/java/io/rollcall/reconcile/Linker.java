package io.rollcall.reconcile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.campaign.Field;
import io.rollcall.database.StagedFields;
import org.jspecify.annotations.Nullable;

/**
 * Makes students of records: folds the rows of each source, then links the sources by
 * each alternative of the campaign's key in turn.
 */
final class Linker {

	private static final String CANDIDATE_NO = "candidate_no";

	private static final String[] PAIR = { "member", "root" };

	/** The numbers by which duplicates are found, whatever the campaign's key is. */
	private static final List<String> NUMBERS = List.of(CANDIDATE_NO, "student_no", "id_no");

	private final Statements statements;

	private final SameName names;

	private final List<KeyColumn> keys;

	Linker(Statements statements, JudgeContext context, SameName names) {
		this.statements = statements;
		this.names = names;
		this.keys = keys(context.campaign().rules().key());
	}

	/**
	 * One alternative of the key.
	 *
	 * @param column the column of the working tables
	 * @param value what fills it
	 * @param how the word that tells how a link came about
	 * @param rule how far it links
	 */
	private record KeyColumn(String column, String value, String how, Linking.Rule rule) {

		/** Whether the working tables do not have the column anyway. */
		boolean isOwn() {
			return !NUMBERS.contains(this.column);
		}

	}

	private static List<KeyColumn> keys(List<List<Field>> alternatives) {
		List<KeyColumn> keys = new ArrayList<>();
		for (List<Field> fields : alternatives) {
			List<String> names = fields.stream().map(Field::name).toList();
			if (names.contains("id_no")) {
				keys.add(new KeyColumn("id_no", "r.id_no", String.join("+", names), Linking.Rule.SAME_NAME));
				continue;
			}
			String how = String.join("+", names);
			if (names.size() == 1 && NUMBERS.contains(how)) {
				keys.add(new KeyColumn(how, "r." + how, how,
						how.equals(CANDIDATE_NO) ? Linking.Rule.ALWAYS : Linking.Rule.UNLESS_BOTH_DIFFER));
				continue;
			}
			Linking.Rule rule = (names.size() > 1) ? Linking.Rule.ALWAYS : Linking.Rule.UNLESS_BOTH_DIFFER;
			String parts = String.join(" || '|' || ",
					fields.stream().map((field) -> StagedFields.value(field.name(), "r")).toList());
			keys.add(new KeyColumn("key_" + keys.size(), parts, how, rule));
		}
		return keys;
	}

	void link() {
		KeyColumn first = this.keys.get(0);
		boolean atOnce = first.rule() == Linking.Rule.ALWAYS;
		this.statements.with("how", first.how())
			.run("link_sources", "first", atOnce ? first.value() : "null::text", "keys",
					this.keys.stream()
						.filter(KeyColumn::isOwn)
						.map((key) -> ", " + key.value() + " as " + key.column())
						.collect(Collectors.joining()));
		this.statements.run("link_doubtful", "shared",
				columns().map((column) -> (atOnce && column.equals(first.column())) ? "crowded" : shared(column))
					.collect(Collectors.joining("\n      or ")));
		fold();
		for (KeyColumn key : this.keys) {
			Linking linking = new Linking(this.names, key.how().equals(CANDIDATE_NO) ? others() : OtherRecords.NONE);
			groups("link_shared", key.column(), (rows) -> linking.shared(rows, key.rule()));
			join(linking.groups(), key.how());
		}
		this.statements.run("link_settle");
	}

	/** Every column by which students are linked or found to be double. */
	private Stream<String> columns() {
		return Stream.concat(this.keys.stream().map(KeyColumn::column), NUMBERS.stream()).distinct();
	}

	private static String shared(String column) {
		return ("{key} in (select {key} from speaker where {key} is not null"
				+ " group by {key} having min(student) <> max(student) or sum(bit) <> bit_or(bit))")
			.replace("{key}", column);
	}

	/**
	 * Whom a wrong candidate number may hide. Only numbers that link by themselves count:
	 * by the others nobody could be linked instead.
	 */
	private OtherRecords others() {
		OtherRecords others = new OtherRecords(this.names);
		List<String> numbers = this.keys.stream()
			.map(KeyColumn::column)
			.filter((column) -> !column.equals(CANDIDATE_NO) && NUMBERS.contains(column))
			.toList();
		this.statements.query("link_others", (row) -> {
			List<String> own = new ArrayList<>();
			for (String number : numbers) {
				if (row.getString(number) != null) {
					own.add(" " + number + " " + row.getString(number));
				}
			}
			others.add(row.getInt("bit"), row.getLong("speaker"),
					WrittenName.of(row.getString("name"), row.getString("written")), own);
		});
		return others;
	}

	private void fold() {
		Folding folding = new Folding(this.names, twoPeople());
		for (KeyColumn key : this.keys) {
			Consumer<List<SourceRow>> each = key.column().equals("id_no") ? folding::sharedId : folding::sharedNumber;
			groups("link_shared_in_source", key.column(), each);
		}
		write("fold", "id bigint, root bigint", folding.groups().members(), "id", "root");
		this.statements.run("link_fold");
	}

	/** Rows of one source that a name and a student number do not make one person. */
	private Map<Long, Set<Long>> twoPeople() {
		Map<Long, Set<Long>> apart = new HashMap<>();
		this.statements.query("link_two_people", (row) -> {
			long first = row.getLong("id");
			long second = row.getLong("other");
			if (this.names.agree(WrittenName.of(row.getString("name"), row.getString("written")),
					WrittenName.of(row.getString("other_name"), row.getString("other_written")))) {
				apart.computeIfAbsent(first, (any) -> new HashSet<>()).add(second);
				apart.computeIfAbsent(second, (any) -> new HashSet<>()).add(first);
			}
		});
		return apart;
	}

	/** Joins students whom a person declared to be one; says whether there were any. */
	boolean confirmed() {
		this.statements.run("confirmed");
		Linking linking = new Linking(this.names, OtherRecords.NONE);
		groups("confirmed_rows", "", linking::confirmed);
		if (linking.groups().joined().isEmpty()) {
			return false;
		}
		join(linking.groups(), "confirmed");
		this.statements.run("link_settle");
		return true;
	}

	/** Enters students that were found to be one. */
	private void join(Groups groups, String how) {
		Map<Long, Long> joined = groups.members();
		if (!joined.isEmpty()) {
			write("joined", "member bigint, root bigint", joined, PAIR);
			this.statements.with("how", how).run("link_join");
			this.statements.update("drop table joined");
		}
	}

	private void write(String table, String columns, Map<Long, Long> pairs, String... names) {
		this.statements.table(table, columns,
				(buffer) -> pairs.forEach((one, other) -> buffer.add(one).add(other).endRow()), names);
	}

	void groups(String query, String key, Consumer<List<SourceRow>> each) {
		GroupReader reader = new GroupReader(each);
		this.statements.query(query, (row) -> reader.add(row.getString("shared"), Statements.sourceRow(row)), "key",
				key);
		reader.end();
	}

	/** Hands rows over group by group. */
	private static final class GroupReader {

		private final Consumer<List<SourceRow>> each;

		private final List<SourceRow> rows = new ArrayList<>();

		private @Nullable String shared;

		GroupReader(Consumer<List<SourceRow>> each) {
			this.each = each;
		}

		void add(String key, SourceRow row) {
			if (!key.equals(this.shared)) {
				end();
				this.shared = key;
			}
			this.rows.add(row);
		}

		void end() {
			if (!this.rows.isEmpty()) {
				this.each.accept(List.copyOf(this.rows));
				this.rows.clear();
			}
		}

	}

}
