package io.rollcall.portal.runs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.cases.Routes;
import io.rollcall.desk.RunBoard;
import io.rollcall.portal.CampaignPlace;
import io.rollcall.portal.Visitor;
import io.rollcall.run.Run;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The list of runs, and the page of one. */
@Controller
class RunPages {

	/** What a list may be narrowed to, in the order of a run's life. */
	static final List<String> STATUSES = List.of("waiting", "running", "published", "held", "dropped", "stopped",
			"failed");

	private final RunBoard board;

	private final FoundRuns found;

	private final RunViews views;

	RunPages(RunBoard board, FoundRuns found, RunViews views) {
		this.board = board;
		this.found = found;
		this.views = views;
	}

	@GetMapping("/campaigns/{campaign}/runs")
	ModelAndView list(Visitor visitor, CampaignPlace place, @RequestParam(defaultValue = "") String status,
			@RequestParam(defaultValue = "1") String page) {
		Optional<String> wanted = Optional.of(status).filter(STATUSES::contains);
		RunBoard.Page runs = this.board.page(place.id(), wanted, number(page));
		Map<String, Object> model = new HashMap<>();
		model.put("words", RunWords.of(visitor.messages(), place.job()));
		model.put("place", place);
		model.put("statuses", STATUSES);
		model.put("status", wanted.orElse(""));
		model.put("runs", runs);
		model.put("usual", this.board.usual(place.id()));
		boolean first = wanted.isEmpty() && runs.number() == 1;
		model.put("attention", first ? this.board.attention(place.id()) : List.of());
		return new ModelAndView("runs/list", model);
	}

	/** A page that is not a number is the first. */
	private static int number(String page) {
		return page.matches("\\d{1,6}") ? Integer.parseInt(page) : 1;
	}

	@GetMapping("/campaigns/{campaign}/runs/{run}")
	ModelAndView run(Visitor visitor, CampaignPlace place, @PathVariable String run,
			@RequestParam(defaultValue = "") String done) {
		ModelAndView page = page(visitor, place, this.found.find(place, run), Form.NONE, HttpStatus.OK);
		String key = "runs.done." + done;
		boolean told = done.matches("[a-z-]{1,20}") && visitor.messages().has(key);
		page.addObject("done", told ? visitor.messages().get(key) : "");
		return page;
	}

	/** The page, also with a form that was not taken. */
	ModelAndView page(Visitor visitor, CampaignPlace place, Run run, Form form, HttpStatus status) {
		Map<String, Object> model = new HashMap<>();
		model.put("words", RunWords.of(visitor.messages(), place.job()));
		model.put("place", place);
		model.put("view", this.views.of(run, visitor, place));
		model.put("role", visitor.role().word());
		model.put("path", FoundRuns.path(place, run.name()));
		model.put("form", form);
		model.put("colleges", place.job().colleges().all().stream().map((college) -> college.name()).toList());
		model.put("routes", Routes.all());
		model.put("done", "");
		return new ModelAndView("runs/run", model, status);
	}

}
