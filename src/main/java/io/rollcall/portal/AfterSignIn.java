package io.rollcall.portal;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;

/** Leads to the page asked for before, else to the beginning. */
final class AfterSignIn implements AuthenticationSuccessHandler {

	private final AskedPage asked;

	AfterSignIn(AskedPage asked) {
		this.asked = asked;
	}

	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		response.sendRedirect(this.asked.take(request, response));
	}

}
