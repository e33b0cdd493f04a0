/**
 * What reports say of a run, as plain records: findings, cases, refused rows, figures.
 * Knows no database, no file and no sheet.
 */
package io.rollcall.facts;
