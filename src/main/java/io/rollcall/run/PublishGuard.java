package io.rollcall.run;

/** Asked right before reports are moved into place, which cannot be undone. */
@FunctionalInterface
public interface PublishGuard {

	/** Lets every run publish. */
	PublishGuard NONE = () -> {
	};

	/**
	 * Makes sure that this process still has the right to publish.
	 * @throws RunFailure when it has not; nothing is published then
	 */
	void check();

}
