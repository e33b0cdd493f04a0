package io.rollcall.cases;

import java.time.LocalDate;
import java.util.Map;

import io.rollcall.campaign.Campaign;
import io.rollcall.identity.Masking;
import io.rollcall.text.Messages;

/**
 * The run in which cases are followed.
 *
 * @param run the run's key
 * @param campaignId the campaign's key
 * @param date the business date
 * @param campaign the campaign
 * @param messages the texts of the report's language
 * @param unmasked whether ID numbers are shown in full
 * @param salt what makes references of ID numbers keyed ones
 */
public record CaseContext(long run, long campaignId, LocalDate date, Campaign campaign, Messages messages,
		boolean unmasked, String salt) {

	/** The parameters that statements may name. */
	Map<String, Object> parameters() {
		return Map.of("run", this.run, "campaign", this.campaignId, "name", this.campaign.name(), "date", this.date,
				"salt", this.salt);
	}

	/**
	 * A canonical value as it may be shown: days as people write them, ID numbers masked.
	 * @param field the canonical field, or empty
	 * @param value the value, or empty
	 */
	String shown(String field, String value) {
		return new ShownValues(this.campaign.fields(), this.unmasked).of(field, value);
	}

	/** A text that somebody typed, without numbers of documents. */
	String masked(String text) {
		return this.unmasked ? text : Masking.maskAnyNumbers(text);
	}

	String text(String key, Object... arguments) {
		return this.messages.get("judge." + key, arguments);
	}

	@Override
	public String toString() {
		return "run " + this.run;
	}

}
