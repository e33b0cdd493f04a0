package io.rollcall.cli;

import java.util.concurrent.Callable;

import io.rollcall.access.AuditLog.Actor;
import io.rollcall.nightly.Campaigns;
import io.rollcall.text.Messages;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** A command that decides about a campaign, with a reason. */
abstract class CampaignDecision implements Callable<Integer> {

	@Mixin
	private CommonOptions common;

	@Mixin
	private DatabaseOption database;

	@Mixin
	private ReasonOption reason;

	@Parameters(index = "0", paramLabel = "CAMPAIGN", descriptionKey = "cli.help.campaign")
	private String name;

	@Spec
	private CommandSpec spec;

	/**
	 * Decides.
	 * @param campaigns where it takes effect
	 * @param campaign the campaign's name
	 * @param why the reason
	 * @param who who decides
	 * @return the key of the sentence that tells what was done
	 */
	abstract String decide(Campaigns campaigns, String campaign, String why, Actor who);

	@Override
	public final Integer call() {
		Messages messages = this.common.messages();
		String why = this.reason.text(messages);
		try (Session session = Session.open(this.database.url(), messages, this.spec.commandLine().getErr())) {
			String told = decide(session.get(Campaigns.class), this.name, why, Actor.shell());
			this.spec.commandLine().getOut().println(messages.get(told, this.name));
			return ExitCode.OK;
		}
	}

}
