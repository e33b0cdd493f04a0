/**
 * The page that a registrar wants before ringing the college: everything about one
 * student, with the reasons.
 */
package io.rollcall.explain;
