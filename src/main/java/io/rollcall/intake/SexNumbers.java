package io.rollcall.intake;

import java.util.Optional;

import io.rollcall.campaign.Field;
import io.rollcall.source.Row;

/**
 * Whether the numbers in a file's column of sex can be those of GB/T 2261.1 (1 male, 2
 * female, 0 unknown). Some systems have 0 for men and 1 for women: a column with 0 and 1
 * and without 2 is theirs, and nobody may guess (docs/rules.md, "Unknown codes").
 */
final class SexNumbers {

	private final Field field;

	private boolean zero;

	private boolean two;

	SexNumbers(Field field) {
		this.field = field;
	}

	void look(Row row, ColumnMapping mapping) {
		Optional<Integer> column = mapping.column(this.field);
		if (column.isPresent()) {
			String text = row.cell(column.get()).text();
			if (!text.isEmpty() && text.charAt(0) <= '9') {
				String number = text.strip();
				this.zero |= number.equals("0") || number.equals("0.0");
				this.two |= number.equals("2") || number.equals("2.0") || number.equals("02");
			}
		}
	}

	boolean mayBeStandard() {
		return this.two || !this.zero;
	}

}
