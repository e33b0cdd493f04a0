package io.rollcall.portal.college;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.rollcall.access.Role;
import io.rollcall.campaign.College;
import io.rollcall.desk.CollegeDesk.Day;
import io.rollcall.desk.CollegeDesk;
import io.rollcall.desk.Deadlines;
import io.rollcall.facts.NightChange;
import io.rollcall.pipeline.RunFolder;
import io.rollcall.portal.CampaignPlace;
import io.rollcall.portal.PortalFailure;
import io.rollcall.portal.Redirect;
import io.rollcall.portal.Visitor;
import io.rollcall.portal.cases.UrgentCases;
import io.rollcall.run.Run;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one page that answers what a college must do today. */
@Controller
class CollegePage {

	/** As many as one looks at before opening the list. */
	private static final int URGENT = 6;

	private final CollegeDesk desk;

	private final UrgentCases urgent;

	private final RunFolder folder;

	private final InstantSource clock;

	CollegePage(CollegeDesk desk, UrgentCases urgent, RunFolder folder, InstantSource clock) {
		this.desk = desk;
		this.urgent = urgent;
		this.folder = folder;
		this.clock = clock;
	}

	@GetMapping("/campaigns/{campaign}/college")
	String page(Visitor visitor, CampaignPlace place, @RequestParam(defaultValue = "") String college,
			@RequestParam(defaultValue = "") String major, @RequestParam(name = "class") Optional<String> name,
			Model model) {
		List<String> names = place.job().colleges().all().stream().map(College::name).toList();
		if (college.isEmpty() && !visitor.is(Role.COLLEGE)) {
			model.addAttribute("lines",
					this.desk.latest(place.id()).map((run) -> this.desk.all(run, names)).orElse(List.of()));
			return "college/list";
		}
		String own = college.isEmpty() ? visitor.colleges().get(0) : college;
		if (!visitor.sees(own)) {
			throw PortalFailure.foreign("college");
		}
		if (!names.contains(own)) {
			throw PortalFailure.missing();
		}
		Day day = this.desk.of(place.id(), own).orElse(null);
		model.addAttribute("college", own);
		model.addAttribute("encoded", Redirect.encoded(own));
		model.addAttribute("mine", visitor.is(Role.COLLEGE) ? visitor.colleges() : names);
		model.addAttribute("left", Deadlines.of(place.job(), this.clock));
		model.addAttribute("day", day);
		if (day != null) {
			model.addAttribute("urgent", this.urgent.of(visitor, place, own, URGENT));
			model.addAttribute("changes", changes(day.standing().change()));
			model.addAttribute("paths", paths(day, own));
			model.addAttribute("major", major);
			model.addAttribute("klass", name.orElse(""));
			model.addAttribute("unchecked",
					name.map((one) -> this.desk.unchecked(day.run(), own, major, one)).orElse(null));
		}
		return "college/day";
	}

	/** What changed, without what did not. */
	private static Map<String, Long> changes(NightChange change) {
		Map<String, Long> changes = new LinkedHashMap<>();
		changes.put("fresh", change.fresh());
		changes.put("again", change.again());
		changes.put("reopened", change.reopened());
		changes.put("lapsed", change.lapsed());
		changes.put("stale", change.stale());
		changes.put("answered", change.answered());
		changes.put("sent", change.sent());
		changes.put("closed", change.closed());
		changes.values().removeIf((number) -> number == 0);
		return changes;
	}

	/** The college's workbook of each night, encoded for an address. */
	private Map<String, String> paths(Day day, String college) {
		Map<String, String> paths = new HashMap<>();
		for (Run run : day.nights().stream().map(CollegeDesk.Night::run).toList()) {
			this.folder.workbook(run, college)
				.map((path) -> Stream.of(path.split("/")).map(Redirect::encoded).collect(Collectors.joining("/")))
				.ifPresent((path) -> paths.put(run.name(), path));
		}
		return paths;
	}

}
