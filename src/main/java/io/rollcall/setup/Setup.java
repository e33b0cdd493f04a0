package io.rollcall.setup;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

import io.rollcall.campaign.Campaign;
import io.rollcall.text.Messages;

/**
 * Looks at a folder of exports and proposes a job file, or what an existing one lacks.
 * Files are opened for reading only.
 */
public final class Setup {

	/** As long as the self-check of 2020 was open for. */
	private static final int USUAL_DAYS = 16;

	private static final String NO_CODE = "00000";

	private final Exports exports;

	private final Messages messages;

	private final LocalDate today;

	private Setup(Exports exports, Messages messages, LocalDate today) {
		this.exports = exports;
		this.messages = messages;
		this.today = today;
	}

	/**
	 * Looks at a folder.
	 * @param folder the folder
	 * @param known the campaign whose job file is there already, empty before there is
	 * one
	 * @param messages the texts in the reader's language
	 * @param today the day by which dates are judged
	 * @param reading is told the path of each file, every time that one is read
	 * @return what was found
	 */
	public static Setup look(Path folder, Optional<Campaign> known, Messages messages, LocalDate today,
			Consumer<String> reading) {
		return new Setup(new Look(folder, known, messages, today, reading).exports(), messages, today);
	}

	/**
	 * Whether no file can be used.
	 * @return true when there is nothing to begin with
	 */
	public boolean isEmpty() {
		return this.exports.roles().isEmpty();
	}

	/**
	 * What was found, for people: each file with its role and why, school, cohort,
	 * colleges, headers, codes, and what cannot be used. Without personal data.
	 * @return the lines
	 */
	public List<String> told() {
		return new Told(this.exports, this.messages).lines();
	}

	/**
	 * What the files leave open, so that somebody should be asked.
	 * @return the questions, in the order in which they are asked
	 */
	public Set<Question> open() {
		Set<Question> open = EnumSet.of(Question.START, Question.DEADLINE);
		if (this.exports.schoolCode().isEmpty()) {
			open.add(Question.SCHOOL_CODE);
		}
		if (this.exports.schoolName().isEmpty()) {
			open.add(Question.SCHOOL_NAME);
		}
		if (this.exports.cohort().isEmpty()) {
			open.add(Question.COHORT);
		}
		return open;
	}

	/**
	 * What the files tell, and plain defaults for the rest: this year, and a self-check
	 * that is open now.
	 * @return the answers when nobody is asked
	 */
	public Answers answers() {
		int cohort = this.exports.cohort().map(Cohort::year).orElse(this.today.getYear());
		LocalDate start = this.exports.firstLook(cohort).filter((day) -> !day.isAfter(this.today)).orElse(this.today);
		LocalDate later = start.plusDays(USUAL_DAYS);
		return new Answers(this.exports.schoolCode().map(Exports.Stated::value).orElse(NO_CODE),
				this.exports.schoolName()
					.map(Exports.Stated::value)
					.orElseGet(() -> this.messages.get("setup.yaml.schoolName")),
				cohort, start, later.isBefore(this.today) ? this.today.plusDays(USUAL_DAYS) : later);
	}

	/**
	 * Writes the job file.
	 * @param campaign the campaign's name
	 * @param answers what files do not tell
	 * @param open what nobody has answered
	 * @return YAML that runs as it is
	 */
	public String jobFile(String campaign, Answers answers, Set<Question> open) {
		return new JobText(this.exports, this.messages).of(campaign, answers, open);
	}

	/**
	 * Reads the files by a job file, as a run would.
	 * @param campaign what the job file says
	 * @param reading is told the path of each file
	 * @return a line for each file: what a run would read and refuse
	 */
	public List<String> tried(Campaign campaign, Consumer<String> reading) {
		return new TrialReading(this.exports, campaign, this.messages, this.today, reading).lines();
	}

	/**
	 * What an existing job file lacks.
	 * @param jobFile its text; what stands there as a comment was proposed before
	 * @return lines for people and lines to paste; empty when it lacks nothing
	 */
	public List<String> news(String jobFile) {
		return new News(this.exports, jobFile, this.messages).lines();
	}

	/**
	 * Whether at least two sources can be compared.
	 * @return false when a run would compare nothing
	 */
	public boolean isComparable() {
		return this.exports.isComparable();
	}

	/**
	 * The files that cannot be used.
	 * @return one sentence each
	 */
	public List<String> troubles() {
		return this.exports.troubles()
			.entrySet()
			.stream()
			.map((entry) -> this.messages.get("setup.told.trouble", entry.getKey(), entry.getValue()))
			.toList();
	}

}
