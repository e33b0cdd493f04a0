/**
 * What has to be settled about a student, and its life over runs: who answered what, what
 * was approved and handed in, what ends it. The one model that workbook, page and command
 * share.
 */
package io.rollcall.cases;
