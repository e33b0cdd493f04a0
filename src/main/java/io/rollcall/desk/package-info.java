/**
 * What people do at their desks without a workbook or a command: hand files in, sign off.
 * Services without pages: knows no request and no template.
 */
package io.rollcall.desk;
