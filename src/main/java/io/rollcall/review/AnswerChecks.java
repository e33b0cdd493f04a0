package io.rollcall.review;

import java.time.LocalDate;

import io.rollcall.text.Messages;

/**
 * What answers are held against.
 *
 * @param sentences makes refusals
 * @param values tells which values can be right
 * @param today the business date
 */
record AnswerChecks(Sentences sentences, PossibleValues values, LocalDate today) {

	Messages messages() {
		return this.sentences.messages();
	}

}
