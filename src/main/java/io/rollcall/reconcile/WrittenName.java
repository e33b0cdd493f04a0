package io.rollcall.reconcile;

/**
 * A name as it is compared and as its cell has it.
 *
 * @param name the comparison form of the name; null where there is none or it is masked
 * @param cell the text of the cell, by which the width of a cut is measured; null without
 * a name
 */
record WrittenName(String name, String cell) {

	/**
	 * A name of a record.
	 * @param name the comparison form, or null
	 * @param written how the cell differs from that, as staged, or null
	 * @return the name
	 */
	static WrittenName of(String name, String written) {
		return new WrittenName(name,
				(name == null || written == null) ? name : written.substring(written.indexOf(':') + 1));
	}

	@Override
	public String toString() {
		return "name";
	}

}
