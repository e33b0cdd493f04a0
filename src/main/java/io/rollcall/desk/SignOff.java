package io.rollcall.desk;

import java.time.Instant;

/**
 * A statement that students are checked.
 *
 * @param run the run that it is about, {@code <date>-<n>}
 * @param college whose students; empty for the school's
 * @param by who stated it
 * @param role his role's word then
 * @param at when
 * @param students how many students there were
 * @param openCases how many cases were open
 * @param reason why nevertheless; empty without open cases and once it is cleared away
 * @param fingerprint what the run knew of them
 */
public record SignOff(String run, String college, String by, String role, Instant at, long students, long openCases,
		String reason, String fingerprint) {

	@Override
	public String toString() {
		return this.run + " " + this.college;
	}

}
