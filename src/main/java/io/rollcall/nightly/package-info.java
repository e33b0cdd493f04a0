/**
 * What happens by itself: the schedule, the line of runs, mail, retention, figures for
 * whoever watches.
 */
package io.rollcall.nightly;
