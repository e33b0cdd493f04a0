package io.rollcall.desk;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rollcall.run.RunRef;

/**
 * What a page had shown when its form was filled in.
 *
 * @param date the business date of the run
 * @param number the run's number on that date
 * @param upto the number of the last answer of any page
 */
record SeenMark(LocalDate date, int number, long upto) {

	private static final Pattern FORM = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9]{1,6})\\.([0-9]{1,18})");

	static Optional<SeenMark> parse(String text) {
		Matcher matcher = FORM.matcher(text);
		return matcher.matches()
				? RunRef.parse(matcher.group(1))
					.map((run) -> new SeenMark(run.date(), run.number(), Long.parseLong(matcher.group(2))))
				: Optional.empty();
	}

}
