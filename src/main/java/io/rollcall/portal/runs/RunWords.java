package io.rollcall.portal.runs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.rollcall.campaign.Campaign;
import io.rollcall.catalogue.Catalogue;
import io.rollcall.facts.RunCause.Check;
import io.rollcall.text.Messages;

/**
 * How pages about runs say times, numbers and states.
 *
 * @param messages the texts of the reader's language
 * @param zone where the campaign's hours are those of the clock on the wall
 */
public record RunWords(Messages messages, ZoneId zone) {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

	private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss");

	private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx");

	/** What most schedules say: once a day, at a full minute. */
	private static final Pattern DAILY = Pattern.compile("0+ +(\\d{1,2}) +(\\d{1,2}) +[*?] +[*] +[*?]");

	private static final int SECONDS_OF_A_MINUTE = 60;

	private static final int MINUTES_OF_AN_HOUR = 60;

	static RunWords of(Messages messages, Campaign campaign) {
		return new RunWords(messages, campaign.operation().timeZone());
	}

	/**
	 * A text.
	 * @param key the key
	 * @param arguments what it names
	 * @return the text
	 */
	public String text(String key, Object... arguments) {
		return this.messages.get(key, arguments);
	}

	/**
	 * A word of a list that machines write.
	 * @param area the key up to the word, with the dot
	 * @param word the word
	 * @return the text, or the word where there is none
	 */
	public String word(String area, String word) {
		return this.messages.has(area + word) ? this.messages.get(area + word) : word;
	}

	/**
	 * A moment as the clock on the wall shows it.
	 * @param moment the moment
	 * @return date, hour and minute
	 */
	public String at(Instant moment) {
		return MINUTE.format(moment.atZone(this.zone));
	}

	/**
	 * The same within a day.
	 * @param moment the moment
	 * @return hour, minute and second
	 */
	public String clock(Instant moment) {
		return SECOND.format(moment.atZone(this.zone));
	}

	/**
	 * A moment for machines.
	 * @param moment the moment
	 * @return ISO 8601 with the offset
	 */
	public String iso(Instant moment) {
		return EXACT.format(moment.atZone(this.zone));
	}

	/**
	 * The name of the zone.
	 * @return as people call it, else its identifier
	 */
	public String zoneName() {
		return word("runs.zone.", this.zone.getId());
	}

	/**
	 * A span of time.
	 * @param seconds its length
	 * @return in seconds below a minute, in minutes and seconds below an hour
	 */
	public String span(long seconds) {
		Duration span = Duration.ofSeconds(Math.max(0, seconds));
		if (span.toSeconds() < SECONDS_OF_A_MINUTE) {
			return text("runs.span.seconds", span.toSeconds());
		}
		if (span.toMinutes() < MINUTES_OF_AN_HOUR) {
			return text("runs.span.minutes", span.toMinutes(), span.toSecondsPart());
		}
		return text("runs.span.hours", span.toHours(), span.toMinutesPart());
	}

	/**
	 * A span of time that was measured more exactly.
	 * @param seconds its length
	 * @return as {@link #span(long)}, rounded
	 */
	public String span(BigDecimal seconds) {
		return span(seconds.setScale(0, RoundingMode.HALF_UP).longValueExact());
	}

	/**
	 * About how long something still takes.
	 * @param seconds the estimate
	 * @return rounded, as nobody believes an estimate to the second
	 */
	public String about(long seconds) {
		if (seconds < SECONDS_OF_A_MINUTE) {
			return text("runs.left.less");
		}
		return text("runs.left.minutes", Math.round(seconds / (double) SECONDS_OF_A_MINUTE));
	}

	/**
	 * How long a step took.
	 * @param begun when it began
	 * @param ended when it ended
	 * @return in seconds with a tenth, or as {@link #span}
	 */
	public String took(Instant begun, Instant ended) {
		Duration span = Duration.between(begun, ended);
		return (span.toSeconds() < SECONDS_OF_A_MINUTE)
				? text("runs.span.seconds", BigDecimal.valueOf(span.toMillis(), 3).setScale(1, RoundingMode.HALF_UP))
				: span(span.toSeconds());
	}

