package io.rollcall.setup;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

import io.rollcall.campaign.SourceRole;

/**
 * Spellings that seem to mean one college.
 *
 * @param name the name that is proposed as the official one
 * @param known the campaign's own name for it, empty for a new college
 * @param code the code by which a source calls it, empty for none
 * @param spellings the other spellings, each with the reason why it belongs here
 * @param counts in which sources each spelling stands, and how often
 */
record CollegeGroup(String name, Optional<String> known, Optional<String> code, SortedMap<String, Reason> spellings,
		Map<String, Map<SourceRole, Integer>> counts) {

	/**
	 * Why a spelling belongs to a college.
	 *
	 * @param key the key of the sentence
	 * @param other the spelling that it was found by
	 * @param same how many of the students or rows agree
	 * @param of of how many
	 */
	record Reason(String key, String other, int same, int of) {
	}

	/** The spellings that a job file names as aliases. */
	List<String> aliases() {
		return this.spellings.keySet().stream().filter((spelling) -> !this.code.equals(Optional.of(spelling))).toList();
	}

	/** The rows of a spelling in all sources. */
	int rows(String spelling) {
		return this.counts.getOrDefault(spelling, Map.of()).values().stream().mapToInt(Integer::intValue).sum();
	}

	/** The rows of all spellings in all sources. */
	int rows() {
		return this.counts.keySet().stream().mapToInt(this::rows).sum();
	}

}
