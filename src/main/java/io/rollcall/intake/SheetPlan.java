package io.rollcall.intake;

import java.util.List;
import java.util.Optional;

import io.rollcall.source.MergedArea;

/**
 * How one sheet of a surveyed file will be read.
 *
 * @param name the sheet's name or empty
 * @param sections its lists from top to bottom; none when the sheet is passed over
 * @param merged the merged areas of its lists, below their headers
 */
record SheetPlan(String name, List<Section> sections, List<MergedArea> merged) {

	SheetPlan {
		sections = List.copyOf(sections);
		merged = List.copyOf(merged);
	}

	/** How the columns of its first list are read. */
	Optional<ColumnMapping> mapping() {
		return this.sections.stream().findFirst().map(Section::mapping);
	}

	/** How the columns of all lists that are read are read. */
	List<ColumnMapping> mappings() {
		return this.sections.stream().filter((section) -> !section.refused()).map(Section::mapping).toList();
	}

}
