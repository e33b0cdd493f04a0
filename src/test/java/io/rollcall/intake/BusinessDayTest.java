package io.rollcall.intake;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BusinessDayTest {

	private static final LocalDate TODAY = LocalDate.of(2020, 11, 12);

	private final BusinessDay day = new BusinessDay(TODAY);

	@Test
	void whatNobodyAskedForHoldsForEver() {
		assertThat(this.day.range()).isEqualTo(new BusinessDay.Range(LocalDate.MIN, LocalDate.MAX));
	}

	@Test
	void answersHoldUpToTheDayBeforeTheFutureBegins() {
		assertThat(this.day.isBefore(TODAY)).isFalse();
		assertThat(this.day.isBefore(TODAY.plusDays(3))).isTrue();
		assertThat(this.day.isBefore(TODAY.plusDays(9))).isTrue();
		assertThat(this.day.isBefore(TODAY.minusDays(5))).isFalse();
		assertThat(this.day.range()).isEqualTo(new BusinessDay.Range(TODAY, TODAY.plusDays(2)));
	}

	@Test
	void whatWasMadeOfTheDateItselfHoldsForNoOther() {
		assertThat(this.day.exactly()).isEqualTo(TODAY);
		assertThat(this.day.isBefore(TODAY.minusDays(5))).isFalse();
		assertThat(this.day.range()).isEqualTo(new BusinessDay.Range(TODAY, TODAY));
	}

	@ParameterizedTest
	@CsvSource({ "2006-11-12,14", "2006-11-13,14", "2004-02-29,14", "2004-02-29,16", "1959-11-12,61", "1959-11-13,61",
			"2021-01-01,1", "2006-12-31,14", "2021-05-05,14" })
	void agesAreFullYearsAndHoldAsLongAsTheyAre(LocalDate birth, int years) {
		for (LocalDate date = LocalDate.of(2018, 2, 1); date.getYear() < 2022; date = date.plusDays(1)) {
			BusinessDay each = new BusinessDay(date);
			boolean ofAge = each.isOfAge(birth, years);
			assertThat(ofAge).isEqualTo(isOfAge(birth, years, date));
			BusinessDay.Range range = each.range();
			assertThat(date).isBetween(range.first(), range.last());
			if (!range.first().equals(LocalDate.MIN)) {
				assertThat(isOfAge(birth, years, range.first())).isTrue();
				assertThat(isOfAge(birth, years, range.first().minusDays(1))).isFalse();
			}
			if (!range.last().equals(LocalDate.MAX)) {
				assertThat(isOfAge(birth, years, range.last())).isFalse();
				assertThat(isOfAge(birth, years, range.last().plusDays(1))).isTrue();
			}
		}
	}

	private static boolean isOfAge(LocalDate birth, int years, LocalDate date) {
		return ChronoUnit.YEARS.between(birth, date) >= years;
	}

}
