package io.rollcall.nightly;

/** Something that every process which serves looks after every few seconds. */
@FunctionalInterface
public interface Beat {

	/** Looks after it; comes again in a few seconds, so it must not take long. */
	void beat();

}
