package io.rollcall.setup;

import java.util.List;

import io.rollcall.campaign.SourceRole;

/**
 * Which role a file seems to be.
 *
 * @param role the role
 * @param reasons why, as sentences for people
 * @param others roles that it may be as well, the likeliest first
 * @param given whether its folder or the job file says so
 */
record RoleGuess(SourceRole role, List<String> reasons, List<SourceRole> others, boolean given) {

	RoleGuess {
		reasons = List.copyOf(reasons);
		others = List.copyOf(others);
	}

}
