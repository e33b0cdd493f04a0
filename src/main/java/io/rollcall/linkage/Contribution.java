package io.rollcall.linkage;

/**
 * What one comparison adds to a match weight.
 *
 * @param field the field, or {@code prior} for what is known before any comparison
 * @param level a stable key of how far the values agree
 * @param bits the addition in bits: log2 of how much likelier the level is for one person
 * than for two
 */
public record Contribution(String field, String level, double bits) {
}
