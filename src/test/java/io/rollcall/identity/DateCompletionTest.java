package io.rollcall.identity;

import java.time.LocalDate;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Days without their year, by {@code completed-days.tsv}. */
class DateCompletionTest {

	private static final LocalDate FIRST = LocalDate.of(2020, 9, 5);

	private static final LocalDate LAST = LocalDate.of(2020, 11, 24);

	static Stream<CaseTable.Row> days() {
		return CaseTable.rows("completed-days.tsv");
	}

	@ParameterizedTest
	@MethodSource("days")
	void aDayIsCompletedWhereThePeriodLeavesOneOnly(CaseTable.Row row) {
		assertThat(DateCompletion.complete(row.get("input"), row.get("cell").equals("number"), FIRST, LAST)
			.map(PartialDate::basicText)
			.orElse("")).isEqualTo(row.get("day"));
	}

	@Test
	void aPeriodOverTheTurnOfTheYearKnowsBothYears() {
		LocalDate first = LocalDate.of(2020, 11, 1);
		LocalDate last = LocalDate.of(2021, 1, 31);
		assertThat(DateCompletion.complete("1月8日", false, first, last)).contains(new PartialDate(2021, 1, 8));
		assertThat(DateCompletion.complete("12.18", false, first, last)).contains(new PartialDate(2020, 12, 18));
	}

	/** Every day of a period is found again, however it is written with its month. */
	@Test
	void noDayOfThePeriodIsTakenForAnother() {
		FIRST.datesUntil(LAST.plusDays(1)).forEach((day) -> {
			String chinese = day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
			assertThat(DateCompletion.complete(chinese, false, FIRST, LAST)).contains(PartialDate.of(day));
			String dotted = day.getMonthValue() + "." + day.getDayOfMonth();
			DateCompletion.complete(dotted, false, FIRST, LAST)
				.ifPresent((found) -> assertThat(found).isEqualTo(PartialDate.of(day)));
		});
	}

}
