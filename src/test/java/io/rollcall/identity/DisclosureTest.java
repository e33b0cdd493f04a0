package io.rollcall.identity;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What may be shown of a value that nobody knows: {@code disclosure.tsv}. */
class DisclosureTest {

	static Stream<CaseTable.Row> values() {
		return CaseTable.rows("disclosure.tsv");
	}

	@ParameterizedTest
	@MethodSource("values")
	void onlyWordsAndCodesAreShown(CaseTable.Row row) {
		assertThat(Disclosure.isHarmless(row.get("value"))).isEqualTo(row.get("shown").equals("yes"));
	}

}
