package io.rollcall.reconcile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import io.rollcall.linkage.Linked;
import io.rollcall.linkage.ProbableLink;

/**
 * What linking by similarity found, written down as it is found and read in portions: as
 * many may be linked as a source has rows.
 */
final class ProbableLinks {

	private static final int PORTION = 2_000;

	private final Statements statements;

	private final JudgeContext context;

	private final LinkWords words;

	ProbableLinks(Statements statements, JudgeContext context) {
		this.statements = statements;
		this.context = context;
		this.words = new LinkWords(context);
	}

	/** Two students about whom a person decides, in either order. */
	static String decision(String first, String second) {
		return (first.compareTo(second) < 0) ? first + '\n' + second : second + '\n' + first;
	}

	void add(Linked linked) {
		write("probable", linked.links(), Function.identity(), this.words::of);
		write("near_link", linked.nearMisses(), Linked.NearMiss::pair, this.words::of);
	}

	/** Each pair twice, once for each of the two. */
	private <T> void write(String table, List<T> found, Function<T, ProbableLink> pair, Function<T, String> told) {
		this.statements.copy(table, (buffer) -> found.forEach((one) -> {
			ProbableLink link = pair.apply(one);
			String weight = String.format(Locale.ROOT, "%.1f", link.weight());
			String text = told.apply(one);
			buffer.add(link.left()).add(link.right()).add(weight).add(text).endRow();
			buffer.add(link.right()).add(link.left()).add(weight).add(text).endRow();
		}), "student", "other", "weight", "told");
	}

	/** Turns what was linked into findings, and notes what came near. */
	void judge(JudgedRows judged, Duplicates duplicates) {
		read("probable", duplicates, (links) -> links.forEach((link) -> add(judged, link)));
		judged.send();
		read("near_link", duplicates,
				(links) -> this.statements.copy("run_near_link",
						(buffer) -> links.forEach((link) -> buffer.add(this.context.campaignId())
							.add(this.context.run())
							.add(link.self().key())
							.add(link.weight())
							.add(link.other().told())
							.add(link.told())
							.endRow()),
						"campaign_id", "run_id", "student_key", "weight", "other", "told"));
	}

	private void read(String table, Duplicates duplicates, Consumer<List<Link>> each) {
		List<Pair> portion = new ArrayList<>();
		this.statements.each("select student, other, weight, told from " + table + " order by student, other",
				(row) -> {
					portion.add(new Pair(row.getLong("student"), row.getLong("other"), row.getString("weight"),
							row.getString("told")));
					if (portion.size() >= PORTION) {
						each.accept(links(portion, duplicates));
					}
				});
		each.accept(links(portion, duplicates));
	}

	/** A portion with whom it is about; the portion is empty then. */
	private static List<Link> links(List<Pair> portion, Duplicates duplicates) {
		Set<Long> students = new HashSet<>();
		portion.forEach((pair) -> students.addAll(List.of(pair.student(), pair.other())));
		Map<Long, Duplicates.Member> members = duplicates.members(students);
		List<Link> links = portion.stream()
			.map((pair) -> new Link(pair.student(), Duplicates.member(members, pair.student()),
					Duplicates.member(members, pair.other()), pair.weight(), pair.told()))
			.toList();
		portion.clear();
		return links;
	}

	/** How alike another college's student is tells what is said of that student. */
	private void add(JudgedRows judged, Link link) {
		Duplicates.Member other = link.other();
		boolean elsewhere = !link.self().college().isEmpty() && !other.college().isEmpty()
				&& !link.self().college().equals(other.college());
		judged.add(Judged.of("LINK_PROBABLE", link.student(), "", Columns.ROLES)
			.detail(link.told(), text("probable.todo"))
			.about(this.context.clue().apply("group", decision(link.self().key(), other.key())),
					text("partners", other.told()), other.key())
			.forRegistrarIf(elsewhere));
	}

	private String text(String key, Object... arguments) {
		return this.context.text(key, arguments);
	}

	/**
	 * A side of two students who may be one, as it was written down.
	 *
	 * @param told what speaks for it and against
	 */
	private record Pair(long student, long other, String weight, String told) {

		@Override
		public String toString() {
			return "Pair of " + this.student;
		}

	}

	/**
	 * The same with whom it is about.
	 *
	 * @param self whose finding it is
	 * @param other who may be the same
	 */
	private record Link(long student, Duplicates.Member self, Duplicates.Member other, String weight, String told) {

		@Override
		public String toString() {
			return "Link of " + this.student;
		}

	}

}
