package io.rollcall.portal;

import java.time.InstantSource;
import java.util.List;

import io.rollcall.access.Accounts;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Signs in with a local account's password. Why somebody is not let in is not told. */
final class PasswordCheck implements AuthenticationProvider {

	private final Accounts accounts;

	private final InstantSource clock;

	PasswordCheck(Accounts accounts, InstantSource clock) {
		this.accounts = accounts;
		this.clock = clock;
	}

	@Override
	public Authentication authenticate(Authentication asked) {
		String address = (asked.getDetails() instanceof WebAuthenticationDetails details) ? details.getRemoteAddress()
				: "";
		return this.accounts.signIn(asked.getName(), String.valueOf(asked.getCredentials()), address)
			.map((account) -> new SignedIn(account.name(), account.version(), this.clock.instant()))
			.map((known) -> UsernamePasswordAuthenticationToken.authenticated(known, null, List.of()))
			.orElseThrow(() -> new BadCredentialsException("refused"));
	}

	@Override
	public boolean supports(Class<?> type) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
	}

}
