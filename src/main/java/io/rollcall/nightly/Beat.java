package io.rollcall.nightly;

/** Something that every process which serves looks after every few seconds. */
@FunctionalInterface
interface Beat {

	void beat();

}
