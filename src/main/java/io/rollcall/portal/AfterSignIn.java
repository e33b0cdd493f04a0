package io.rollcall.portal;

import java.io.IOException;
import java.net.URI;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/**
 * Leads to the page asked for before, else to the beginning. Only path and query of it
 * count: what the browser sent along may name another host.
 */
final class AfterSignIn implements AuthenticationSuccessHandler {

	private final RequestCache asked;

	AfterSignIn(RequestCache asked) {
		this.asked = asked;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		String page = Optional.ofNullable(this.asked.getRequest(request, response))
			.map(SavedRequest::getRedirectUrl)
			.flatMap(AfterSignIn::local)
			.orElse("/");
		this.asked.removeRequest(request, response);
		response.sendRedirect(page);
	}

	private static Optional<String> local(String address) {
		try {
			URI uri = URI.create(address);
			String path = Optional.ofNullable(uri.getRawPath()).orElse("/");
			String query = (uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : "";
			return path.startsWith("/") && !path.startsWith("//") ? Optional.of(path + query) : Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

}
