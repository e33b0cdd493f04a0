package io.rollcall.portal.sso;

import java.util.Optional;

import io.rollcall.portal.SignInWay;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/** What a protocol of single sign-on does. */
interface SignOnWay extends SignInWay {

	/**
	 * Somebody of whom the provider says who he is.
	 *
	 * @param number the staff number
	 * @param proof what the provider calls this sign-on when it is to end: an ID token or
	 * a ticket
	 */
	record Vouched(String number, String proof) {
	}

	/** Begins in this browser: the provider's page to go to. */
	String begin(HttpServletRequest request, HttpServletResponse response) throws SignOnFailure;

	/** Who comes back from there. */
	Vouched vouch(HttpServletRequest request, HttpServletResponse response) throws SignOnFailure;

	/** Keeps what the end of this sign-on will need, once the session has begun. */
	void keep(Vouched vouched, HttpServletRequest request, HttpServletResponse response);

	/** The provider's page that signs out there; empty when it has none. */
	Optional<String> leave(HttpServletRequest request, HttpServletResponse response);

}