	/**
	 * A number with its thousands apart.
	 * @param number the number
	 * @return as it is read
	 */
	public String number(long number) {
		return String.format(Locale.ROOT, "%,d", number);
	}

	/**
	 * A difference with its sign.
	 * @param difference the difference
	 * @return such as +12, −3 or ±0
	 */
	public String change(long difference) {
		String size = number(Math.abs(difference));
		return (difference > 0) ? "+" + size : (difference < 0) ? "−" + size : "±0";
	}

	/**
	 * A share.
	 * @param share 0 to 1
	 * @return as a percentage with a decimal
	 */
	public String percent(BigDecimal share) {
		return share.movePointRight(2).setScale(1, RoundingMode.HALF_UP).toPlainString() + "%";
	}

	/**
	 * A difference of shares.
	 * @param points -1 to 1
	 * @return in points of a hundred with a sign
	 */
	public String points(BigDecimal points) {
		BigDecimal shown = points.movePointRight(2).setScale(1, RoundingMode.HALF_UP);
		String sign = (shown.signum() > 0) ? "+" : (shown.signum() < 0) ? "−" : "±";
		return sign + shown.abs().toPlainString();
	}

	/**
	 * The title of a code.
	 * @param code a code of the catalogue
	 * @return its title, or the code where the catalogue no longer has it
	 */
	public String title(String code) {
		try {
			return Catalogue.shipped().get(code).title(this.messages.locale());
		}
		catch (IllegalArgumentException ex) {
			return code;
		}
	}

	/**
	 * Where a status stands between good and bad.
	 * @param status a run's status, the word of the database
	 * @return {@code ok}, {@code warn}, {@code bad}, {@code info} or {@code quiet}
	 */
	public String tone(String status) {
		return toneOf(status);
	}

	static String toneOf(String status) {
		return switch (status) {
			case "published" -> "ok";
			case "held" -> "warn";
			case "failed" -> "bad";
			case "running", "publishing" -> "info";
			default -> "quiet";
		};
	}

	/**
	 * A figure of the publish gate.
	 * @param check the check
	 * @param value what it measured, or its limit
	 * @return shares as percentages, ages in days, everything else as it is
	 */
	public String figure(Check check, BigDecimal value) {
		return switch (check.check()) {
			case "refused_rows", "lost_rows", "finding_jump" ->
				plain(value.movePointRight(2).setScale(1, RoundingMode.HALF_UP)) + "%";
			case "source_age" -> text("runs.days", plain(value.setScale(1, RoundingMode.HALF_UP)));
			default -> plain(value);
		};
	}

	private static String plain(BigDecimal value) {
		return (value.signum() == 0) ? "0" : value.stripTrailingZeros().toPlainString();
	}

	/**
	 * A schedule.
	 * @param cron the schedule of six fields
	 * @return in words where it is once a day, else as it is written
	 */
	public String schedule(String cron) {
		Matcher daily = DAILY.matcher(cron.strip());
		return daily.matches()
				? text("runs.schedule.daily",
						"%02d:%02d".formatted(Integer.parseInt(daily.group(2)), Integer.parseInt(daily.group(1))))
				: text("runs.schedule.cron", cron);
	}

	/**
	 * How far off a last day is.
	 * @param day the last day
	 * @param today today
	 * @return such as 2020-11-20, 8 days left
	 */
	public String deadline(LocalDate day, LocalDate today) {
		long days = ChronoUnit.DAYS.between(today, day);
		if (days == 0) {
			return text("report.deadline.today", day);
		}
		return (days > 0) ? text("report.deadline.left", day, days) : text("report.deadline.past", day, -days);
	}

	/**
	 * What an error means that ended a run.
	 * @param failure the word for machines
	 * @return a sentence that says what to do
	 */
	public String failure(String failure) {
		String key = "runs.failure." + failure;
		return this.messages.has(key) ? this.messages.get(key) : text("runs.failure.other", failure);
	}

	/**
	 * What a run's exit code means.
	 * @param exit the code
	 * @return in words, empty where there is none
	 */
	public Optional<String> exit(java.util.OptionalInt exit) {
		return exit.isPresent() ? Optional.of(text("runs.exit." + exit.getAsInt())) : Optional.empty();
	}

}
