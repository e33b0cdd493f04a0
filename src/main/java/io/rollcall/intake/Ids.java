package io.rollcall.intake;

import io.rollcall.identity.DocumentType;
import io.rollcall.identity.IdNumber;
import io.rollcall.source.Cell;
import org.jspecify.annotations.Nullable;

/** Reads the cells of ID number columns. */
final class Ids {

	private Ids() {
	}

	/**
	 * Understands a cell. One that the file holds as a number is damaged whatever it
	 * shows, because a binary number keeps 15 digits at most.
	 * @param cell the cell
	 * @param stated the document type that the row states, or null
	 * @return the number
	 */
	static IdNumber parse(Cell cell, @Nullable DocumentType stated) {
		return switch (cell.kind()) {
			case NUMBER, DATE -> IdNumber.ofNumericCell(cell.text());
			default -> IdNumber.parse(cell.text(), stated);
		};
	}

}
