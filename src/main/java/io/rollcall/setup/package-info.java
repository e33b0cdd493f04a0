/**
 * The first hour: looks at a folder of exports and proposes a job file. Guesses what each
 * file, header, college and code is, says why, and never changes a file. Knows no
 * database; {@code intake} and {@code check} read the files.
 */
@NullMarked
package io.rollcall.setup;

import org.jspecify.annotations.NullMarked;
