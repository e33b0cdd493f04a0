package io.rollcall.reconcile;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who belongs together: a forest over the few that were joined. The smallest number of a
 * group stands for it.
 */
final class Groups {

	private final Map<Long, Long> parents = new HashMap<>();

	private final Map<Long, Integer> sources = new HashMap<>();

	long of(long member) {
		long root = member;
		long parent = this.parents.getOrDefault(root, root);
		while (parent != root) {
			root = parent;
			parent = this.parents.getOrDefault(root, root);
		}
		long step = member;
		while (step != root) {
			Long next = this.parents.put(step, root);
			step = (next != null) ? next : root;
		}
		return root;
	}

	void join(long first, long second) {
		long one = of(first);
		long other = of(second);
		this.parents.put(Math.max(one, other), Math.min(one, other));
		this.parents.putIfAbsent(Math.min(one, other), Math.min(one, other));
	}

	/**
	 * Joins two students unless one source holds them both: two rows of one list that
	 * were not folded are two people.
	 * @return whether they are one now
	 */
	boolean join(SourceRow first, SourceRow second) {
		long one = of(first.student());
		long other = of(second.student());
		int all = sources(one, first) | sources(other, second);
		if (one == other || (sources(one, first) & sources(other, second)) != 0) {
			return false;
		}
		join(one, other);
		this.sources.put(of(one), all);
		return true;
	}

	private int sources(long root, SourceRow row) {
		return this.sources.getOrDefault(root, row.sources());
	}

	/** Every member that another one stands for. */
	Map<Long, Long> joined() {
		Map<Long, Long> joined = new TreeMap<>();
		this.parents.keySet().stream().toList().forEach((member) -> {
			if (of(member) != member) {
				joined.put(member, of(member));
			}
		});
		return joined;
	}

	/** Every member of a group of several, the one that stands for it included. */
	Map<Long, Long> members() {
		Map<Long, Long> members = joined();
		joined().values().forEach((root) -> members.put(root, root));
		return members;
	}

}
