package io.rollcall.portal;

import java.time.InstantSource;

import io.rollcall.access.Accounts.Account;
import io.rollcall.access.AuditLog;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import java.util.List;

/** The sessions of people who are signed in. */
final class Sessions {

	private final FindByIndexNameSessionRepository<? extends Session> repository;

	private final AuditLog audit;

	private final InstantSource clock;

	Sessions(FindByIndexNameSessionRepository<? extends Session> repository, AuditLog audit, InstantSource clock) {
		this.repository = repository;
		this.audit = audit;
		this.clock = clock;
	}

	/** Lets this session outlive a change of its own account; the others end by it. */
	void renew(HttpServletRequest request, Account account) {
		SecurityContext context = SecurityContextHolder.createEmptyContext();
		context.setAuthentication(UsernamePasswordAuthenticationToken
			.authenticated(new SignedIn(account.name(), account.version(), this.clock.instant()), null, List.of()));
		SecurityContextHolder.setContext(context);
		request.changeSessionId();
		request.getSession().setAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY, context);
	}

	/** Signs out, here or wherever the account is signed in. */
	void end(HttpServletRequest request, Visitor visitor, boolean everywhere) {
		if (everywhere) {
			this.repository.findByPrincipalName(visitor.name()).keySet().forEach(this.repository::deleteById);
		}
		HttpSession session = request.getSession(false);
		if (session != null) {
			session.invalidate();
		}
		SecurityContextHolder.clearContext();
		this.audit.write(visitor.actor(), "sign-out", "", "", everywhere ? "everywhere" : "", "done");
	}

}
