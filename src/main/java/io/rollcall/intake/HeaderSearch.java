package io.rollcall.intake;

import java.util.Optional;

/**
 * What the search for a header row found: a mapping or the reason why there is none.
 *
 * @param mapping how the columns are read
 * @param refusal why the table cannot be read
 */
public record HeaderSearch(Optional<ColumnMapping> mapping, Optional<HeaderRefusal> refusal) {
}
