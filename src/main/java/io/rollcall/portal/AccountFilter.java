package io.rollcall.portal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import io.rollcall.access.Accounts.Account;
import io.rollcall.access.Accounts;
import io.rollcall.access.Reach;
import io.rollcall.portal.SignedIn.Way;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who it is, before anything else is judged: strangers are led to the sign-in, an account
 * with a one-time password to the page that changes it. An account is looked up at each
 * request, so that what was changed or shut holds at once.
 */
final class AccountFilter extends OncePerRequestFilter {

	private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

	private static final String PASSWORD = "/account/password";

	private final Accounts accounts;

	private final Function<Account, Reach> reach;

	private final Languages languages;

	private final AskedPage asked;

	private final InstantSource clock;

	private final Duration longest;

	AccountFilter(Accounts accounts, Function<Account, Reach> reach, Languages languages, AskedPage asked,
			InstantSource clock, Duration longest) {
		this.accounts = accounts;
		this.reach = reach;
		this.languages = languages;
		this.asked = asked;
		this.clock = clock;
		this.longest = longest;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<Account> account = account(request);
		boolean open = Addresses.isOpen(path(request));
		request.setAttribute(Frame.ATTRIBUTE, new Frame(request, this.languages.of(request, account)));
		account.ifPresent((known) -> request.setAttribute(Visitor.ATTRIBUTE, visitor(request, known)));
		if (account.isEmpty() && !open) {
			if (request.getMethod().equals("GET")) {
				this.asked.keep(request, response);
			}
			response.sendRedirect("/login");
		}
		else if (!METHODS.contains(request.getMethod())) {
			response.setHeader(HttpHeaders.ALLOW, "GET, HEAD, POST");
			response.sendError(HttpStatus.METHOD_NOT_ALLOWED.value());
		}
		else if (account.filter(AccountFilter::mustChange).isPresent() && !open && !path(request).equals(PASSWORD)) {
			changeFirst(request, response);
		}
		else {
			chain.doFilter(request, response);
		}
	}

	/**
	 * The path as it came. The table decodes it segment by segment exactly as the
	 * handlers' mapping does.
	 */
	static String path(HttpServletRequest request) {
		return request.getRequestURI();
	}

	private static void changeFirst(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (request.getMethod().equals("POST")) {
			response.sendError(HttpStatus.FORBIDDEN.value());
		}
		else {
			response.sendRedirect(PASSWORD);
		}
	}

	private Visitor visitor(HttpServletRequest request, Account account) {
		return new Visitor(account.name(), account.role(), account.colleges(), this.reach.apply(account),
				request.getRemoteAddr(), this.languages.of(request, Optional.of(account)));
	}

	/** The account that is signed in; what is signed in no longer is signed out. */
	private Optional<Account> account(HttpServletRequest request) {
		Optional<SignedIn> signedIn = signedIn();
		if (signedIn.isEmpty()) {
			return Optional.empty();
		}
		SignedIn known = signedIn.get();
		Optional<Account> account = this.accounts.find(known.name())
			.filter((found) -> !found.disabled() && found.version() == known.version())
			.filter((found) -> known.at().plus(this.longest).isAfter(now()));
		if (account.isEmpty()) {
			HttpSession session = request.getSession(false);
			if (session != null) {
				session.invalidate();
			}
			SecurityContextHolder.clearContext();
		}
		return account;
	}

	private static Optional<SignedIn> signedIn() {
		return SignedIn.of(SecurityContextHolder.getContext().getAuthentication());
	}

	/** Who came by single sign-on needs no password here, and so not to change one. */
	static boolean mustChange(Account account) {
		return account.oneTime() && signedIn().filter((known) -> known.way() == Way.PASSWORD).isPresent();
	}

	private Instant now() {
		return this.clock.instant();
	}

}
