package io.rollcall.portal;

import java.time.InstantSource;
import java.util.List;

import io.rollcall.access.Accounts.Account;
import io.rollcall.access.AuditLog;
import io.rollcall.portal.SignedIn.Way;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

/** The sessions of people who are signed in. */
public final class Sessions {

	private final FindByIndexNameSessionRepository<? extends Session> repository;

	private final AuditLog audit;

	private final InstantSource clock;

	Sessions(FindByIndexNameSessionRepository<? extends Session> repository, AuditLog audit, InstantSource clock) {
		this.repository = repository;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Begins a session of somebody who was found to be let in. Nothing of the stranger's
	 * session is in it, neither its number nor its token.
	 * @param request the request that signs in
	 * @param account who
	 * @param way how
	 */
	public void begin(HttpServletRequest request, Account account, Way way) {
		HttpSession before = request.getSession(false);
		if (before != null) {
			before.invalidate();
		}
		hold(request, account, way);
	}

	/** Lets this session outlive a change of its own account; the others end by it. */
	void renew(HttpServletRequest request, Account account) {
		Way way = way();
		request.changeSessionId();
		hold(request, account, way);
	}

	private static Way way() {
		return SignedIn.of(SecurityContextHolder.getContext().getAuthentication())
			.map(SignedIn::way)
			.orElse(Way.PASSWORD);
	}

	private void hold(HttpServletRequest request, Account account, Way way) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
				new SignedIn(account.name(), account.version(), this.clock.instant(), way), null, List.of()));
		SecurityContextHolder.setContext(context);
		request.getSession().setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
	}

	/**
	 * Ends one session, whoever's it is.
	 * @param id its number
	 */
	public void end(String id) {
		this.repository.deleteById(id);
	}

	/**
	 * Signs out, here or wherever the account is signed in.
	 * @return the word of the way by which it was signed in here
	 */
	String end(HttpServletRequest request, Visitor visitor, boolean everywhere) {
		if (everywhere) {
			this.repository.findByPrincipalName(visitor.name()).keySet().forEach(this.repository::deleteById);
		}
		String way = way().word();
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
		SecurityContextHolder.clearContext();
		this.audit.write(visitor.actor(), "sign-out", "", "", everywhere ? "everywhere" : "", "done");
		return way;
	}

}
