package io.rollcall.reconcile;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.BinaryOperator;

import io.rollcall.campaign.Campaign;
import io.rollcall.cases.CaseContext;
import io.rollcall.database.StagedFields;
import io.rollcall.identity.IdNumber;
import io.rollcall.identity.Masking;
import io.rollcall.text.Messages;

/**
 * What a run's judgement works with.
 *
 * @param run the run's key
 * @param campaignId the campaign's key
 * @param date the business date
 * @param campaign the campaign
 * @param messages the texts of the report's language
 * @param unmasked whether ID numbers are shown in full
 * @param clue makes the reference of a field's value, as refused rows hold it
 * @param spare makes a student's key of an ID number and a name
 */
public record JudgeContext(long run, long campaignId, LocalDate date, Campaign campaign, Messages messages,
		boolean unmasked, BinaryOperator<String> clue, BinaryOperator<String> spare) {

	/** The parameters that statements may name. */
	Map<String, Object> parameters() {
		return Map.of("run", this.run, "campaign", this.campaignId, "name", this.campaign.name(), "date", this.date,
				"deadline", this.campaign.period().deadline());
	}

	/** The run as its cases are followed in. */
	CaseContext cases() {
		return new CaseContext(this.run, this.campaignId, this.date, this.campaign, this.messages, this.unmasked,
				this.clue.apply("values", "salt"));
	}

	/** A record's cell of the field that a column names, as a part of a statement. */
	String cell(String column, String record) {
		return StagedFields.cell(this.campaign.fields(), column, record);
	}

	/** What may be shown of what a claim wants. */
	String shown(SubmittedClaim claim) {
		String text = claim.claim().right().text();
		if (this.unmasked || text.isBlank()) {
			return text;
		}
		return claim.claim().field().equals("id_no")
				? Masking
					.mask(claim.claim().right().numeric() ? IdNumber.ofNumericCell(text) : IdNumber.parse(text, null))
				: Masking.maskAnyNumbers(text);
	}

	/** A text that somebody typed, without numbers of documents. */
	String masked(String text) {
		return this.unmasked ? text : Masking.maskAnyNumbers(text);
	}

	String text(String key, Object... arguments) {
		return this.messages.get("judge." + key, arguments);
	}

	String field(String name) {
		return this.campaign.fields()
			.find(name)
			.map((field) -> field.label(this.messages.locale().getLanguage()))
			.orElse(name);
	}

	String role(String role) {
		return this.messages.get("run.role." + role);
	}

}
