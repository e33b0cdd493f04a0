/**
 * What a name, an ID number, a date, a candidate number or a coded value <em>is</em>:
 * parse, normalise, compare, mask. Pure functions over immutable values; knows no other
 * package of Rollcall. Every value keeps its raw text, and no {@code toString} prints a
 * personal value. Positions and lengths are Unicode code points, never {@code char}s.
 */
@NullMarked
package io.rollcall.identity;

import org.jspecify.annotations.NullMarked;
