package io.rollcall.intake;

import java.util.Optional;

/**
 * How one sheet of a surveyed file will be read.
 *
 * @param name the sheet's name or empty
 * @param mapping how its columns are read, or empty when the sheet is passed over
 */
record SheetPlan(String name, Optional<ColumnMapping> mapping) {
}
