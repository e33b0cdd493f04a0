package io.rollcall.setup;

import java.time.LocalDate;

/**
 * What a job file must say and files may not tell.
 *
 * @param schoolCode the five digits of the ministry's list
 * @param schoolName the official name
 * @param cohort the year of entry
 * @param start the first day of the self-check
 * @param deadline its last day
 */
public record Answers(String schoolCode, String schoolName, int cohort, LocalDate start, LocalDate deadline) {
}
