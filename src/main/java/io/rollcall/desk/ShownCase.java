package io.rollcall.desk;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import io.rollcall.cases.CaseStanding;
import io.rollcall.facts.CaseRow;

/**
 * A case as a desk is shown it now.
 *
 * @param caseId the case
 * @param row its row on the list to answer as the last published run has it, also where
 * it is settled; empty when there is nothing to answer
 * @param standing how it stands with the answers that pages took since
 * @param would the value that 同意 of the registrar, or 属实 of a college, would stand for,
 * as it may be shown to that desk; empty for none
 */
public record ShownCase(String caseId, Optional<CaseRow> row, CaseStanding standing, String would) {

	/** Fields whose values are one student's alone. */
	private static final Set<String> NUMBERS = Set.of("student_no", "candidate_no");

	public ShownCase {
		Objects.requireNonNull(caseId);
		Objects.requireNonNull(row);
		Objects.requireNonNull(standing);
		Objects.requireNonNull(would);
	}

	/**
	 * Whether an answer is taken of it now.
	 * @return true while it stands on the list and nobody has settled it on a page
	 */
	public boolean isAnswerable() {
		return this.row.isPresent() && this.standing.isOpen();
	}

	static ShownCase of(CaseStanding standing, Optional<CaseRow> row, boolean registrar) {
		String would = registrar ? standing.proposed().shown() : standing.offered().shown();
		boolean seen = registrar || !NUMBERS.contains(standing.field()) || row.filter((one) -> {
			CaseRow.Values values = one.values();
			return List.of(values.roster(), values.platform(), values.admission(), values.claimed()).contains(would);
		}).isPresent();
		return new ShownCase(standing.caseId(), row, standing, seen ? would : "");
	}

	@Override
	public String toString() {
		return this.standing.toString();
	}

}
