package io.rollcall.portal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rollcall.text.Messages;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;

/** One sentence and no inner workings. */
@Controller
class ErrorPage implements ErrorController {

	/** The request's attribute that says that its page is an error's. */
	static final String STATUS = ErrorPage.class.getName() + ".status";

	private static final Pattern CAMPAIGN = Pattern.compile("/campaigns/([^/;]+)/");

	private final Places places;

	ErrorPage(Places places) {
		this.places = places;
	}

	/** What the container or a filter refused. */
	@RequestMapping("${spring.web.error.path:/error}")
	ModelAndView error(HttpServletRequest request) {
		Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
		HttpStatus status = (code instanceof Integer number) ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
		HttpStatus told = (status != null) ? status : HttpStatus.INTERNAL_SERVER_ERROR;
		String key = "portal.status." + told.value();
		place(request);
		Messages messages = messages(request);
		return of(request, told, messages.get(messages.has(key) ? key : "portal.status.other"));
	}

	/** What does not exist looks the same whether a page or the address is missing. */
	private void place(HttpServletRequest request) {
		Object asked = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
		Matcher campaign = CAMPAIGN.matcher(String.valueOf(asked));
		if (request.getAttribute(Visitor.ATTRIBUTE) instanceof Visitor visitor
				&& request.getAttribute(CampaignPlace.ATTRIBUTE) == null && campaign.lookingAt()) {
			this.places.find(UriUtils.decode(campaign.group(1), StandardCharsets.UTF_8), visitor)
				.ifPresent((place) -> request.setAttribute(CampaignPlace.ATTRIBUTE, place));
		}
	}

	static ModelAndView of(HttpServletRequest request, HttpStatus status, String sentence) {
		request.setAttribute(STATUS, status);
		if (request.getAttribute(Frame.ATTRIBUTE) == null) {
			// Refused before anybody asked who it is.
			request.setAttribute(Frame.ATTRIBUTE, new Frame(request, new Languages().of(request, Optional.empty())));
		}
		ModelAndView page = new ModelAndView("error", status);
		page.addObject("sentence", sentence);
		page.addObject("status", status.value());
		return page;
	}

	static Messages messages(HttpServletRequest request) {
		return Messages.of((request.getAttribute(Frame.ATTRIBUTE) instanceof Frame frame) ? frame.language() : "zh");
	}

}
