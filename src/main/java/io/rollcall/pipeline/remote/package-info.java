/**
 * Hands parts of runs out to workers: requests lie in the database, where everybody is
 * anyway, and hold nothing but numbers.
 */
package io.rollcall.pipeline.remote;
