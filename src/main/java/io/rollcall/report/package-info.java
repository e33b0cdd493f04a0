/**
 * Writes what a run hands out: tables for machines, workbooks for people, and the record
 * of what went in and what came out. Knows no rule and no source; rows come ready to be
 * shown, with ID numbers masked.
 */
package io.rollcall.report;
