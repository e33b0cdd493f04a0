package io.rollcall.cli;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.nightly.Campaigns;
import picocli.CommandLine.Command;

/** {@code reopen}: opens a closed campaign again. */
@Command(name = "reopen")
final class ReopenCommand extends CampaignDecision {

	@Override
	String decide(Campaigns campaigns, String campaign, String why, Actor who) {
		campaigns.reopen(campaign, why, who);
		return "cli.reopened";
	}

}
