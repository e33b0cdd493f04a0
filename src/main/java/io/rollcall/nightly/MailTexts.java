package io.rollcall.nightly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.campaign.Campaign;
import io.rollcall.campaign.JobFileException;
import io.rollcall.campaign.JobFiles;
import io.rollcall.campaign.Operation;
import io.rollcall.facts.NightStanding;
import io.rollcall.facts.RunCause.Check;
import io.rollcall.nightly.MailBox.Mail;
import io.rollcall.results.RunStory;
import io.rollcall.run.Drift;
import io.rollcall.run.Run;
import io.rollcall.text.Messages;
import org.springframework.stereotype.Component;

/**
 * The words of mails: figures and a link, never a name, a number or a file. A college
 * reads of itself only.
 */
@Component
class MailTexts {

	private final RunStory stories;

	private final Drift drift;

	MailTexts(RunStory stories, Drift drift) {
		this.stories = stories;
		this.drift = drift;
	}

	/** The mails about a run that ended; none where the job file wants none. */
	List<Mail> about(Run run) {
		Campaign campaign;
		try {
			campaign = JobFiles.parse(run.jobFile().getFileName().toString(), run.jobText());
		}
		catch (JobFileException ex) {
			return List.of();
		}
		return campaign.operation().mail().map((mail) -> about(run, campaign, mail)).orElse(List.of());
	}

	private List<Mail> about(Run run, Campaign campaign, Operation.Mail mail) {
		Messages messages = Messages.of(campaign.language());
		List<Mail> mails = new ArrayList<>();
		Text text = new Text(messages, run, campaign.title());
		String body = registrar(run, text) + link(messages, mail);
		mail.registrar()
			.forEach((address) -> mails.add(new Mail(mail.from(), address, text.subject(run.status().column()), body)));
		if (run.status() == Run.Status.PUBLISHED) {
			mail.colleges().forEach((college, addresses) -> {
				String own = college(run, campaign, text, this.stories.college(run, college)) + link(messages, mail);
				addresses.forEach((address) -> mails.add(new Mail(mail.from(), address, text.subject("college"), own)));
			});
		}
		return mails;
	}

	/** The lines of one mail. */
	private record Text(Messages messages, Run run, String title) {

		String subject(String kind) {
			return this.messages.get("mail.subject." + kind, this.title, this.run.name()).replaceAll("\\s+", " ");
		}

		String line(String key, Object... arguments) {
			return this.messages.get("mail." + key, arguments) + "\n";
		}

	}

	private String registrar(Run run, Text text) {
		RunStory.Story story = this.stories.of(run);
		StringBuilder body = new StringBuilder(text.line(run.status().column(), text.title(), run));
		story.rows().forEach((role, counts) -> {
			if (counts.read() > 0) {
				body.append(text.line("rows", text.messages().get("run.role." + role), counts.read(), counts.loaded(),
						counts.duplicates(), counts.rejected()));
			}
		});
		Map<String, Long> findings = story.findings();
		if (!findings.isEmpty()) {
			body.append(text.line("findings", findings.getOrDefault("E", 0L), findings.getOrDefault("W", 0L),
					findings.getOrDefault("I", 0L)));
		}
		story.gate().stream().filter(Check::held).forEach((check) -> body.append(held(text, check)));
		this.drift.of(run).lines().forEach((line) -> body.append(line.sentence(text.messages())).append('\n'));
		return body.toString();
	}

	private static String held(Text text, Check check) {
		String role = check.role().isEmpty() ? "" : text.messages().get("run.role." + check.role());
		return text.line("gate", check.check(), (role + " " + check.code()).strip(),
				check.measured().map((measured) -> measured.toPlainString()).orElse("–"),
				check.limit().toPlainString());
	}

	private static String college(Run run, Campaign campaign, Text text, NightStanding cases) {
		LocalDate deadline = campaign.period().collegeDeadline();
		long fresh = cases.change().fresh() + cases.change().again();
		long unanswered = cases.waits().college() + cases.waits().evidence();
		boolean over = run.date().isAfter(deadline);
		return text.line("college", text.title(), run.date()) + text.line("college.new", fresh)
				+ text.line("college.open", cases.toDo())
				+ text.line("college.overdue", over ? unanswered : 0, deadline);
	}

	private static String link(Messages messages, Operation.Mail mail) {
		return Optional.of(mail)
			.flatMap(Operation.Mail::link)
			.map((link) -> "\n" + messages.get("mail.link", link) + "\n")
			.orElse("");
	}

}
