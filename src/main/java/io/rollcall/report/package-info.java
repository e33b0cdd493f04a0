/**
 * The workbooks people get: which sheets there are, what stands in their columns, what
 * may be answered. Knows no rule and no source; rows come ready to be shown, with ID
 * numbers masked.
 */
package io.rollcall.report;
