/**
 * Opens a file of any supported format and yields its rows with their places. What a file
 * <em>is</em> is decided by its content, never by its name. Knows no other package of
 * Rollcall.
 */
@NullMarked
package io.rollcall.source;

import org.jspecify.annotations.NullMarked;
