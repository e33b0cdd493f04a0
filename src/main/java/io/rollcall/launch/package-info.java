/**
 * How the program gets started: knows nothing but Java itself, so that what only starts
 * another process loads next to nothing.
 */
package io.rollcall.launch;
