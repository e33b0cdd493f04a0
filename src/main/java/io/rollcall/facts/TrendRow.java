package io.rollcall.facts;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * One night: the last published run of a date.
 *
 * @param date the business date
 * @param errors cases that must be acted on
 * @param warnings cases to look at
 * @param refused refused rows and files
 * @param expected 应查人数
 * @param checked 已查; empty when no source tells it
 */
public record TrendRow(LocalDate date, long errors, long warnings, long refused, long expected,
		Optional<Long> checked) {

	private static final int DECIMALS = 4;

	public TrendRow {
		Objects.requireNonNull(date);
		Objects.requireNonNull(checked);
	}

	/**
	 * 自查率.
	 * @return 0 to 1 with four decimals; empty when nobody is expected or no source tells
	 * it
	 */
	public Optional<BigDecimal> rate() {
		return this.checked.filter((count) -> this.expected > 0)
			.map((count) -> BigDecimal.valueOf(count)
				.divide(BigDecimal.valueOf(this.expected), DECIMALS, RoundingMode.HALF_UP));
	}

}
