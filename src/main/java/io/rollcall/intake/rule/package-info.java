/**
 * The rules that judge one record at a time, one class a code. The catalogue
 * ({@code findings.yml}) names them.
 */
@NullMarked
package io.rollcall.intake.rule;

import org.jspecify.annotations.NullMarked;
