/**
 * Reads what a run found, for reports and for pages: findings, cases, figures, the steps
 * it took.
 */
package io.rollcall.results;
