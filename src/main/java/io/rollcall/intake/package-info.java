/**
 * Turns the rows of a file into records: maps the header, parses and validates every
 * value, and says of each refused row why.
 */
@NullMarked
package io.rollcall.intake;

import org.jspecify.annotations.NullMarked;
