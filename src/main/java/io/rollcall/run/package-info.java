/**
 * A run, its states and its files, and what commands, pages and the Batch job alike need
 * of it; knows neither Batch nor what a run finds.
 */
package io.rollcall.run;
