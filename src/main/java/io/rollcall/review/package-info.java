/**
 * Reads back the workbooks that people answered: tells a genuine workbook from another,
 * refuses what was changed with the cell's address, and hands over the decisions. Knows
 * the workbooks' layout from {@code report} and nothing of runs, databases or jobs.
 */
package io.rollcall.review;
