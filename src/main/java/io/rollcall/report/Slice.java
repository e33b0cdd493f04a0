package io.rollcall.report;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import io.rollcall.catalogue.Catalogue;
import io.rollcall.catalogue.FindingKind.Sheet;
import io.rollcall.facts.FindingRow;

/**
 * A part of a run's findings, which one sheet shows in the order that suits it. Which
 * codes a sheet lists stands in the catalogue.
 */
public enum Slice {

	/** All findings, the gravest first. */
	ALL(Set.of(), (row) -> true, Orders.GRAVEST),
	/** What is only good to know. */
	INFORMATION(Set.of(), (row) -> !row.toDo() && !row.tellsOfReview(), Orders.GRAVEST),
	/**
	 * Several people on one number, one person on several; members of a group together.
	 */
	GROUPS(Sheet.GROUPS,
			(row) -> row.toDo() && (!row.code().equals("ACCOUNT_PROBLEM") || !row.more().group().isEmpty()),
			"group_head", "group_ref", "severity_rank", "code", "college", "student_no"),
	/** Students whom a list lacks; by list. */
	MISSING(Sheet.MISSING, FindingRow::toDo, "code", "college", "major", "class_name", "student_no"),
	/** Students who have not looked; by class. */
	UNCHECKED(Sheet.UNCHECKED, FindingRow::toDo, "college", "major", "class_name", "student_no"),
	/** What students reported through their colleges, and what nobody reported. */
	CLAIMS(Sheet.CLAIMS, (row) -> true, "college", "student_no", "field", "code"),
	/** Problems with accounts of the platform. */
	ACCOUNTS(Sheet.ACCOUNTS, (row) -> true, "college", "student_no", "field", "code"),
	/** What became of returned decisions. */
	REVIEWS(Sheet.REVIEWS, (row) -> true, "severity_rank", "college", "locations");

	private final Set<String> codes;

	private final Predicate<FindingRow> condition;

	private final List<String> order;

	Slice(Sheet sheet, Predicate<FindingRow> condition, String... order) {
		this(Catalogue.shipped().codesOn(sheet), condition, order);
	}

	Slice(Set<String> codes, Predicate<FindingRow> condition, String... order) {
		this.codes = codes;
		this.condition = condition;
		this.order = List.of(order);
	}

	/**
	 * What its rows are sorted by.
	 * @return columns of findings; {@code severity_rank} is 1 for the gravest,
	 * {@code group_head} the rank and code of the gravest of a group
	 */
	public List<String> order() {
		return this.order;
	}

	/**
	 * The slices whose sheets lead to the sheet of long texts.
	 * @return the slices
	 */
	public static Set<Slice> leading() {
		return EnumSet.of(GROUPS, MISSING, CLAIMS, ACCOUNTS);
	}

	/**
	 * The codes that belong to it.
	 * @return the codes; empty for every code
	 */
	public Set<String> codes() {
		return this.codes;
	}

	/**
	 * Whether a finding belongs to it.
	 * @param row the finding
	 * @return true when its sheet shows the finding
	 */
	public boolean includes(FindingRow row) {
		return (this.codes.isEmpty() || this.codes.contains(row.code())) && this.condition.test(row);
	}

	/** Orders of more than one part; an enum's own constants come too late. */
	private static final class Orders {

		private static final String[] GRAVEST = { "severity_rank", "code", "college", "student_no" };

		private Orders() {
		}

	}

}
