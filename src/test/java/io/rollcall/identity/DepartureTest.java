package io.rollcall.identity;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who has left, as status columns say it: {@code departures.tsv}. */
class DepartureTest {

	static Stream<CaseTable.Row> departures() {
		return CaseTable.rows("departures.tsv");
	}

	@ParameterizedTest
	@MethodSource("departures")
	void departureIsUnderstood(CaseTable.Row row) {
		List<String> states = row.get("states").isEmpty() ? List.of() : List.of(row.get("states").split("\\|"));
		assertThat(Departure.isTold(states)).isEqualTo(row.get("left").equals("yes"));
	}

}
