/**
 * The Spring Batch job of a run: freeze the list of files, load, judge, report, publish;
 * run identity, restart and recovery. The only package that knows Spring Batch.
 */
package io.rollcall.pipeline;
