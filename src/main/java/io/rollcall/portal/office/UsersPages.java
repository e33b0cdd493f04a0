package io.rollcall.portal.office;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.rollcall.access.AccountFailure;
import io.rollcall.access.Accounts.Account;
import io.rollcall.access.Accounts;
import io.rollcall.access.Role;
import io.rollcall.campaign.College;
import io.rollcall.portal.Places;
import io.rollcall.portal.PortalFailure;
import io.rollcall.portal.Redirect;
import io.rollcall.portal.Visitor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The accounts of people. */
@Controller
class UsersPages {

	/**
	 * Carries a one-time password to the page that shows it once; nothing else keeps it.
	 */
	private static final String ONCE = "once";

	private static final Duration SOON = Duration.ofMinutes(1);

	/** Those that people of a school have. */
	private static final List<Role> ROLES = List.of(Role.REGISTRAR, Role.COLLEGE, Role.AUDITOR, Role.OPERATOR);

	private final Accounts accounts;

	private final Places places;

	UsersPages(Accounts accounts, Places places) {
		this.accounts = accounts;
		this.places = places;
	}

	/** A new password and whose it is. */
	public record OneTime(String name, String password) {

		private String text() {
			return Base64.getUrlEncoder()
				.withoutPadding()
				.encodeToString((this.password + " " + this.name).getBytes(StandardCharsets.UTF_8));
		}

		private static Optional<OneTime> of(String text) {
			try {
				String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
				return (parts.length == 2) ? Optional.of(new OneTime(parts[1], parts[0])) : Optional.empty();
			}
			catch (IllegalArgumentException ex) {
				return Optional.empty();
			}
		}

	}

