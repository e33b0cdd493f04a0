package io.rollcall.facts;

/**
 * How long a part of a run took.
 *
 * @param kind {@code step} or {@code statement}
 * @param name its name
 * @param calls how often it ran
 * @param seconds all calls together
 */
public record TimeRow(String kind, String name, long calls, double seconds) {
}
