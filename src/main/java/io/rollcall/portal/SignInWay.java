package io.rollcall.portal;

import java.util.Optional;

import io.rollcall.portal.SignedIn.Way;

/** A way to sign in that stands beside the form: the school's single sign-on. */
public interface SignInWay {

	/**
	 * Which one it is.
	 * @return the way
	 */
	Way way();

	/**
	 * What people call it.
	 * @return the button's text, empty where nobody gave it a name
	 */
	Optional<String> name();

	/**
	 * Its word in addresses and in the audit log.
	 * @return the word
	 */
	default String word() {
		return way().word();
	}

	/**
	 * Where it begins.
	 * @return a path of this portal
	 */
	default String path() {
		return "/login/" + word();
	}

	/**
	 * Where one goes on after signing out here, to sign out there as well.
	 * @return a path of this portal
	 */
	default String out() {
		return path() + "/out";
	}

}
