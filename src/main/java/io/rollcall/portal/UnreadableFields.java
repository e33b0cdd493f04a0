package io.rollcall.portal;

import java.io.IOException;

import io.rollcall.access.AuditLog;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses fields that cannot be read. The server's own message quotes what was typed,
 * which may name a person, so it must not get as far as the log.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnreadableFields extends OncePerRequestFilter {

	private final AuditLog audit;

	UnreadableFields(AuditLog audit) {
		this.audit = audit;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		try {
			chain.doFilter(request, response);
		}
		catch (InvalidParameterException ex) {
			refuse(request, response, ex);
		}
		catch (ServletException ex) {
			if (!(ex.getRootCause() instanceof InvalidParameterException unreadable)) {
				throw ex;
			}
			refuse(request, response, unreadable);
		}
	}

	/** The role is judged before the fields. */
	private void refuse(HttpServletRequest request, HttpServletResponse response, InvalidParameterException unreadable)
			throws IOException {
		String path = AccountFilter.path(request);
		if (request.getAttribute(Visitor.ATTRIBUTE) instanceof Visitor visitor
				&& !Addresses.allows(path, request.getMethod(), visitor.role())) {
			this.audit.write(visitor.actor(), "refused", "", "",
					request.getMethod() + " " + Addresses.name(path).orElse("-"), "role");
			response.sendError(HttpStatus.FORBIDDEN.value());
		}
		else {
			response.sendError(unreadable.getErrorCode());
		}
	}

}
