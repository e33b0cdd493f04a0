/**
 * Writes the rows of files to the database, takes over what an earlier run has read
 * alike, and lets the rows of older runs go.
 */
package io.rollcall.staging;
