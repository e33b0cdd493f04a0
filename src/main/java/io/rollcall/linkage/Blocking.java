package io.rollcall.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.rollcall.identity.Pinyin;
import io.rollcall.identity.Surnames;

/**
 * Picks the pairs worth comparing: those that share the value of a blocking key. Few keys
 * lose true pairs, so there are many; each is counted before anything is compared.
 */
final class Blocking {

	private static final int PREFIX = 15;

	private final LinkSettings settings;

	private final Map<String, Linked.BlockCount> counts = new TreeMap<>();

	Blocking(LinkSettings settings) {
		this.settings = settings;
	}

	/** A pair by its places in the list of records, the smaller first. */
	record Pair(int first, int second) implements Comparable<Pair> {

		@Override
		public int compareTo(Pair other) {
			return Comparator.comparingInt(Pair::first).thenComparingInt(Pair::second).compare(this, other);
		}

	}

	Set<Pair> pairs(List<LinkRecord> records) {
		Map<String, List<Integer>> blocks = new HashMap<>();
		for (int i = 0; i < records.size(); i++) {
			for (String key : keys(records.get(i))) {
				blocks.computeIfAbsent(key, (any) -> new ArrayList<>()).add(i);
			}
		}
		Set<Pair> pairs = new TreeSet<>();
		blocks.forEach((key, block) -> {
			Linked.BlockCount count = add(pairs, block, records);
			this.counts.merge(key.substring(0, key.indexOf('\n')), count, Linked.BlockCount::plus);
		});
		return pairs;
	}

	/** What each key has brought. */
	Map<String, Linked.BlockCount> counts() {
		return this.counts;
	}

	private Linked.BlockCount add(Set<Pair> pairs, List<Integer> block, List<LinkRecord> records) {
		long all = (long) block.size() * (block.size() - 1) / 2;
		if (all > this.settings.largestBlock()) {
			return new Linked.BlockCount(0, all);
		}
		long kept = 0;
		for (int i = 0; i < block.size(); i++) {
			for (int j = i + 1; j < block.size(); j++) {
				if ((records.get(block.get(i)).sources() & records.get(block.get(j)).sources()) == 0) {
					pairs.add(new Pair(block.get(i), block.get(j)));
					kept++;
				}
			}
		}
		return new Linked.BlockCount(kept, 0);
	}

	private Set<String> keys(LinkRecord record) {
		Set<String> keys = new TreeSet<>();
		String name = record.value("name");
		String birth = record.value("birth_date");
		String id = record.value("id_no");
		put(keys, "id", id);
		put(keys, "id15", (id != null && id.length() > PREFIX) ? id.substring(0, PREFIX) : null);
		put(keys, "candidate", record.value("candidate_no"));
		put(keys, "student", record.value("student_no"));
		put(keys, "name", name);
		if (name != null && !name.isEmpty()) {
			String surname = Surnames.of(name);
			put(keys, "birth+surname", birth, surname.isEmpty() ? name.substring(0, 1) : surname);
			put(keys, "pinyin+year", Pinyin.of(name), (birth != null) ? birth.substring(0, 4) : null);
			put(keys, "birth+last", birth, record.value("sex"), name.substring(name.length() - 1));
			put(keys, "class+surname", record.value("class_no"), surname);
		}
		if (LatinName.isLatin(name)) {
			List<String> words = LatinName.words(name).stream().sorted().toList();
			put(keys, "words", String.join(" ", words));
			put(keys, "birth", birth);
			for (String word : words) {
				put(keys, "word+month", word, (birth != null) ? birth.substring(0, Math.min(6, birth.length())) : null);
			}
		}
		put(keys, "birth+class", birth, record.value("class_no"));
		for (ExtraField extra : this.settings.extras()) {
			put(keys, extra.name(), record.value(extra.name()));
			put(keys, extra.name() + "+birth", record.value(extra.name()), birth);
		}
		return keys;
	}

	private static void put(Set<String> keys, String name, String... parts) {
		for (String part : parts) {
			if (part == null || part.isEmpty()) {
				return;
			}
		}
		keys.add(name + '\n' + String.join("\n", parts));
	}

}
