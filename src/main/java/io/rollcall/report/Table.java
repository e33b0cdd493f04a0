package io.rollcall.report;

import java.util.List;

/**
 * A sheet that shows one thing a row. Its name is the text {@code report.sheet.<key>},
 * and what it says when there is no row is {@code report.sheet.<key>.empty}.
 *
 * @param <T> what a row shows
 * @param key the texts' key
 * @param printed how many of the columns, from the first on, go onto paper; the rest is
 * for looking things up
 * @param columns the columns
 */
record Table<T>(String key, int printed, List<Column<T>> columns) {

	Table {
		columns = List.copyOf(columns);
	}

}
