package io.rollcall.intake;

import io.rollcall.identity.Mojibake;
import io.rollcall.source.Cell;

/**
 * Counts names that are mojibake. Where they are many, the file was exported in a wrong
 * encoding: every text in it is wrong, and comparing it would tell of every student what
 * is true of the file.
 */
final class GarbledNames {

	/** So many names tell enough of a file. */
	private static final int ENOUGH = 1_000;

	private static final int LEAST = 2;

	private int names;

	private int garbled;

	boolean wantsMore() {
		return this.names < ENOUGH;
	}

	void look(Cell cell) {
		if (!cell.isBlank()) {
			this.names++;
			this.garbled += Mojibake.is(cell.text()) ? 1 : 0;
		}
	}

	/** Whether at least half of the names, and more than one, are mojibake. */
	boolean areMany() {
		return this.garbled >= LEAST && this.garbled * 2 >= this.names;
	}

	int names() {
		return this.names;
	}

	int garbled() {
		return this.garbled;
	}

}
