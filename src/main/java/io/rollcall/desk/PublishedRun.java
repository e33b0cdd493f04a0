package io.rollcall.desk;

import java.time.LocalDate;

/**
 * A run that statements may be about.
 *
 * @param id its key
 * @param name {@code <date>-<n>}
 * @param date its business date
 * @param status where it stands
 */
public record PublishedRun(long id, String name, LocalDate date, String status) {
}
