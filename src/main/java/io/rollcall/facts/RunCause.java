package io.rollcall.facts;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Why a run was made, and what the publish gate said of it.
 *
 * @param trigger {@code schedule}, {@code missed}, {@code command}, {@code portal} or
 * {@code rerun}
 * @param due the due time that the run answers
 * @param by who asked for it
 * @param reason in that person's words, or empty
 * @param gate every check of the gate
 */
public record RunCause(String trigger, Optional<OffsetDateTime> due, String by, String reason, List<Check> gate) {

	public RunCause {
		Objects.requireNonNull(trigger);
		Objects.requireNonNull(due);
		Objects.requireNonNull(by);
		Objects.requireNonNull(reason);
		gate = List.copyOf(gate);
	}

	/**
	 * One check of the gate.
	 *
	 * @param check the setting's name
	 * @param role the role that was measured, or empty
	 * @param code the code of the findings that were measured, or empty
	 * @param measured a share (0 to 1), a number, or days; empty where there was nothing
	 * to compare with
	 * @param limit what may still be, in the same unit
	 * @param held whether this check holds the run back
	 */
	public record Check(String check, String role, String code, Optional<BigDecimal> measured, BigDecimal limit,
			boolean held) {

		public Check {
			Objects.requireNonNull(check);
			Objects.requireNonNull(role);
			Objects.requireNonNull(code);
			Objects.requireNonNull(measured);
			Objects.requireNonNull(limit);
		}

	}

}
