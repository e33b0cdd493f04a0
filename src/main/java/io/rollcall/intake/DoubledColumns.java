package io.rollcall.intake;

import java.util.Optional;

import io.rollcall.identity.Cleaned;
import io.rollcall.source.Cell;
import io.rollcall.source.Row;
import org.jspecify.annotations.Nullable;

/** Whether two columns for one field hold the same in every row. */
final class DoubledColumns {

	private @Nullable HeaderRefusal differing;

	void look(Row row, ColumnMapping mapping) {
		if (this.differing != null || mapping.doubled().isEmpty()) {
			return;
		}
		mapping.doubled().forEach((field, columns) -> {
			Cell first = row.cell(columns.get(0));
			boolean equal = columns.stream().allMatch((column) -> compact(row.cell(column)).equals(compact(first)));
			if (!equal && this.differing == null) {
				this.differing = HeaderRefusal.doubled(mapping, field, row.number());
			}
		});
	}

	/** Width, spaces and words for nothing make no difference between two columns. */
	private static String compact(Cell cell) {
		Cleaned cleaned = Cleaned.compact(cell.text());
		return cleaned.isPlaceholder() ? "" : cleaned.text();
	}

	/** Why the columns cannot be used, or empty while they agree. */
	Optional<HeaderRefusal> refusal() {
		return Optional.ofNullable(this.differing);
	}

}
