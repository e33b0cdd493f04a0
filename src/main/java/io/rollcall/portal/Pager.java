package io.rollcall.portal;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A page of a long list.
 *
 * @param page the page, from 1
 * @param rows how many rows a page has
 * @param last whether nothing follows
 */
public record Pager(int page, int rows, boolean last) {

	private static final int FARTHEST = 100_000;

	/**
	 * The page that was asked for.
	 * @param page its number
	 * @param rows how many rows a page has
	 * @return the page
	 */
	public static Pager of(int page, int rows) {
		if (page < 1 || page > FARTHEST) {
			throw PortalFailure.wrong("page", "portal.page.wrong");
		}
		return new Pager(page, rows, true);
	}

	/**
	 * The filters of a list as they stand in the addresses of its other pages.
	 * @param fields the filters
	 * @return encoded, ending with an ampersand, or empty
	 */
	public static String query(Map<String, String> fields) {
		return fields.entrySet()
			.stream()
			.filter((field) -> !field.getKey().equals("page") && !field.getValue().isEmpty())
			.map((field) -> Redirect.encoded(field.getKey()) + "=" + Redirect.encoded(field.getValue()) + "&")
			.collect(Collectors.joining());
	}

	/**
	 * How many rows stand on the pages before.
	 * @return from 0
	 */
	public long skipped() {
		return (long) (this.page - 1) * this.rows;
	}

	/**
	 * The same page when it is known whether another follows.
	 * @param more whether there are further rows
	 * @return the page
	 */
	public Pager more(boolean more) {
		return new Pager(this.page, this.rows, !more);
	}

}
