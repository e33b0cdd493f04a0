package io.rollcall.campaign;

/**
 * The school whose students are checked.
 *
 * @param code the five digits of the ministry's list (院校代码)
 * @param name the official name
 */
public record School(String code, String name) {
}
