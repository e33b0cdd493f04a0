package io.rollcall.intake;

/**
 * What was noticed of a field over a whole file: the seed of a file-level finding.
 *
 * @param code the finding's code
 * @param field the canonical field
 * @param count the number of cells
 * @param locations the places of the first cells, {@code role:file#sheet!row} joined by
 * {@code ;}
 * @param detail what was found, in the user's language
 */
public record FileMark(String code, String field, long count, String locations, String detail) {
}
