package io.rollcall.linkage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BlockingTest {

	private static final LinkSettings SETTINGS = LinkSettings.standard(1_000);

	@Test
	void aPairThatManyKeysGiveIsComparedOnce() {
		assertThat(new Blocking(SETTINGS).pairs(records(1))).hasSize(1);
	}

	@Test
	void noMorePairsAreGivenThanMayBeHeld() {
		List<LinkRecord> records = records(30);
		long[] all = new Blocking(SETTINGS).pairs(records);
		Blocking bounded = new Blocking(SETTINGS, 20);
		assertThat(all).hasSizeGreaterThan(800);
		assertThat(bounded.pairs(records)).hasSizeBetween(20, 200)
			.satisfies((pairs) -> assertThat(all).contains(pairs));
		assertThat(bounded.counts().values().stream().mapToLong(Linked.BlockCount::passedOver).sum()).isPositive();
	}

	/** So many people of one class and surname in each of two lists. */
	private static List<LinkRecord> records(int people) {
		List<LinkRecord> records = new ArrayList<>();
		for (int source = 1; source <= 2; source++) {
			for (int i = 0; i < people; i++) {
				records.add(new LinkRecord(records.size(), source, Map.of("name", "张" + (char) ('一' + i), "birth_date",
						"200203" + (10 + i % 15), "class_no", "飞行2001")));
			}
		}
		return records;
	}

}
