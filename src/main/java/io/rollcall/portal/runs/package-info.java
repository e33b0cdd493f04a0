/**
 * The pages of a campaign and of its runs: how last night was, what is due, who waits.
 */
package io.rollcall.portal.runs;
