package io.rollcall.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.rollcall.source.Row;
import org.jspecify.annotations.Nullable;

/** Finds the lists of a sheet while its rows come by. */
final class SectionFinder {

	private final FurtherHeaders headers;

	private final List<Section> sections = new ArrayList<>();

	/**
	 * The last row, if it may be the title of a list below, or its header's first line.
	 */
	private @Nullable Row held;

	/** The same row as a record of the list above. */
	private @Nullable Row heldRecord;

	SectionFinder(FurtherHeaders headers) {
		this.headers = headers;
	}

	/** The lists that have begun. */
	List<Section> sections() {
		return this.sections;
	}

	/** The list that rows belong to now, or null before the first. */
	@Nullable Section current() {
		return this.sections.isEmpty() ? null : this.sections.get(this.sections.size() - 1);
	}

	void start(Section next) {
		this.sections.add(next);
	}

	/** Whether a row is the header of a further list, or the second line of one. */
	boolean begins(Row row) {
		Section current = Objects.requireNonNull(current(), "only rows of a list are asked about");
		if (this.held != null && this.held.number() == current.header() && this.sections.size() > 1) {
			Section both = current.refused() ? null : this.headers.continues(this.held, row, current);
			this.held = null;
			if (both != null) {
				this.sections.set(this.sections.size() - 1, both);
				return true;
			}
		}
		Section next = this.headers.begins(row, current, (this.held != null) ? this.held.number() : row.number());
		if (next == null) {
			return false;
		}
		start(next);
		this.held = row;
		return true;
	}

	/**
	 * Keeps a row back that may be the title of a list below.
	 * @param row a row without a number, as it stands in the file
	 * @param asRecord the row with what merged areas show in it
	 * @return true when it is kept; the next call of {@link #released()} gives it back
	 */
	boolean holds(Row row, Row asRecord) {
		boolean single = row.cells().stream().filter((cell) -> !cell.isBlank()).count() == 1;
		this.held = single ? row : null;
		this.heldRecord = asRecord;
		return single;
	}

	/**
	 * The row that was kept back, when no list began below it.
	 * @return a row of the current list after all, or empty
	 */
	Optional<Row> released() {
		Section current = current();
		if (this.held == null || current == null) {
			return Optional.empty();
		}
		boolean below = this.held.number() > current.header();
		this.held = null;
		return below ? Optional.ofNullable(this.heldRecord) : Optional.empty();
	}

}
