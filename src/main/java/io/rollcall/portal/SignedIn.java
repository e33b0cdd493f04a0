package io.rollcall.portal;

import java.io.Serializable;
import java.security.Principal;
import java.time.Instant;

/**
 * What a session keeps of who signed in; everything else is looked up at each request, so
 * that a changed account holds at once.
 *
 * @param name the account
 * @param version the account's version then; a session of another version has ended
 * @param at when, for the longest time that a session lasts
 */
record SignedIn(String name, long version, Instant at) implements Principal, Serializable {

	@Override
	public String getName() {
		return this.name;
	}

}
