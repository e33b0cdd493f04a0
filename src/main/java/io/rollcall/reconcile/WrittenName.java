package io.rollcall.reconcile;

import org.jspecify.annotations.Nullable;

/**
 * A name as it is compared and as its cell has it.
 *
 * @param name the comparison form of the name; null where there is none or it is masked
 * @param cell the text of the cell, by which the width of a cut is measured; null without
 * a name
 */
record WrittenName(@Nullable String name, @Nullable String cell) {

	/**
	 * A name of a record.
	 * @param name the comparison form, or null
	 * @param written how the cell differs from that, as staged, or null
	 * @return the name
	 */
	static WrittenName of(@Nullable String name, @Nullable String written) {
		return new WrittenName(name,
				(name == null || written == null) ? name : written.substring(written.indexOf(':') + 1));
	}

	@Override
	public String toString() {
		return "name";
	}

}
