package io.rollcall.report;

import java.util.Collection;
import java.util.Map;

/** Names the workbooks of the colleges; college names are typed by people. */
public final class CollegeFiles {

	/** The file of the students whose college is unknown. */
	public static final String UNASSIGNED = "未归属.xlsx";

	private CollegeFiles() {
	}

	/**
	 * The file names for colleges. The same set of colleges gets the same names whatever
	 * its order.
	 * @param colleges the colleges' names; the empty one stands for unknown
	 * @return the file names by college, all different also where case does not count
	 */
	public static Map<String, String> names(Collection<String> colleges) {
		throw new UnsupportedOperationException();
	}

}
