package io.rollcall.intake;

/**
 * What a rule says of one record: the seed of a finding.
 *
 * @param code the finding's code
 * @param field the canonical field, or empty
 * @param detail what is wrong in the user's language, without personal values
 * @param suggestion what could be done, or empty; never digits of a number
 */
public record Mark(String code, String field, String detail, String suggestion) {
}
