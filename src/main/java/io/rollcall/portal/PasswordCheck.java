package io.rollcall.portal;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import io.rollcall.access.Accounts.Account;
import io.rollcall.access.Accounts;
import io.rollcall.portal.SignedIn.Way;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Signs in with a local account's password. Why somebody is not let in is not told. */
final class PasswordCheck implements AuthenticationProvider {

	private final Accounts accounts;

	private final InstantSource clock;

	private final SignInPace pace;

	PasswordCheck(Accounts accounts, InstantSource clock, SignInPace pace) {
		this.accounts = accounts;
		this.clock = clock;
		this.pace = pace;
	}

	@Override
	public Authentication authenticate(Authentication asked) {
		String address = (asked.getDetails() instanceof WebAuthenticationDetails details) ? details.getRemoteAddress()
				: "";
		AtomicReference<Account> account = new AtomicReference<>();
		this.pace.take(address, asked.getName(), () -> {
			Optional<Account> found = this.accounts.signIn(asked.getName(), String.valueOf(asked.getCredentials()),
					address);
			found.ifPresent(account::set);
			return found.isPresent();
		});
		return Optional.ofNullable(account.get())
			.map((found) -> new SignedIn(found.name(), found.version(), this.clock.instant(), Way.PASSWORD))
			.map((known) -> UsernamePasswordAuthenticationToken.authenticated(known, null, List.of()))
			.orElseThrow(() -> new BadCredentialsException("refused"));
	}

	@Override
	public boolean supports(Class<?> type) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
	}

}
