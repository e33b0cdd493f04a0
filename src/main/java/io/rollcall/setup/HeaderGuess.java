package io.rollcall.setup;

import io.rollcall.campaign.Field;

/**
 * What a column with an unknown header probably holds.
 *
 * @param column counted from 0
 * @param header the header, as a job file may name it
 * @param field the field
 * @param score how much speaks for it, 0 to 1
 * @param sure whether the values speak for it too; else somebody has to decide
 * @param reason the key of the sentence that says why
 */
record HeaderGuess(int column, String header, Field field, double score, boolean sure, String reason) {
}
