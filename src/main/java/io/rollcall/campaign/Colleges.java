package io.rollcall.campaign;

import java.util.List;
import java.util.Optional;

/** The colleges of a campaign, found by any of their names. */
public final class Colleges {

	private final List<College> all;

	/**
	 * The colleges of a campaign.
	 * @param all the colleges in the order of the reports
	 */
	public Colleges(List<College> all) {
		this.all = List.copyOf(all);
	}

	/**
	 * Every college.
	 * @return the colleges in the order of the job file
	 */
	public List<College> all() {
		return this.all;
	}

	/**
	 * Finds the college that a source means.
	 * @param raw the cell's text
	 * @return how it was found, and which college it is
	 */
	public Resolution resolve(String raw) {
		throw new UnsupportedOperationException();
	}

	/**
	 * What a source's text for a college means.
	 *
	 * @param how how it was found
	 * @param college the official name, empty when unknown
	 */
	public record Resolution(How how, Optional<String> college) {
	}

	/** How a college was found. */
	public enum How {

		/** The official name. */
		EXACT,
		/** An alias or the college's code. */
		ALIAS,
		/** The official name or an alias, cut off at the field's width. */
		TRUNCATED,
		/** No college of the campaign, or more than one. */
		UNKNOWN

	}

}
