package io.rollcall.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where in a workbook things stand: for links, and for its list of sheets. */
final class Places {

	private final Map<String, Place> kinds = new HashMap<>();

	private final List<Sheet> sheets = new ArrayList<>();

	/**
	 * A row.
	 *
	 * @param sheet the sheet's name
	 * @param row the row as people count
	 */
	record Place(String sheet, int row) {

		/** The head of a sheet. */
		static Place head(String sheet) {
			return new Place(sheet, 1);
		}

		/** The address of a link inside the workbook. */
		String address() {
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
	record Sheet(String key, String name, long rows) {
	}

	/** Keeps the first row of each kind only. */
	void kind(String kind, String sheet, int row) {
		if (!this.kinds.containsKey(kind)) {
			this.kinds.put(kind, new Place(sheet, row));
		}
	}

	Optional<Place> kind(String kind) {
		return Optional.ofNullable(this.kinds.get(kind));
	}

	void sheet(String key, String name, long rows) {
		this.sheets.add(new Sheet(key, name, rows));
	}

	List<Sheet> sheets() {
		return this.sheets;
	}

}
