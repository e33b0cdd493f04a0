package io.rollcall.cli;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.nightly.Campaigns;
import picocli.CommandLine.Command;

/** {@code pause}: starts nothing of a campaign by the clock. */
@Command(name = "pause")
final class PauseCommand extends CampaignDecision {

	@Override
	String decide(Campaigns campaigns, String campaign, String why, Actor who) {
		campaigns.pause(campaign, why, who);
		return "cli.paused";
	}

}
