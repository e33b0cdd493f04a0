package io.rollcall.intake;

import java.util.List;

import io.rollcall.campaign.SourceRole;
import io.rollcall.source.Row;
import org.jspecify.annotations.Nullable;

/**
 * Finds the headers of further lists below the first one of a sheet. Read by the columns
 * of the list above, the students of such a list would get each other's fields.
 */
final class FurtherHeaders {

	/** What a claim names may stand in one cell; three headers in a row are one. */
	private static final int LEAST_HITS_OF_FORM = 3;

	private final HeaderMapper mapper;

	private final boolean form;

	FurtherHeaders(HeaderMapper mapper, SourceRole role) {
		this.mapper = mapper;
		this.form = role.isForm();
	}

	/**
	 * The list that begins with a row.
	 * @param row a row below a header
	 * @param current the list it stands in
	 * @param from where the new list would begin, with its title
	 * @return the new list, or null, which nearly every row gives at once
	 */
	@Nullable Section begins(Row row, Section current, long from) {
		if (current.mapping().holdsNumber(row)) {
			return null;
		}
		ColumnMapping found = this.mapper.asHeader(row);
		if (this.mapper.isUsable(found)) {
			return (!current.refused() && current.mapping().reads(found)) ? null
					: new Section(from, row.number(), found, false);
		}
		boolean header = this.form ? found.hits() >= LEAST_HITS_OF_FORM
				: this.mapper.hasName(found) && hasNeighbour(row);
		boolean known = current.mapping().isRepeatedHeader(row);
		return (header && !known) ? new Section(from, row.number(), current.mapping(), true) : null;
	}

	/**
	 * The same list with a second line of its header.
	 * @param header the first line
	 * @param row the row below
	 * @param section the list that the first line began
	 * @return the list with both lines, or null when the row is none
	 */
	@Nullable Section continues(Row header, Row row, Section section) {
		if (section.mapping().holdsNumber(row)) {
			return null;
		}
		return this.mapper.search(List.of(header, row))
			.mapping()
			.filter((both) -> both.lastHeaderRow() == row.number() && both.hits() > section.mapping().hits())
			.map((both) -> new Section(section.from(), row.number(), both, false))
			.orElse(null);
	}

	private static boolean hasNeighbour(Row row) {
		return row.cells().stream().filter((cell) -> !cell.isBlank()).count() > 1;
	}

}
