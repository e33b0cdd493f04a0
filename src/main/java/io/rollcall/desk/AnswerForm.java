package io.rollcall.desk;

import java.util.Optional;
import java.util.stream.Stream;

import io.rollcall.campaign.Campaign;
import io.rollcall.cases.CaseStanding;
import io.rollcall.intake.StatedValues;
import io.rollcall.report.AnswerSheet;
import io.rollcall.report.Desk;
import io.rollcall.review.Answer;
import io.rollcall.review.AnswerRules.Wrong;
import io.rollcall.review.AnswerRules;
import io.rollcall.review.CheckedValues;
import io.rollcall.run.Run;
import io.rollcall.text.Messages;

/**
 * Reads the fields of a form by the rules by which a workbook's cells are read.
 */
final class AnswerForm {

	private final AnswerRequest request;

	private final AnswerRules rules;

	private final StatedValues values;

	private final String value;

	private final String evidence;

	private final String note;

	AnswerForm(AnswerRequest request, Campaign campaign, Run run) {
		this.request = request;
		this.rules = new AnswerRules(
				new CheckedValues(campaign.fields(), campaign.colleges(), run.date(), request.messages()));
		this.values = new StatedValues(campaign, run.date());
		this.value = FreeText.clean(request.typed().value());
		this.evidence = request.byRegistrar() ? "" : FreeText.clean(request.typed().evidence());
		this.note = FreeText.clean(request.typed().note());
	}

	/** The answer that was chosen, or empty. */
	Optional<Answer> answer() {
		String given = FreeText.clean(this.request.typed().answer());
		Desk desk = this.request.byRegistrar() ? Desk.REGISTRAR : Desk.COLLEGE;
		return Stream.of("zh", "en")
			.map(Messages::of)
			.map((messages) -> (desk == Desk.REGISTRAR && messages.get("desk.choice.withdraw").equalsIgnoreCase(given))
					? Optional.of(Answer.WITHDRAWN) : AnswerRules.choice(AnswerSheet.of(messages, desk), given))
			.flatMap(Optional::stream)
			.findFirst();
	}

	/** The answer, when the fields that are the same for all cases are in order. */
	Answer check() {
		if (FreeText.clean(this.request.typed().answer()).isEmpty()) {
			throw AnswerRefused.field("answer", "answer.missing", choices());
		}
		Answer answer = answer().orElseThrow(() -> AnswerRefused.field("answer", "answer.choice", choices()));
		check("evidence", AnswerRules.length(this.evidence));
		check("note", AnswerRules.length(this.note));
		return answer;
	}

	/** The value for a case as it is registered; empty for none. */
	String value(Answer answer, CaseStanding standing) {
		String field = standing.field();
		if (this.value.isEmpty()) {
			boolean lacks = answer == Answer.AGREED && !field.isEmpty() && standing.proposed().reference().isEmpty()
					&& (standing.answer().isEmpty() || standing.answer().equals("CONFIRMED"));
			if (lacks) {
				throw AnswerRefused.field("value", "value.none");
			}
			return "";
		}
		check("value", this.rules.place(answer, field, this.value));
		check("value", this.rules.value(field, this.value));
		return this.values.canonical(field, this.value, false).orElse(this.value);
	}

	String evidence() {
		return FreeText.masked(this.evidence);
	}

	String note() {
		return FreeText.masked(this.note);
	}

	private void check(String field, Optional<Wrong> wrong) {
		wrong.ifPresent((found) -> {
			Object[] arguments = found.key().equals("correction.beside") ? new Object[] { sheet().choices().get(0) }
					: found.arguments().toArray();
			throw AnswerRefused.field(field, found.key(), arguments);
		});
	}

	private String choices() {
		Messages messages = this.request.messages();
		String choices = String.join(messages.get("review.comma"), sheet().choices());
		return this.request.byRegistrar()
				? choices + messages.get("review.comma") + messages.get("desk.choice.withdraw") : choices;
	}

	private AnswerSheet sheet() {
		return AnswerSheet.of(this.request.messages(), this.request.byRegistrar() ? Desk.REGISTRAR : Desk.COLLEGE);
	}

	@Override
	public String toString() {
		return this.request.toString();
	}

}
