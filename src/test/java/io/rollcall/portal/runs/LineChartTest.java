package io.rollcall.portal.runs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LineChartTest {

	@Test
	void theScaleEndsAboveTheHighestValueAtWholeNumbers() {
		LineChart chart = LineChart.of(List.of("11-10", "11-11"),
				List.of(LineChart.Series.ofNumbers("line", "open", Stream.of(3L, 987L))), false);
		assertThat(chart.ticks()).extracting(LineChart.Tick::text).containsExactly("0", "250", "500", "750", "1000");
		assertThat(chart.lines()).singleElement().satisfies((line) -> assertThat(line.paths()).hasSize(1));
	}

	@Test
	void aNightWithoutAValueIsAGapAndASingleNightIsStillSeen() {
		LineChart chart = LineChart.of(List.of("11-10", "11-11", "11-12"), List
			.of(new LineChart.Series("line", "rate", List.of(Optional.of(0.5), Optional.empty(), Optional.of(1.0)))),
				true);
		assertThat(chart.lines().get(0).paths()).hasSize(2)
			.allSatisfy((path) -> assertThat(path.split(" ")).hasSize(2));
		assertThat(chart.ticks()).extracting(LineChart.Tick::text).endsWith("100%");
		assertThat(LineChart
			.of(List.of("11-10"), List.of(LineChart.Series.ofNumbers("line", "none", Stream.of(0L))), false)
			.ticks()).extracting(LineChart.Tick::text).containsExactly("0", "1", "2", "3", "4");
	}

}
