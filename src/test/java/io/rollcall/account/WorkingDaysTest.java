package io.rollcall.account;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

import io.rollcall.account.WorkingDays.Due;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Working days ({@code working-days.tsv}) and the audits counted by them
 * ({@code audits.tsv}, {@code audit-states.tsv}).
 */
class WorkingDaysTest {

	private static final LocalDate DEADLINE = LocalDate.of(2020, 11, 20);

	private final WorkingDays calendar = WorkingDays.shipped();

	static Stream<CaseTable.Row> workingDays() {
		return CaseTable.rows("working-days.tsv");
	}

	static Stream<CaseTable.Row> audits() {
		return CaseTable.rows("audits.tsv");
	}

	static Stream<CaseTable.Row> states() {
		return CaseTable.rows("audit-states.tsv");
	}

	@ParameterizedTest
	@MethodSource("workingDays")
	void workingDaysAreCounted(CaseTable.Row row) {
		LocalDate from = LocalDate.parse(row.get("from"));
		int days = Integer.parseInt(row.get("days"));
		Due due = new Due(LocalDate.parse(row.get("due")), row.yes("provisional"));
		assertThat(this.calendar.plus(from, days)).isEqualTo(due);
		assertThat(this.calendar.between(from, due.day())).isEqualTo(days);
	}

	@ParameterizedTest
	@MethodSource("audits")
	void anAuditIsJudged(CaseTable.Row row) {
		AuditClock clock = new AuditClock(day(row.get("uploaded")), AuditState.parse(row.get("state")).orElse(null),
				day(row.get("today")), DEADLINE);
		assertThat(clock.due().map(Due::day)).isEqualTo(Optional.ofNullable(day(row.get("due"))));
		assertThat(clock.isOverdue()).isEqualTo(row.yes("overdue"));
		assertThat(clock.isTooLate()).isEqualTo(row.yes("too_late"));
		assertThat(clock.lastSafeUpload()).isEqualTo(LocalDate.of(2020, 11, 17));
	}

	@ParameterizedTest
	@MethodSource("states")
	void aStateIsRead(CaseTable.Row row) {
		assertThat(AuditState.parse(row.get("text")).map(AuditState::name).orElse("")).isEqualTo(row.get("state"));
	}

	@Test
	void theLastSafeDayIsTheLastOfAll() {
		for (LocalDate deadline = LocalDate.of(2020, 1, 1); deadline.getYear() < 2024; deadline = deadline
			.plusDays(1)) {
			LocalDate safe = this.calendar.lastSafe(deadline, 3);
			assertThat(this.calendar.plus(safe, 3).day()).isBeforeOrEqualTo(deadline);
			assertThat(this.calendar.plus(safe.plusDays(1), 3).day()).isAfter(deadline);
		}
	}

	@Test
	void listedDaysGoBeforeWeekdays() {
		assertThat(this.calendar.isWorkingDay(LocalDate.of(2020, 9, 27))).isTrue();
		assertThat(this.calendar.isWorkingDay(LocalDate.of(2020, 10, 1))).isFalse();
		assertThat(this.calendar.isWorkingDay(LocalDate.of(2022, 12, 31))).isFalse();
		assertThat(this.calendar.isWorkingDay(LocalDate.of(2020, 11, 20))).isTrue();
		assertThat(this.calendar.isWorkingDay(LocalDate.of(2020, 11, 21))).isFalse();
		// The 13 working days of the notice, both ends counted.
		assertThat(this.calendar.between(LocalDate.of(2020, 11, 3), DEADLINE)).isEqualTo(13);
		assertThat(this.calendar.between(DEADLINE, DEADLINE)).isZero();
		assertThat(this.calendar.between(DEADLINE, DEADLINE.minusDays(5))).isZero();
		assertThatIllegalArgumentException().isThrownBy(() -> this.calendar.plus(DEADLINE, -1));
	}

	@Test
	void theEarliestResultIsThatOfTheWaitingOrOfANewUpload() {
		LocalDate today = LocalDate.of(2020, 11, 16);
		LocalDate upload = LocalDate.of(2020, 11, 12);
		assertThat(new AuditClock(upload, AuditState.PENDING, today, DEADLINE).earliestResult().orElseThrow().day())
			.isEqualTo(LocalDate.of(2020, 11, 17));
		assertThat(new AuditClock(upload, AuditState.FAILED, today, DEADLINE).earliestResult().orElseThrow().day())
			.isEqualTo(LocalDate.of(2020, 11, 19));
		assertThat(new AuditClock(null, null, today, DEADLINE).earliestResult().orElseThrow().day())
			.isEqualTo(LocalDate.of(2020, 11, 19));
		assertThat(new AuditClock(upload, AuditState.PASSED, today, DEADLINE).earliestResult()).isEmpty();
	}

	private static LocalDate day(String text) {
		return text.isEmpty() ? null : LocalDate.parse(text);
	}

}
