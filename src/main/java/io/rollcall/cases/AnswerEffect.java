package io.rollcall.cases;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.rollcall.cases.ReturnedRow.Given;

/**
 * What an answer comes to for a case as it stands: the one place that judges it, for the
 * night and for what pages show before it (contract, rulings 28, 32 and 33).
 *
 * @param kind what has to be done
 * @param why why it is too late, a key of the texts, or empty
 * @param value the value that it confirms or approves, or empty
 */
record AnswerEffect(Kind kind, String why, String value) {

	private static final Set<String> UNCORRECTED = Set.of("REJECTED", "NO_PROBLEM", "PENDING", "UNSURE");

	/** What has to be done. */
	enum Kind {

		/** Nothing: what it was given on has changed. */
		STALE,
		/** Nothing: there is no value to approve. */
		NO_VALUE,
		/** The college's answer is entered. */
		COLLEGE,
		/** The registrar approves a value. */
		APPROVAL,
		/** The registrar decides without a value. */
		DECISION,
		/** The registrar agrees with a college that could not tell. */
		NOTHING,
		/** The registrar takes back what he decided. */
		WITHDRAWAL

	}

	/**
	 * Judges an answer.
	 * @param row the answer
	 * @param one its case, which is open
	 * @param reference makes a reference of a value, as what was shown is kept
	 */
	static AnswerEffect of(ReturnedRow row, CaseFile one, UnaryOperator<String> reference) {
		if (one.state().state().equals(CaseState.SENT)) {
			return stale("sent");
		}
		if (row.given().answer().equals("WITHDRAWN")) {
			return one.isDecided() ? new AnswerEffect(Kind.WITHDRAWAL, "", "") : stale("undecided");
		}
		return row.byRegistrar() ? registrar(row, one, reference) : college(row, one, reference);
	}

	private static AnswerEffect college(ReturnedRow row, CaseFile one, UnaryOperator<String> reference) {
		Given given = row.given();
		if (!given.answer().equals("CONFIRMED") || !given.value().isEmpty()) {
			return new AnswerEffect(Kind.COLLEGE, "", given.value());
		}
		boolean shown = row.old() || row.shown().offered().equals(of(one.offered(), reference));
		return shown ? new AnswerEffect(Kind.COLLEGE, "", one.offered()) : stale("changed");
	}

	private static AnswerEffect registrar(ReturnedRow row, CaseFile one, UnaryOperator<String> reference) {
		Given given = row.given();
		boolean own = !given.value().isEmpty();
		if (!own && !showed(row, one)) {
			return stale("answered");
		}
		if (!given.answer().equals("AGREED") || !own && UNCORRECTED.contains(one.state().answer())) {
			boolean nothing = given.answer().equals("AGREED")
					&& List.of("PENDING", "UNSURE").contains(one.state().answer());
			return new AnswerEffect(nothing ? Kind.NOTHING : Kind.DECISION, "", "");
		}
		String value = own ? given.value() : one.proposed();
		if (!own && !row.old() && !row.shown().proposed().equals(of(value, reference))) {
			return stale("changed");
		}
		boolean lacks = value.isEmpty() && !one.about().field().isEmpty();
		return new AnswerEffect(lacks ? Kind.NO_VALUE : Kind.APPROVAL, "", value);
	}

	/**
	 * Whether the registrar answered on what the college says now; that nobody had
	 * answered and that the shown proposal was confirmed is the same to him.
	 */
	private static boolean showed(ReturnedRow row, CaseFile one) {
		Set<String> same = Set.of("", "CONFIRMED");
		String shown = row.shown().answer();
		String now = one.state().answer();
		return shown.equals(now) || same.contains(shown) && same.contains(now);
	}

	private static AnswerEffect stale(String why) {
		return new AnswerEffect(Kind.STALE, why, "");
	}

	private static String of(String value, UnaryOperator<String> reference) {
		return value.isEmpty() ? "" : reference.apply(value);
	}

	@Override
	public String toString() {
		return this.kind + " " + this.why;
	}

}
