package io.rollcall.run;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a run as people write it: {@code <date>-<n>} or
 * {@code <campaign>/<date>-<n>}.
 *
 * @param campaign the campaign, or empty when it was not named
 * @param date the business date
 * @param number the run's number on that date, from 1
 */
public record RunRef(Optional<String> campaign, LocalDate date, int number) {

	private static final Pattern FORM = Pattern.compile("(?:(.+)/)?(\\d{4}-\\d{2}-\\d{2})-(\\d{1,6})");

	/**
	 * Reads a run's name.
	 * @param text what somebody wrote
	 * @return the name, or empty when it has another form
	 */
	public static Optional<RunRef> parse(String text) {
		Matcher matcher = FORM.matcher(text.strip());
		if (!matcher.matches()) {
			return Optional.empty();
		}
		try {
			return Optional.of(new RunRef(Optional.ofNullable(matcher.group(1)), LocalDate.parse(matcher.group(2)),
					Integer.parseInt(matcher.group(3))));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	@Override
	public String toString() {
		return this.campaign.map((name) -> name + "/").orElse("") + this.date + "-" + this.number;
	}

}
