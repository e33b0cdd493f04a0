package io.rollcall.portal.runs;

import java.time.DateTimeException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import io.rollcall.cases.Routes;
import io.rollcall.database.DatabaseException;
import io.rollcall.desk.WorkbooksAnew;
import io.rollcall.nightly.RunActions.Action;
import io.rollcall.nightly.RunActions;
import io.rollcall.nightly.RunDesk;
import io.rollcall.portal.CampaignPlace;
import io.rollcall.portal.Redirect;
import io.rollcall.portal.Visitor;
import io.rollcall.run.Run;
import io.rollcall.run.RunFailure;
import io.rollcall.run.RunRef;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What people do with runs. What takes its time is put in line: no page waits for it.
 */
@Controller
class RunDeeds {

	private final FoundRuns found;

	private final RunPages pages;

	private final RunActions actions;

	private final RunDesk desk;

	private final WorkbooksAnew workbooks;

	private final InstantSource clock;

	RunDeeds(FoundRuns found, RunPages pages, RunActions actions, RunDesk desk, WorkbooksAnew workbooks,
			InstantSource clock) {
		this.found = found;
		this.pages = pages;
		this.actions = actions;
		this.desk = desk;
		this.workbooks = workbooks;
		this.clock = clock;
	}

	@PostMapping("/campaigns/{campaign}/runs/{run}/rerun")
	Object rerun(Visitor visitor, CampaignPlace place, @PathVariable String run,
			@RequestParam(defaultValue = "") String reason) {
		return decide(visitor, place, run, Action.RERUN, reason,
				(ref, why) -> this.desk.rerun(ref, why, visitor.actor()));
	}

	@PostMapping("/campaigns/{campaign}/runs/{run}/stop")
	Object stop(Visitor visitor, CampaignPlace place, @PathVariable String run,
			@RequestParam(defaultValue = "") String reason) {
		return decide(visitor, place, run, Action.STOP, reason,
				(ref, why) -> this.desk.stop(ref, why, visitor.actor()));
	}

	@PostMapping("/campaigns/{campaign}/runs/{run}/resume")
	Object resume(Visitor visitor, CampaignPlace place, @PathVariable String run,
			@RequestParam(defaultValue = "") String reason) {
		return decide(visitor, place, run, Action.RESUME, reason,
				(ref, why) -> this.desk.resume(ref, why, visitor.actor()));
	}

	@PostMapping("/campaigns/{campaign}/runs/{run}/release")
	Object release(Visitor visitor, CampaignPlace place, @PathVariable String run,
			@RequestParam(defaultValue = "") String reason) {
		return decide(visitor, place, run, Action.RELEASE, reason,
				(ref, why) -> this.desk.release(ref, why, visitor.actor()));
	}

	@PostMapping("/campaigns/{campaign}/runs/{run}/drop")
	Object drop(Visitor visitor, CampaignPlace place, @PathVariable String run,
			@RequestParam(defaultValue = "") String reason) {
		return decide(visitor, place, run, Action.DROP, reason,
				(ref, why) -> this.desk.drop(ref, why, visitor.actor()));
	}

	@PostMapping("/campaigns/{campaign}/runs/{run}/colleges")
	Object colleges(Visitor visitor, CampaignPlace place, @PathVariable String run,
			@RequestParam(defaultValue = "") String college) {
		Run one = this.found.find(place, run);
		Sent sent = new Sent(visitor, place, one, Action.COLLEGES, Map.of("college", college));
		return act(sent, () -> {
			Optional<String> name = place.job().colleges().resolve(college).college();
			if (name.isEmpty()) {
				return wrong(sent, "college", "runs.college.unknown");
			}
			boolean written = this.workbooks.write(place.campaign(), name.get(), visitor.actor());
			return Redirect
				.to(FoundRuns.path(place, one.name()) + "?done=" + (written ? "colleges" : "colleges-later"));
		});
	}

	@PostMapping("/campaigns/{campaign}/runs/{run}/corrections-sent")
	Object sent(Visitor visitor, CampaignPlace place, @PathVariable String run,
			@RequestParam(defaultValue = "") String date, @RequestParam(defaultValue = Routes.PLATFORM) String route) {
		Run one = this.found.find(place, run);
		Sent sent = new Sent(visitor, place, one, Action.SENT, Map.of("date", date, "route", route));
		return act(sent, () -> {
			LocalDate today = LocalDate.ofInstant(this.clock.instant(), place.job().operation().timeZone());
			Optional<LocalDate> day = date.isBlank() ? Optional.of(today) : day(date);
			if (day.isEmpty() || day.get().isAfter(today)) {
				return wrong(sent, "date", day.isEmpty() ? "runs.date.wrong" : "runs.date.ahead");
			}
			if (!Routes.all().contains(route)) {
				return wrong(sent, "route", "runs.route.unknown");
			}
			long listed = this.desk.sent(one, route, day.get(), visitor.actor());
			return Redirect.to(FoundRuns.path(place, one.name()) + "?done=" + ((listed > 0) ? "sent" : "sent-none"));
		});
	}

	/**
	 * A day as forms send it.
	 * @return the day, empty where it is none
	 */
	static Optional<LocalDate> day(String typed) {
		try {
			return Optional.of(LocalDate.parse(typed.strip()))
				.filter((day) -> day.getYear() >= 2000 && day.getYear() < 2100);
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private Object decide(Visitor visitor, CampaignPlace place, String run, Action action, String reason,
			BiFunction<RunRef, String, Run> deed) {
		Run one = this.found.find(place, run);
		Sent sent = new Sent(visitor, place, one, action, Map.of(StatedReason.FIELD, reason));
		return act(sent, () -> {
			String why = StatedReason.clean(reason);
			Map<String, String> wrong = StatedReason.wrong(why, visitor.messages());
			if (!wrong.isEmpty()) {
				return again(sent, "", wrong, HttpStatus.BAD_REQUEST);
			}
			RunRef ref = new RunRef(Optional.of(one.campaign()), one.date(), one.number());
			Run done = deed.apply(ref, why);
			return Redirect.to(FoundRuns.path(place, done.name()) + "?done=" + action.word());
		});
	}

	/** Judges the state before the fields. */
	private Object act(Sent sent, java.util.function.Supplier<Object> deed) {
		try {
			this.actions.check(sent.action(), sent.run());
			return deed.get();
		}
		catch (RunFailure ex) {
			return again(sent, ex.sentence(sent.visitor().messages()), Map.of(), HttpStatus.CONFLICT);
		}
		catch (DatabaseException ex) {
			return again(sent, ex.sentence(sent.visitor().messages()), Map.of(), HttpStatus.CONFLICT);
		}
	}

	private Object wrong(Sent sent, String field, String key) {
		return again(sent, "", Map.of(field, sent.visitor().messages().get(key)), HttpStatus.BAD_REQUEST);
	}

	private Object again(Sent sent, String told, Map<String, String> errors, HttpStatus status) {
		Form form = new Form(sent.action().word(), told, errors, new HashMap<>(sent.typed()));
		return this.pages.page(sent.visitor(), sent.place(), this.found.find(sent.place(), sent.run().name()), form,
				status);
	}

	/** A form as it was sent. */
	private record Sent(Visitor visitor, CampaignPlace place, Run run, Action action, Map<String, String> typed) {
	}

}
