/**
 * What people send in: the claims of a row, the proof that a field needs, why values
 * differ and who corrects them. Knows no database.
 */
package io.rollcall.claims;
