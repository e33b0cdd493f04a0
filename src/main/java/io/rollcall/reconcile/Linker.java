package io.rollcall.reconcile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import io.rollcall.campaign.Field;

/**
 * Makes students of records: folds the rows of each source, then links the sources by
 * each alternative of the campaign's key in turn.
 */
final class Linker {

	private static final String[] PAIR = { "member", "root" };

	/** The numbers by which duplicates are found, whatever the campaign's key is. */
	private static final List<String> LINKED = List.of("candidate_no", "student_no", "id_no");

	private final Statements statements;

	private final Names names;

	private final List<KeyColumn> keys;

	/** The keys whose shared values are known. */
	private final Set<String> shared = new HashSet<>();

	Linker(Statements statements, JudgeContext context, Names names) {
		this.statements = statements;
		this.names = names;
		this.keys = keys(context.campaign().rules().key());
	}

	/**
	 * One alternative of the key.
	 *
	 * @param column the column of the working tables
	 * @param expression what fills it
	 * @param how the word that tells how a link came about
	 * @param rule how far it links
	 */
	private record KeyColumn(String column, String expression, String how, Linking.Rule rule) {
	}

	private static List<KeyColumn> keys(List<List<Field>> alternatives) {
		List<KeyColumn> keys = new ArrayList<>();
		for (List<Field> fields : alternatives) {
			List<String> names = fields.stream().map(Field::name).toList();
			if (names.contains("id_no")) {
				keys.add(new KeyColumn("id_no", "", String.join("+", names), Linking.Rule.SAME_NAME));
				continue;
			}
			String how = String.join("+", names);
			if (names.size() == 1 && LINKED.contains(how)) {
				keys.add(new KeyColumn(how, "", how,
						how.equals("candidate_no") ? Linking.Rule.ALWAYS : Linking.Rule.UNLESS_BOTH_DIFFER));
				continue;
			}
			Linking.Rule rule = (names.size() > 1) ? Linking.Rule.ALWAYS : Linking.Rule.UNLESS_BOTH_DIFFER;
			String parts = String.join(" || '|' || ",
					fields.stream().map((field) -> Columns.value(field.name(), "r")).toList());
			keys.add(new KeyColumn("key_" + keys.size(), ", " + parts + " as key_" + keys.size(), how, rule));
		}
		return keys;
	}

	void link() {
		this.statements.run("link_records", "keys",
				String.join("", this.keys.stream().map(KeyColumn::expression).toList()));
		this.statements.update("analyze rec");
		fold();
		KeyColumn first = this.keys.get(0);
		boolean atOnce = first.rule() == Linking.Rule.ALWAYS;
		this.statements.with("how", first.how())
			.run("link_sources", "first", atOnce ? "r." + first.column() : "null::text");
		for (KeyColumn key : this.keys) {
			link(key);
		}
		LINKED.forEach(this::findShared);
	}

	private void findShared(String column) {
		if (this.shared.add(column)) {
			this.statements.run("link_shared_keys", "key", column);
			this.statements.update("analyze shared_" + column);
		}
	}

	/** Hands over records of different students that share a value of a column. */
	void shared(String column, Consumer<List<SourceRow>> each) {
		findShared(column);
		groups("link_shared", column, each);
	}

	private void fold() {
		Folding folding = new Folding(this.names);
		for (KeyColumn key : this.keys) {
			Consumer<List<SourceRow>> each = key.column().equals("id_no") ? folding::sharedId : folding::sharedNumber;
			groups("link_shared_in_source", key.column(), each);
		}
		write("fold", "id bigint, root bigint", folding.groups().members(), "id", "root");
	}

	private void link(KeyColumn key) {
		Linking linking = new Linking(this.names);
		shared(key.column(), (rows) -> linking.shared(rows, key.rule()));
		join(linking.groups(), key.how());
	}

	/** Joins students whom a person declared to be one; says whether there were any. */
	boolean confirmed() {
		Linking linking = new Linking(this.names);
		groups("confirmed", "", linking::confirmed);
		join(linking.groups(), "confirmed");
		return !linking.groups().joined().isEmpty();
	}

	/** Enters students that were found to be one. */
	void join(Groups groups, String how) {
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

		private String shared;

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
