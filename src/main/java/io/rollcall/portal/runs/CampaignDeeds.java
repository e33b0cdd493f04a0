package io.rollcall.portal.runs;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import io.rollcall.desk.RunBoard;
import io.rollcall.nightly.Campaigns;
import io.rollcall.nightly.JobFolder;
import io.rollcall.nightly.RunDesk;
import io.rollcall.nightly.ServeSettings;
import io.rollcall.pipeline.RunService;
import io.rollcall.portal.CampaignPlace;
import io.rollcall.portal.Jobs;
import io.rollcall.portal.Redirect;
import io.rollcall.portal.Visitor;
import io.rollcall.run.Run;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunOrigin;
import io.rollcall.run.RunRequest;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What people do with a campaign: a new run, its schedule, its end. */
@Controller
class CampaignDeeds {

	private static final String ACTION = "action";

	private final CampaignPages pages;

	private final Campaigns campaigns;

	private final RunDesk desk;

	private final RunBoard board;

	private final Jobs jobs;

	private final ServeSettings settings;

	private final InstantSource clock;

	CampaignDeeds(CampaignPages pages, Campaigns campaigns, RunDesk desk, RunBoard board, Jobs jobs,
			ServeSettings settings, InstantSource clock) {
		this.pages = pages;
		this.campaigns = campaigns;
		this.desk = desk;
		this.board = board;
		this.jobs = jobs;
		this.settings = settings;
		this.clock = clock;
	}

	/** A form as it was sent. */
	private record Sent(Visitor visitor, CampaignPlace place, String form, Map<String, String> typed) {
	}

	@PostMapping("/campaigns/{campaign}/runs")
	Object start(Visitor visitor, CampaignPlace place, @RequestParam(defaultValue = "") String reason,
			@RequestParam(defaultValue = "") String date) {
		Sent sent = new Sent(visitor, place, "start", Map.of(StatedReason.FIELD, reason, "date", date));
		return act(sent, () -> {
			open(place);
			JobFolder.Job job = this.jobs.content()
				.job(place.campaign())
				.orElseThrow(() -> new RunFailure("NO_JOB", place.campaign()));
			Map<String, String> wrong = new HashMap<>(
					StatedReason.wrong(StatedReason.clean(reason), visitor.messages()));
			Optional<LocalDate> day = date.isBlank() ? Optional.of(usualDay(job)) : RunDeeds.day(date);
			if (day.isEmpty()) {
				wrong.put("date", visitor.messages().get("runs.date.wrong"));
			}
			if (!wrong.isEmpty()) {
				return again(sent, "", wrong, HttpStatus.BAD_REQUEST);
			}
			RunRequest request = new RunRequest(job.file(), job.text(), job.campaign(), day.get(),
					this.settings.input(), this.settings.output(), StatedReason.clean(reason), false,
					new RunOrigin(RunOrigin.Trigger.PORTAL, Optional.empty(), visitor.name()));
			RunService.checkWritable(request);
			Run run = this.desk.request(request, visitor.actor());
			return Redirect.to(FoundRuns.path(place, run.name()) + "?done=start");
		});
	}

	/** As the command does it: what the job file says, else today. */
	private LocalDate usualDay(JobFolder.Job job) {
		return job.campaign()
			.period()
			.businessDate()
			.orElseGet(() -> LocalDate.ofInstant(this.clock.instant(), job.campaign().operation().timeZone()));
	}

	@PostMapping("/campaigns/{campaign}/schedule")
	Object schedule(Visitor visitor, CampaignPlace place, @RequestParam(defaultValue = "") String action,
			@RequestParam(defaultValue = "") String reason) {
		Sent sent = new Sent(visitor, place, "schedule", Map.of(ACTION, action, StatedReason.FIELD, reason));
		return act(sent, () -> {
			open(place);
			switch (action) {
				case "pause" -> forbid(place.paused(), "PAUSED", place);
				case "continue" -> forbid(!place.paused(), "NOT_PAUSED", place);
				default -> {
					return again(sent, "", Map.of(ACTION, visitor.messages().get("runs.schedule.action")),
							HttpStatus.BAD_REQUEST);
				}
			}
			return decide(sent, (why) -> {
				if (action.equals("pause")) {
					this.campaigns.pause(place.campaign(), why, visitor.actor());
				}
				else {
					this.campaigns.goOn(place.campaign(), why, visitor.actor());
				}
				return action;
			});
		});
	}

	@PostMapping("/campaigns/{campaign}/close")
	Object close(Visitor visitor, CampaignPlace place, @RequestParam(defaultValue = "") String reason) {
		Sent sent = new Sent(visitor, place, "close", Map.of(StatedReason.FIELD, reason));
		return act(sent, () -> {
			open(place);
			this.board.attention(place.id())
				.stream()
				.filter((run) -> run.status().equals("held"))
				.findFirst()
				.ifPresent((held) -> {
					throw new RunFailure("CLOSE_HELD", place.campaign(), place.campaign() + "/" + held.name());
				});
			return decide(sent, (why) -> {
				this.campaigns.close(place.campaign(), why, visitor.actor());
				return "close";
			});
		});
	}

	@PostMapping("/campaigns/{campaign}/reopen")
	Object reopen(Visitor visitor, CampaignPlace place, @RequestParam(defaultValue = "") String reason) {
		Sent sent = new Sent(visitor, place, "reopen", Map.of(StatedReason.FIELD, reason));
		return act(sent, () -> {
			forbid(place.cleared(), "CLEARED", place);
			forbid(!place.closed(), "NOT_CLOSED", place);
			return decide(sent, (why) -> {
				this.campaigns.reopen(place.campaign(), why, visitor.actor());
				return "reopen";
			});
		});
	}

	private static void open(CampaignPlace place) {
		forbid(place.closed(), "CLOSED", place);
	}

	private static void forbid(boolean forbidden, String key, CampaignPlace place) {
		if (forbidden) {
			throw new RunFailure(key, place.campaign());
		}
	}

	private Object decide(Sent sent, Function<String, String> deed) {
		String why = StatedReason.clean(sent.typed().get(StatedReason.FIELD));
		Map<String, String> wrong = StatedReason.wrong(why, sent.visitor().messages());
		if (!wrong.isEmpty()) {
			return again(sent, "", wrong, HttpStatus.BAD_REQUEST);
		}
		return Redirect.to(sent.place().path("") + "?done=" + deed.apply(why));
	}

	private Object act(Sent sent, java.util.function.Supplier<Object> deed) {
		try {
			return deed.get();
		}
		catch (RunFailure ex) {
			return again(sent, ex.sentence(sent.visitor().messages()), Map.of(), HttpStatus.CONFLICT);
		}
	}

	private Object again(Sent sent, String told, Map<String, String> errors, HttpStatus status) {
		return this.pages.page(sent.visitor(), sent.place(), new Form(sent.form(), told, errors, sent.typed()), status);
	}

}
