package io.rollcall.cli;

/** Wrong usage; the message is one sentence in the user's language. */
final class UsageError extends RuntimeException {

	UsageError(String sentence) {
		super(sentence);
	}

}
