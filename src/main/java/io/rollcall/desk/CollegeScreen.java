package io.rollcall.desk;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.rollcall.facts.CaseRow;
import io.rollcall.report.BirthDateGuard;
import io.rollcall.results.CaseRows;
import io.rollcall.run.RunContext;

/**
 * Keeps birth dates and the last digits of ID numbers apart on pages that colleges read,
 * as their workbooks do: by everything that is known of a student, whatever of it stands
 * on the page.
 */
final class CollegeScreen {

	private final CaseRows rows;

	CollegeScreen(CaseRows rows) {
		this.rows = rows;
	}

	/** Cases as they may be shown. */
	List<CaseRow> cases(RunContext context, List<CaseRow> cases, Optional<String> college) {
		if (college.isEmpty() || cases.isEmpty()) {
			return cases;
		}
		Set<String> ids = new TreeSet<>(cases.stream().map(CaseRow::caseId).toList());
		BirthDateGuard guard = guard(context, this.rows.relatives(context, ids), college);
		return cases.stream().map(guard::guard).toList();
	}

	/**
	 * What has seen everything of some students that their college reads.
	 * @param relatives the students and all their cases
	 */
	BirthDateGuard guard(RunContext context, CaseRows.Relatives relatives, Optional<String> college) {
		BirthDateGuard guard = new BirthDateGuard(context.run().date(), false);
		this.rows.findings(context, relatives.students(), college).forEach(guard::see);
		this.rows.cases(context, relatives.cases(), college).forEach(guard::see);
		this.rows.events(context, relatives.numbers(), college).forEach(guard::see);
		return guard;
	}

}
