package io.rollcall.setup;

import java.util.List;

import io.rollcall.campaign.Role;

/**
 * Which role a file seems to be.
 *
 * @param role the role
 * @param reasons why, as sentences for people
 * @param others roles that it may be as well, the likeliest first
 * @param given whether its folder or the job file says so
 */
record RoleGuess(Role role, List<String> reasons, List<Role> others, boolean given) {

	RoleGuess {
		reasons = List.copyOf(reasons);
		others = List.copyOf(others);
	}

}
