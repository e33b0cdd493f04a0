package io.rollcall.reconcile;

import java.time.LocalDate;
import java.util.Map;
import java.util.function.BinaryOperator;

import io.rollcall.campaign.Campaign;
import io.rollcall.text.Messages;

/**
 * What a run's judgement works with.
 *
 * @param run the run's key
 * @param campaignId the campaign's key
 * @param date the business date
 * @param campaign the campaign
 * @param messages the texts of the report's language
 * @param clue makes the reference of a field's value, as refused rows hold it
 */
public record JudgeContext(long run, long campaignId, LocalDate date, Campaign campaign, Messages messages,
		BinaryOperator<String> clue) {

	/** The parameters that statements may name. */
	Map<String, Object> parameters() {
		return Map.of("run", this.run, "campaign", this.campaignId, "name", this.campaign.name(), "date", this.date,
				"deadline", this.campaign.period().deadline());
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
