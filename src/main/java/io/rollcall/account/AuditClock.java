package io.rollcall.account;

import java.time.LocalDate;
import java.util.Optional;

import io.rollcall.account.WorkingDays.Due;

/**
 * By when the audit of a student's photos ends, and whether that is in time
 * ("将在三个工作日内处理完毕"). Days are counted from the day of the upload, the hopeful reading of
 * the notice. Ask it only about students who need an audit.
 *
 * @param uploaded the day of the last upload, or null when none is known
 * @param state how far the audit has got, or null when nobody said
 * @param today the business date
 * @param deadline the last day on which the student can still check the record
 */
public record AuditClock(LocalDate uploaded, AuditState state, LocalDate today, LocalDate deadline) {

	public AuditClock {
		if (today == null || deadline == null) {
			throw new IllegalArgumentException("an audit is judged by a business date and a deadline");
		}
	}

	/**
	 * The day by which the upload must have its result.
	 * @return the day; empty when no upload is known
	 */
	public Optional<Due> due() {
		return Optional.ofNullable(this.uploaded).map(AuditClock::result);
	}

	/**
	 * The earliest day on which a result can be counted on: of the upload that waits, or
	 * of a new one made today.
	 * @return the day; empty when the audit is passed or the waiting upload has no date
	 */
	public Optional<Due> earliestResult() {
		if (this.state == AuditState.PASSED) {
			return Optional.empty();
		}
		return needsUpload() ? Optional.of(result(this.today)) : due();
	}

	/**
	 * Whether the audit still waits after the day by which it should have ended.
	 * @return true when it is overdue
	 */
	public boolean isOverdue() {
		return this.state == AuditState.PENDING && due().filter((due) -> this.today.isAfter(due.day())).isPresent();
	}

	/**
	 * Whether the result cannot come by the deadline.
	 * @return true when neither the upload that waits nor a new one made today would end
	 * in time; false when it would, when the audit is passed, or when nobody can tell
	 */
	public boolean isTooLate() {
		return earliestResult().filter((result) -> result.day().isAfter(this.deadline)).isPresent();
	}

	/**
	 * The last day on which an upload can still have its result by the deadline.
	 * @return the day; 2020-11-17 for 2020-11-20
	 */
	public LocalDate lastSafeUpload() {
		return WorkingDays.shipped().lastSafe(this.deadline, AccountLimits.AUDIT_WORKING_DAYS);
	}

	private boolean needsUpload() {
		return this.state == AuditState.FAILED || (this.state == null && this.uploaded == null);
	}

	private static Due result(LocalDate upload) {
		return WorkingDays.shipped().plus(upload, AccountLimits.AUDIT_WORKING_DAYS);
	}

}
