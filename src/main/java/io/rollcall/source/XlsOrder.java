package io.rollcall.source;

import org.apache.poi.hssf.record.RecordInputStream;

/**
 * Watches in which order the cells of a BIFF8 sheet come, and whether it was calculated.
 */
final class XlsOrder {

	private int row = -1;

	private boolean byRows = true;

	private boolean calculated;

	void look(int sid, RecordInputStream content) {
		if (!XlsRecords.isCell(sid)) {
			return;
		}
		int found = content.readUShort();
		this.byRows &= found >= this.row;
		this.row = found;
		if (XlsRecords.isFormula(sid)) {
			content.readUShort();
			content.readUShort();
			this.calculated |= new XlsFormula(content).isCalculated();
		}
	}

	boolean isByRows() {
		return this.byRows;
	}

	boolean isCalculated() {
		return this.calculated;
	}

}
