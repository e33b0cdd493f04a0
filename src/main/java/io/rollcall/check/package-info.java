/**
 * Reads a file before it counts: what would be refused, flagged and taken in. What
 * {@code check} prints and what the portal shows of an upload comes from here. Needs no
 * database and writes nothing.
 */
package io.rollcall.check;
