package io.rollcall.sheet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where in a workbook things stand: for links, and for its list of sheets. */
public final class SheetPlaces {

	private final Map<String, Place> kinds = new HashMap<>();

	private final List<Sheet> sheets = new ArrayList<>();

	/**
	 * A row.
	 *
	 * @param sheet the sheet's name
	 * @param row the row as people count
	 */
	public record Place(String sheet, int row) {

		/** The head of a sheet. */
		public static Place head(String sheet) {
			return new Place(sheet, 1);
		}

		/** The address of a link inside the workbook. */
		public String address() {
			return "'" + this.sheet.replace("'", "''") + "'!A" + this.row;
		}

	}

	/**
	 * A sheet of the list.
	 *
	 * @param key the texts' key
	 * @param name the name
	 * @param rows how many rows it shows
	 */
	public record Sheet(String key, String name, long rows) {
	}

	/** Keeps the first row of each kind only. */
	public void kind(String kind, String sheet, int row) {
		if (!this.kinds.containsKey(kind)) {
			this.kinds.put(kind, new Place(sheet, row));
		}
	}

	/** Where the first case of a kind of finding stands. */
	public Optional<Place> kind(String kind) {
		return Optional.ofNullable(this.kinds.get(kind));
	}

	/** Notes a sheet with its rows. */
	public void sheet(String key, String name, long rows) {
		this.sheets.add(new Sheet(key, name, rows));
	}

	/** The sheets noted, in their order. */
	public List<Sheet> sheets() {
		return this.sheets;
	}

}
