package io.rollcall.portal.sso;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import io.rollcall.access.Accounts.Account;
import io.rollcall.access.Accounts;
import io.rollcall.access.AuditLog.Actor;
import io.rollcall.access.AuditLog;
import io.rollcall.portal.AskedPage;
import io.rollcall.portal.Sessions;
import io.rollcall.portal.Visitor;
import io.rollcall.portal.sso.SignOnFailure.Kind;
import io.rollcall.portal.sso.SignOnWay.Vouched;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where single sign-on begins, comes back to and ends. A way that is not set up leads to
 * the sign-in page.
 */
@Controller
class SignOnPages {

	private static final String LOGIN = "/login";

	private final List<SignOnWay> ways;

	private final Optional<CasTickets> tickets;

	private final Accounts accounts;

	private final Sessions sessions;

	private final AskedPage asked;

	private final AuditLog audit;

	SignOnPages(List<SignOnWay> ways, Optional<CasTickets> tickets, Accounts accounts, Sessions sessions,
			AskedPage asked, AuditLog audit) {
		this.ways = ways;
		this.tickets = tickets;
		this.accounts = accounts;
		this.sessions = sessions;
		this.asked = asked;
		this.audit = audit;
	}

	@GetMapping({ "/login/oidc", "/login/cas" })
	void begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
		Optional<SignOnWay> way = way(request);
		if (way.isEmpty()) {
			response.sendRedirect(LOGIN);
			return;
		}
		try {
			response.sendRedirect(way.get().begin(request, response));
		}
		catch (SignOnFailure ex) {
			response.sendRedirect(told(ex.kind().word()));
		}
	}

	@GetMapping({ "/login/oidc/back", "/login/cas/back" })
	void back(Visitor visitor, HttpServletRequest request, HttpServletResponse response) throws IOException {
		Optional<SignOnWay> way = way(request);
		if (way.isEmpty()) {
			response.sendRedirect(LOGIN);
			return;
		}
		try {
			Vouched vouched = way.get().vouch(request, response);
			response.sendRedirect(letIn(way.get(), vouched, request, response));
		}
		catch (SignOnFailure ex) {
			if (ex.kind() != Kind.STRAY) {
				this.audit.write(new Actor("", "", request.getRemoteAddr()), "sign-in", "", "", way.get().word(),
						ex.kind().word());
			}
			// Whoever turned back a page is signed in already.
			response.sendRedirect((visitor != null && ex.kind() == Kind.STRAY) ? "/" : told(ex.kind().word()));
		}
	}

	private String letIn(SignOnWay way, Vouched vouched, HttpServletRequest request, HttpServletResponse response) {
		Optional<Account> account = this.accounts.signOn(vouched.number(), way.word(), request.getRemoteAddr());
		if (account.isEmpty()) {
			return told("refused");
		}
		this.sessions.begin(request, account.get(), way.way());
		way.keep(vouched, request, response);
		return this.asked.take(request, response);
	}

	/**
	 * Signing out here has led to this page of its own, and it leads on by itself: from
	 * the answer to a form browsers are not led to another host.
	 */
	@GetMapping({ "/login/oidc/out", "/login/cas/out" })
	String out(Visitor visitor, HttpServletRequest request, HttpServletResponse response, Model model) {
		Optional<SignOnWay> way = way(request);
		if (visitor != null || way.isEmpty()) {
			return "redirect:" + ((visitor != null) ? "/" : LOGIN);
		}
		Optional<String> there = way.get().leave(request, response);
		if (there.isEmpty()) {
			return "redirect:" + LOGIN;
		}
		response.setHeader("Refresh", "0;url=" + there.get());
		model.addAttribute("there", there.get());
		return "signed-out";
	}

	/** A CAS server says that somebody signed out there; it learns nothing by it. */
	@PostMapping("/login/cas/back")
	void ended(@RequestParam(defaultValue = "") String logoutRequest, HttpServletRequest request,
			HttpServletResponse response) {
		this.tickets.ifPresent((known) -> known.end(logoutRequest, request.getRemoteAddr()));
		response.setStatus(HttpServletResponse.SC_OK);
	}

	private Optional<SignOnWay> way(HttpServletRequest request) {
		String path = request.getRequestURI();
		return this.ways.stream()
			.filter((way) -> path.equals(way.path()) || path.startsWith(way.path() + "/"))
			.findFirst();
	}

	private static String told(String word) {
		return LOGIN + "?told=" + word;
	}

}
