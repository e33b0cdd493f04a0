package io.rollcall.portal;

import io.rollcall.campaign.Campaign;

/**
 * The campaign that a page is about.
 *
 * @param campaign its name
 * @param id its key
 * @param job what its job file says now, or said for its last run where the file is gone
 * or wrong
 * @param closed whether it takes no runs, answers, uploads and sign-offs any more
 * @param cleared whether its personal data are gone
 * @param paused whether nothing starts by the clock
 */
public record CampaignPlace(String campaign, long id, Campaign job, boolean closed, boolean cleared, boolean paused) {

	/** The request's attribute that holds the place. */
	static final String ATTRIBUTE = CampaignPlace.class.getName();

	/**
	 * An address of this campaign.
	 * @param rest what follows the campaign, beginning with a slash, or empty
	 * @return the path, encoded
	 */
	public String path(String rest) {
		return "/campaigns/" + Redirect.encoded(this.campaign) + rest;
	}

}
