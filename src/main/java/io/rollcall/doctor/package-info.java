/**
 * Looks an installation over, before something fails that could have been seen: one line
 * for each thing, with what to do. Changes nothing; where there is no database yet, the
 * embedded one is made, as the first run would.
 */
@NullMarked
package io.rollcall.doctor;

import org.jspecify.annotations.NullMarked;
