package io.rollcall.portal;

import java.io.Serializable;
import java.security.Principal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

import org.springframework.security.core.Authentication;

/**
 * What a session keeps of who signed in; everything else is looked up at each request, so
 * that a changed account holds at once.
 *
 * @param name the account
 * @param version the account's version then; a session of another version has ended
 * @param at when, for the longest time that a session lasts
 * @param way how
 */
public record SignedIn(String name, long version, Instant at, Way way) implements Principal, Serializable {

	/** How somebody signed in. */
	public enum Way {

		/** With a local account's password. */
		PASSWORD,
		/** By a provider of OpenID Connect. */
		OIDC,
		/** By a CAS server. */
		CAS;

		/**
		 * The word that addresses and the audit log use.
		 * @return the word
		 */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/** Who is signed in, as the session has it; he may have ceased to be let in. */
	static Optional<SignedIn> of(Authentication authentication) {
		return (authentication != null && authentication.getPrincipal() instanceof SignedIn known) ? Optional.of(known)
				: Optional.empty();
	}

	@Override
	public String getName() {
		return this.name;
	}

}
