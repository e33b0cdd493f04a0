package io.rollcall.cli;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.nightly.Campaigns;
import picocli.CommandLine.Command;

/** {@code continue}: starts a campaign by the clock again. */
@Command(name = "continue")
final class ContinueCommand extends CampaignDecision {

	@Override
	String decide(Campaigns campaigns, String campaign, String why, Actor who) {
		campaigns.goOn(campaign, why, who);
		return "cli.continued";
	}

}
