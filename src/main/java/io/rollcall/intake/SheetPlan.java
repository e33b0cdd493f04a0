package io.rollcall.intake;

import java.util.List;
import java.util.Optional;

import io.rollcall.source.MergedArea;

/**
 * How one sheet of a surveyed file will be read.
 *
 * @param name the sheet's name or empty
 * @param mapping how its columns are read, or empty when the sheet is passed over
 * @param merged its merged areas below the header
 */
record SheetPlan(String name, Optional<ColumnMapping> mapping, List<MergedArea> merged) {
}
