package io.rollcall.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Picks the pairs worth comparing: those that share the value of a blocking key. Few keys
 * lose true pairs, so there are many; each is counted before anything is compared.
 */
final class Blocking {

	/**
	 * A key gives at most so many pairs a record, those within sources counted, so that
	 * work grows with the data.
	 */
	private static final long PAIRS_PER_RECORD = 20;

	/** What every key may give, however few records there are. */
	private static final long ALLOWANCE = 200_000;

	/**
	 * What all keys together may give, about: up to 50 bytes a pair are held until all
	 * are weighed.
	 */
	static final int MOST_PAIRS = 1_000_000;

	private final LinkSettings settings;

	private final int most;

	private final Map<String, Linked.BlockCount> counts = new TreeMap<>();

	private final LongList between = new LongList();

	private final LongList within = new LongList();

	private long withinAdded;

	private boolean exhausted;

	Blocking(LinkSettings settings) {
		this(settings, MOST_PAIRS);
	}

	/**
	 * A blocking.
	 * @param most how many different pairs all keys together may give; when there are as
	 * many, larger blocks and further keys are passed over
	 */
	Blocking(LinkSettings settings, int most) {
		this.settings = settings;
		this.most = most;
	}

	/** The place of the first record of a pair. */
	static int first(long pair) {
		return (int) (pair >>> Integer.SIZE);
	}

	/** The place of the second record of a pair. */
	static int second(long pair) {
		return (int) pair;
	}

	/** The pairs by their places in the list of records, the smaller first, in order. */
	long[] pairs(List<LinkRecord> records) {
		List<BlockingKeys.Traits> traits = records.stream().map(BlockingKeys.Traits::of).toList();
		new BlockingKeys(this.settings.extras()).all().forEach((key, values) -> add(key, values, traits));
		return this.between.distinct();
	}

	/** The pairs of Latin names within one source, which are never one person. */
	long[] within() {
		return this.within.distinct();
	}

	/** What each key has brought. */
	Map<String, Linked.BlockCount> counts() {
		return this.counts;
	}

	/** Small blocks first: where a key gives too many pairs, it is the large ones. */
	private void add(String key, Function<BlockingKeys.Traits, List<String>> values, List<BlockingKeys.Traits> traits) {
		Map<String, List<Integer>> blocks = new HashMap<>();
		for (int i = 0; i < traits.size(); i++) {
			for (String value : values.apply(traits.get(i))) {
				blocks.computeIfAbsent(value, (any) -> new ArrayList<>()).add(i);
			}
		}
		long left = Math.max(ALLOWANCE, PAIRS_PER_RECORD * traits.size());
		int full = this.exhausted ? 0 : Integer.MAX_VALUE;
		for (List<Integer> block : blocks.values().stream().sorted(Comparator.comparingInt(List::size)).toList()) {
			long all = (long) block.size() * (block.size() - 1) / 2;
			boolean over = all > this.settings.largestBlock() || block.size() > full;
			long before = this.withinAdded;
			Linked.BlockCount count = over ? new Linked.BlockCount(0, all)
					: new Linked.BlockCount(add(block, traits), 0);
			left -= count.pairs() + this.withinAdded - before;
			// Blocks of one size are all taken or all passed over, whatever their order.
			this.exhausted = this.exhausted || isFull(this.between) || isFull(this.within);
			full = (left < 0 || this.exhausted) ? Math.min(full, block.size()) : full;
			this.counts.merge(key, count, Linked.BlockCount::plus);
		}
	}

	/**
	 * Keys find many pairs again, which count once: room is made before it is used up.
	 */
	private boolean isFull(LongList pairs) {
		return pairs.size >= 2 * this.most && pairs.compact() >= this.most;
	}

	private long add(List<Integer> block, List<BlockingKeys.Traits> traits) {
		long kept = 0;
		for (int i = 0; i < block.size(); i++) {
			BlockingKeys.Traits one = traits.get(block.get(i));
			for (int j = i + 1; j < block.size(); j++) {
				BlockingKeys.Traits other = traits.get(block.get(j));
				long pair = (long) block.get(i) << Integer.SIZE | block.get(j);
				if ((one.record().sources() & other.record().sources()) == 0) {
					this.between.add(pair);
					kept++;
				}
				else if (!one.words().isEmpty() && !other.words().isEmpty()) {
					this.within.add(pair);
					this.withinAdded++;
				}
			}
		}
		return kept;
	}

	/** A list that grows. */
	private static final class LongList {

		private long[] values = new long[1024];

		private int size;

		void add(long value) {
			if (this.size == this.values.length) {
				this.values = Arrays.copyOf(this.values, this.size * 2);
			}
			this.values[this.size++] = value;
		}

		/** Leaves each value once and says how many those are. */
		int compact() {
			Arrays.sort(this.values, 0, this.size);
			int kept = 0;
			for (int i = 0; i < this.size; i++) {
				if (kept == 0 || this.values[kept - 1] != this.values[i]) {
					this.values[kept++] = this.values[i];
				}
			}
			this.size = kept;
			return kept;
		}

		long[] distinct() {
			return Arrays.copyOf(this.values, compact());
		}

	}

}
