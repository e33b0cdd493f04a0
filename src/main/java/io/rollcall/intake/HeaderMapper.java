package io.rollcall.intake;

import java.util.List;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.Role;
import io.rollcall.source.Row;

/** Finds the header of a table and maps its columns to canonical fields. */
public final class HeaderMapper {

	/** The header is searched in this many rows from the top of a table. */
	public static final int SEARCH_ROWS = 30;

	private HeaderMapper() {
	}

	/**
	 * The mapper for one source of a campaign.
	 * @param campaign the campaign
	 * @param role the role whose files are read
	 * @return the mapper
	 */
	public static HeaderMapper of(Campaign campaign, Role role) {
		return new HeaderMapper();
	}

	/**
	 * Finds the header among the first rows of a table.
	 * @param rows the first rows, at least {@link #SEARCH_ROWS} where the table has as
	 * many; further ones are not looked at
	 * @return the mapping or the refusal
	 */
	public HeaderSearch search(List<Row> rows) {
		throw new UnsupportedOperationException();
	}

	/**
	 * Maps a header that the format itself holds (DBF field names).
	 * @param header the field names
	 * @return the mapping or the refusal
	 */
	public HeaderSearch map(Row header) {
		throw new UnsupportedOperationException();
	}

}
