package io.rollcall.portal.runs;

import java.util.HashMap;
import java.util.Map;

import io.rollcall.portal.CampaignPlace;
import io.rollcall.portal.Visitor;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of a campaign. */
@Controller
class CampaignPages {

	private final CampaignViews views;

	CampaignPages(CampaignViews views) {
		this.views = views;
	}

	@GetMapping("/campaigns/{campaign}")
	ModelAndView campaign(Visitor visitor, CampaignPlace place, @RequestParam(defaultValue = "") String done) {
		ModelAndView page = page(visitor, place, Form.NONE, HttpStatus.OK);
		String key = "runs.done." + done;
		boolean told = done.matches("[a-z-]{1,20}") && visitor.messages().has(key);
		page.addObject("done", told ? visitor.messages().get(key) : "");
		return page;
	}

	/** The page, also with a form that was not taken. */
	ModelAndView page(Visitor visitor, CampaignPlace place, Form form, HttpStatus status) {
		Map<String, Object> model = new HashMap<>();
		model.put("words", RunWords.of(visitor.messages(), place.job()));
		model.put("place", place);
		model.put("view", this.views.of(visitor, place));
		model.put("role", visitor.role().word());
		model.put("path", place.path(""));
		model.put("form", form);
		model.put("done", "");
		return new ModelAndView("runs/campaign", model, status);
	}

}
