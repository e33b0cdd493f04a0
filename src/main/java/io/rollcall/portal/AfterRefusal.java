package io.rollcall.portal;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads back to the form: whatever was wrong looks the same, but that nobody looked. */
final class AfterRefusal implements AuthenticationFailureHandler {

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException refused) throws IOException {
		response.sendRedirect((refused instanceof SignInPace.Busy) ? "/login?told=busy" : "/login?error");
	}

}
