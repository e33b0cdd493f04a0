package io.rollcall.review;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * For which campaign workbooks are read.
 *
 * @param campaign the campaign's name
 * @param today the business date; no answer can be from later
 * @param seal makes of a text a seal that only this installation can make: the same that
 * the workbooks were written with
 * @param password opens the campaign's workbooks; empty when they have none
 * @param temporary an existing folder that only this account may enter; a workbook with a
 * password lies there in clear while it is being read
 */
public record ReviewSettings(String campaign, LocalDate today, UnaryOperator<String> seal, Optional<String> password,
		Path temporary) {

	public ReviewSettings {
		Objects.requireNonNull(campaign);
		Objects.requireNonNull(today);
		Objects.requireNonNull(seal);
		Objects.requireNonNull(password);
		Objects.requireNonNull(temporary);
	}

	/** The campaign only: a password belongs in no log. */
	@Override
	public String toString() {
		return this.campaign + " " + this.today;
	}

}