	@GetMapping("/users")
	String list(Visitor visitor, @CookieValue(name = ONCE, required = false) String once, HttpServletRequest request,
			HttpServletResponse response, Model model) {
		if (once != null) {
			OneTime.of(once).ifPresent((shown) -> model.addAttribute("once", shown));
			response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, "", Duration.ZERO));
		}
		return page(visitor, model, Map.of(), Map.of());
	}

	@PostMapping("/users")
	Object add(Visitor visitor, @RequestParam(defaultValue = "") String username,
			@RequestParam(defaultValue = "") String role, @RequestParam(required = false) List<String> college,
			HttpServletRequest request, Model model) {
		try {
			Role given = role(role);
			List<String> own = colleges(visitor, college, given);
			Optional<String> word = this.accounts.add(username.strip(), given, visitor.reach().school(), own,
					Optional.empty(), visitor.actor());
			return shown(request, new OneTime(username.strip(), word.orElseThrow()));
		}
		catch (AccountFailure ex) {
			return again(visitor, model, Map.of(ex.field(), sentence(visitor, ex, username.strip())), username, role,
					college);
		}
		catch (PortalFailure ex) {
			return again(visitor, model, Map.of(ex.field(), ex.sentence(visitor.messages())), username, role, college);
		}
	}

	/** Names are unique over all schools; whose a name is only its own school learns. */
	private String sentence(Visitor visitor, AccountFailure failure, String name) {
		Optional<Account> taken = this.accounts.find(name).filter((account) -> !visitor.reach().owns(account));
		return taken.isPresent() ? visitor.messages().get("office.users.taken", name, visitor.reach().school())
				: failure.sentence(visitor.messages());
	}

	@PostMapping("/users/{name}/change")
	ResponseEntity<Void> change(Visitor visitor, @PathVariable String name,
			@RequestParam(defaultValue = "") String role, @RequestParam(required = false) List<String> college) {
		Account account = other(visitor, name);
		Role given = role(role);
		this.accounts.change(name, given, account.school(), colleges(visitor, college, given), visitor.actor());
		return Redirect.to("/users");
	}

	@PostMapping("/users/{name}/password")
	ResponseEntity<String> password(Visitor visitor, @PathVariable String name, HttpServletRequest request) {
		find(visitor, name);
		return shown(request,
				new OneTime(name, this.accounts.password(name, Optional.empty(), visitor.actor()).orElseThrow()));
	}

	@PostMapping("/users/{name}/disable")
	ResponseEntity<Void> disable(Visitor visitor, @PathVariable String name) {
		other(visitor, name);
		this.accounts.disable(name, true, visitor.actor());
		return Redirect.to("/users");
	}

	@PostMapping("/users/{name}/enable")
	ResponseEntity<Void> enable(Visitor visitor, @PathVariable String name) {
		find(visitor, name);
		this.accounts.disable(name, false, visitor.actor());
		return Redirect.to("/users");
	}

	/** Another school's accounts are as if there were none. */
	private Account find(Visitor visitor, String name) {
		return this.accounts.find(name).filter(visitor.reach()::owns).orElseThrow(PortalFailure::missing);
	}

	/** Nobody takes away his own rights: somebody must be left who can give them back. */
	private Account other(Visitor visitor, String name) {
		Account account = find(visitor, name);
		if (account.name().equals(visitor.name())) {
			throw PortalFailure.conflict("office.users.own");
		}
		return account;
	}

	private static Role role(String word) {
		return ROLES.stream()
			.filter((role) -> role.word().equals(word))
			.findFirst()
			.orElseThrow(() -> PortalFailure.wrong("role", "office.users.role"));
	}

	/** Official names of colleges of any campaign of the school. */
	private List<String> colleges(Visitor visitor, List<String> written, Role role) {
		List<String> wanted = Stream.ofNullable(written).flatMap(List::stream).filter((one) -> !one.isBlank()).toList();
		if ((role == Role.COLLEGE) == wanted.isEmpty()) {
			throw PortalFailure.wrong("college",
					(role == Role.COLLEGE) ? "office.users.college.none" : "office.users.college.only");
		}
		List<String> known = known(visitor);
		if (!known.containsAll(wanted)) {
			throw PortalFailure.wrong("college", "office.users.college.unknown");
		}
		return wanted.stream().distinct().toList();
	}

	private List<String> known(Visitor visitor) {
		return this.places.all(visitor)
			.stream()
			.flatMap((place) -> place.job().colleges().all().stream())
			.map(College::name)
			.distinct()
			.toList();
	}

	/**
	 * The answer itself holds the password for programs, the page that it leads to for
	 * people.
	 */
	private static ResponseEntity<String> shown(HttpServletRequest request, OneTime once) {
		return ResponseEntity.status(HttpStatus.SEE_OTHER)
			.header(HttpHeaders.LOCATION, "/users")
			.header(HttpHeaders.SET_COOKIE, cookie(request, once.text(), SOON))
			.contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
			.body(once.password());
	}

	private static String cookie(HttpServletRequest request, String text, Duration kept) {
		return ResponseCookie.from(ONCE, text)
			.path("/users")
			.maxAge(kept)
			.httpOnly(true)
			.sameSite("Strict")
			.secure(request.isSecure())
			.build()
			.toString();
	}

	private ModelAndView again(Visitor visitor, Model model, Map<String, String> errors, String username, String role,
			List<String> colleges) {
		Map<String, Object> typed = new HashMap<>();
		typed.put("username", username);
		typed.put("role", role);
		typed.put("college", Stream.ofNullable(colleges).flatMap(List::stream).toList());
		return new ModelAndView(page(visitor, model, errors, typed), model.asMap(), HttpStatus.BAD_REQUEST);
	}

	private String page(Visitor visitor, Model model, Map<String, String> errors, Map<String, Object> typed) {
		model.addAttribute("accounts", this.accounts.all().stream().filter(visitor.reach()::owns).toList());
		model.addAttribute("colleges", known(visitor));
		model.addAttribute("roles", ROLES.stream().map(Role::word).toList());
		model.addAttribute("errors", errors);
		model.addAttribute("typed", typed);
		return "office/users";
	}

}
