/**
 * Writes synthetic campaigns: invented students, what three sources say of them, labelled
 * faults, and the files in their real formats. Each fault stands in one place and says
 * itself what must be found. Nobody is real: names are put together at random, numbers
 * are computed with order numbers from 900 on.
 */
package io.rollcall.generate;
