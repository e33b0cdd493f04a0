package io.rollcall.portal;

import java.io.IOException;

import io.rollcall.access.AuditLog;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Refuses what has no token or is not for the role, and keeps that it was tried. */
final class Refusals implements AccessDeniedHandler {

	private final AuditLog audit;

	Refusals(AuditLog audit) {
		this.audit = audit;
	}

	@Override
	public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
			throws IOException {
		Visitor visitor = (Visitor) request.getAttribute(Visitor.ATTRIBUTE);
		boolean token = denied instanceof CsrfException;
		boolean mayUse = visitor != null
				&& Addresses.allows(AccountFilter.path(request), request.getMethod(), visitor.role());
		if (token && mayUse && isTooLarge(request)) {
			response.sendError(HttpStatus.CONTENT_TOO_LARGE.value());
			return;
		}
		if (visitor != null) {
			this.audit.write(visitor.actor(), "refused", "", "",
					request.getMethod() + " " + Addresses.name(AccountFilter.path(request)).orElse("-"),
					token ? "token" : "role");
		}
		response.sendError(HttpStatus.FORBIDDEN.value());
	}

	/** The token stands in a body that is not read any further than allowed. */
	private static boolean isTooLarge(HttpServletRequest request) throws IOException {
		String type = request.getContentType();
		if (type == null || !type.toLowerCase(java.util.Locale.ROOT).startsWith("multipart/")) {
			return false;
		}
		try {
			request.getParts();
			return false;
		}
		catch (IllegalStateException ex) {
			return true;
		}
		catch (ServletException ex) {
			return false;
		}
	}

}
