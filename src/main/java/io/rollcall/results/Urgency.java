package io.rollcall.results;

import java.util.stream.Collectors;

import io.rollcall.catalogue.Catalogue;
import io.rollcall.catalogue.FindingKind;

/**
 * In which order cases wait, for workbooks and pages alike: numbers and students that
 * stand twice first, then matters of several key fields, then by severity; after
 * everything else those who have not looked.
 */
public final class Urgency {

	private static final String RANK = "case when c.matter in (%s) then 9 when c.matter in (%s) then 0 when {escalated} then 1"
		.formatted(listed(FindingKind.Receipt.APART), listed(FindingKind.Receipt.DOUBLED))
			+ " else 1 + severity_rank(c.severity) end";

	private Urgency() {
	}

	/**
	 * The rank of the {@code run_case c}, 0 for the most urgent.
	 * @param escalated a condition: the case is one of several key fields
	 * @return an SQL expression
	 */
	public static String rank(String escalated) {
		return RANK.replace("{escalated}", escalated);
	}

	/** A case's matter is the code of one kind, where it is not a field. */
	private static String listed(FindingKind.Receipt receipt) {
		return Catalogue.shipped().codesAs(receipt).stream().collect(Collectors.joining("', '", "'", "'"));
	}

}
