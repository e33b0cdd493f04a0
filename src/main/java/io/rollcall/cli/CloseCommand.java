package io.rollcall.cli;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.nightly.Campaigns;
import picocli.CommandLine.Command;

/** {@code close}: ends a campaign. */
@Command(name = "close")
final class CloseCommand extends CampaignDecision {

	@Override
	String decide(Campaigns campaigns, String campaign, String why, Actor who) {
		campaigns.close(campaign, why, who);
		return "cli.closed";
	}

}
