/**
 * Files for programs: CSV that no spreadsheet takes for a formula, JSON, DBF, the text of
 * the mail. Knows what reports say and how a file is written safely, and no workbook.
 */
package io.rollcall.export;
