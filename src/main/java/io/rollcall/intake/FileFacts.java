package io.rollcall.intake;

import java.util.List;

import io.rollcall.identity.ColumnDamage;
import io.rollcall.source.MergedArea;

/**
 * What only the whole of a file tells and every row of it depends on. A file is read as
 * if nothing of the kind were so, which is true of nearly every file, and once more where
 * its end contradicts that.
 *
 * @param merged the merged areas of each sheet, below the headers of its lists
 * @param idColumn what the ID column tells of damage
 * @param sexByStandard whether numbers in the column of sex may be those of GB/T 2261.1
 * @param namesMasked whether most names are masked
 */
record FileFacts(List<List<MergedArea>> merged, ColumnDamage idColumn, boolean sexByStandard, boolean namesMasked) {

	/** What is taken for granted until a file says otherwise. */
	static final FileFacts USUAL = new FileFacts(List.of(), ColumnDamage.NONE, true, false);

	FileFacts {
		merged = List.copyOf(merged);
	}

	/** The merged areas of a sheet, counted from 0. */
	List<MergedArea> merged(int sheet) {
		return (sheet < this.merged.size()) ? this.merged.get(sheet) : List.of();
	}

	/** Whether the same cells are filled from merged areas. */
	boolean fillsAs(FileFacts other) {
		for (int i = 0; i < Math.max(this.merged.size(), other.merged.size()); i++) {
			if (!merged(i).equals(other.merged(i))) {
				return false;
			}
		}
		return true;
	}

	/** Whether every row comes to the same by both. */
	boolean readsAs(FileFacts other) {
		return fillsAs(other) && this.idColumn.judgesAs(other.idColumn) && this.sexByStandard == other.sexByStandard
				&& this.namesMasked == other.namesMasked;
	}

}
