/**
 * What a workbook is made of, whatever it says: sheets, tables of any length, pages for
 * paper, styles, charts, choices, seals. Rows go past the library, which would hold them
 * all.
 */
package io.rollcall.sheet;
