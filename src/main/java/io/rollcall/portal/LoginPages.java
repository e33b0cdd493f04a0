package io.rollcall.portal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.rollcall.access.AccountFailure;
import io.rollcall.access.Accounts.Account;
import io.rollcall.access.Accounts;
import io.rollcall.access.Role;
import io.rollcall.text.Messages;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Signing in and out, the own password, the own language, and where one begins. */
@Controller
class LoginPages {

	/** What the sign-in page may say besides a wrong password. */
	private static final Set<String> TOLD = Set.of("busy", "refused", "away", "broken");

	private final Accounts accounts;

	private final Sessions sessions;

	private final Places places;

	private final Jobs jobs;

	private final List<SignInWay> ways;

	LoginPages(Accounts accounts, Sessions sessions, Places places, Jobs jobs, List<SignInWay> ways) {
		this.accounts = accounts;
		this.sessions = sessions;
		this.places = places;
		this.jobs = jobs;
		this.ways = ways;
	}

	/** A button beside the form. */
	record Button(String path, String name) {
	}

	@GetMapping("/login")
	String login(@RequestParam Optional<String> error, @RequestParam Optional<String> told,
			@RequestParam Optional<String> lang, HttpServletRequest request, HttpServletResponse response,
			Model model) {
		lang.filter(Languages.ALL::contains).ifPresent((language) -> {
			Languages.remember(request, response, language);
			request.setAttribute(Frame.ATTRIBUTE, new Frame(request, language));
		});
		model.addAttribute("error", error.isPresent());
		model.addAttribute("told", told.filter(TOLD::contains).map("portal.sso."::concat).orElse(null));
		Messages messages = ErrorPage.messages(request);
		model.addAttribute("ways",
				this.ways.stream()
					.map((way) -> new Button(way.path(), way.name().orElse(messages.get("portal.sso.name"))))
					.toList());
		return "login";
	}

	/** Where one begins: at one's only campaign, else with the choice. */
	@GetMapping("/")
	Object start(Visitor visitor, HttpServletResponse response, Model model) {
		if (visitor.is(Role.PROVINCIAL)) {
			response.setStatus(HttpStatus.FOUND.value());
			response.setHeader("Location", "/province");
			return null;
		}
		List<CampaignPlace> all = this.places.all(visitor);
		if (all.size() == 1) {
			response.setStatus(HttpStatus.FOUND.value());
			response.setHeader("Location", all.get(0).path(visitor.is(Role.COLLEGE) ? "/college" : ""));
			return null;
		}
		boolean told = visitor.is(Role.REGISTRAR) || visitor.is(Role.AUDITOR);
		model.addAttribute("places", all);
		model.addAttribute("wrong", told ? this.jobs.wrong(visitor) : Map.of());
		return "campaigns";
	}

	@GetMapping("/account/password")
	String password(Visitor visitor, Model model) {
		model.addAttribute("errors", Map.of());
		model.addAttribute("first", isFirst(visitor));
		return "password";
	}

	@PostMapping("/account/password")
	Object password(Visitor visitor, @RequestParam(defaultValue = "") String old,
			@RequestParam(name = "new", defaultValue = "") String wanted, @RequestParam(defaultValue = "") String again,
			HttpServletRequest request, Model model) {
		Map<String, String> errors = new HashMap<>();
		if (!wanted.equals(again)) {
			errors.put("again", visitor.messages().get("portal.password.again"));
		}
		else if (wanted.equals(old)) {
			errors.put("new", visitor.messages().get("portal.password.same"));
		}
		else {
			try {
				Account changed = this.accounts.changeOwn(visitor.name(), old, wanted, visitor.actor());
				this.sessions.renew(request, changed);
				return Redirect.to("/");
			}
			catch (AccountFailure ex) {
				errors.put(ex.field(), ex.sentence(visitor.messages()));
			}
		}
		model.addAttribute("errors", errors);
		model.addAttribute("first", isFirst(visitor));
		return new ModelAndView("password", model.asMap(), HttpStatus.BAD_REQUEST);
	}

	private boolean isFirst(Visitor visitor) {
		return AccountFilter.mustChange(this.accounts.find(visitor.name()).orElseThrow());
	}

	@PostMapping("/account/language")
	ResponseEntity<Void> language(Visitor visitor, @RequestParam(defaultValue = "") String lang,
			@RequestParam(defaultValue = "/") String back, HttpServletRequest request, HttpServletResponse response) {
		if (!Languages.ALL.contains(lang)) {
			throw PortalFailure.wrong("lang", "portal.language.wrong");
		}
		this.accounts.speak(visitor.name(), lang);
		Languages.remember(request, response, lang);
		boolean own = back.matches("/[A-Za-z0-9%._~/-]*") && !back.startsWith("//");
		return Redirect.to(own ? back : "/");
	}

	@PostMapping("/logout")
	ResponseEntity<Void> logout(Visitor visitor, @RequestParam Optional<String> everywhere,
			HttpServletRequest request) {
		String way = this.sessions.end(request, visitor, everywhere.isPresent());
		return Redirect.to(this.ways.stream()
			.filter((known) -> known.word().equals(way))
			.map(SignInWay::out)
			.findFirst()
			.orElse("/login"));
	}

}
