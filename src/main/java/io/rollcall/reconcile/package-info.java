/**
 * Says what is wrong, for whom and why: folds doubled rows, links the sources, finds
 * duplicates and differences, and judges who is missing and who has not looked yet.
 * Statements in {@code io/rollcall/reconcile} pick out what is worth a look; classes here
 * judge what was picked.
 */
@NullMarked
package io.rollcall.reconcile;

import org.jspecify.annotations.NullMarked;
