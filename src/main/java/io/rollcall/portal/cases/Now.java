package io.rollcall.portal.cases;

import java.util.Optional;

import io.rollcall.desk.ShownCase;

/**
 * How a case stands with the answers that pages took since the run.
 *
 * @param answerable whether an answer is taken of it
 * @param withdrawable whether there is a decision that the registrar can take back
 * @param would the value that 同意 or 属实 stands for, or empty
 * @param correctable whether it is about a field, so that another value can be given
 */
record Now(boolean answerable, boolean withdrawable, String would, boolean correctable) {

	static Now of(Optional<ShownCase> now, CaseWords words) {
		return now.map((one) -> {
			String field = one.standing().field();
			return new Now(one.isAnswerable(), one.standing().decided() && !one.standing().isSent(),
					words.value(field, one.would()), !field.isEmpty() && !field.startsWith("ACC-"));
		}).orElse(new Now(false, false, "", false));
	}

	@Override
	public String toString() {
		return "now";
	}

}
