package io.rollcall.portal.runs;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.facts.OutputRow;
import io.rollcall.facts.RowCounts;
import io.rollcall.nightly.RunActions.Action;
import io.rollcall.results.RunStory;
import io.rollcall.results.RunWatch;

/**
 * What a run's page shows.
 *
 * @param story everything about the run
 * @param cutOff whether it looks alive while nobody works on it
 * @param verdict where it stands in a sentence
 * @param tone where that is between good and bad
 * @param progress how it gets on, empty when it ended
 * @param steps its steps
 * @param roles the sources
 * @param codes what was found
 * @param files the input files
 * @param drift what is out of line with the nights before
 * @param usual how long a run usually takes in seconds
 * @param outputs the files for the registrar
 * @param workbooks the colleges' workbooks
 * @param actions what can be done with it
 * @param refusals why other things cannot be done
 * @param sendable corrections to be handed in, by route
 */
public record RunView(RunStory.Story story, boolean cutOff, String verdict, String tone, Optional<Now> progress,
		List<StepRow> steps, List<RoleRow> roles, List<CodeRow> codes, List<FileRow> files, List<String> drift,
		Optional<Long> usual, List<OutputRow> outputs, List<OutputRow> workbooks, List<Action> actions,
		Map<Action, String> refusals, Map<String, Long> sendable) {

	/**
	 * How it gets on.
	 *
	 * @param at the figures
	 * @param title what is being done
	 * @param part how much of it, or empty
	 * @param left about how long it still takes, or empty
	 */
	public record Now(RunWatch.Progress at, String title, String part, String left) {
	}

	/**
	 * A step.
	 *
	 * @param word the word for machines
	 * @param title its name
	 * @param state {@code done}, {@code now}, {@code bad} or empty
	 * @param status where it stands in words
	 * @param begun when it began
	 * @param took how long it took, or empty
	 * @param usual how long it usually takes, or empty
	 */
	public record StepRow(String word, String title, String state, String status, Optional<Instant> begun, String took,
			String usual) {
	}

	/**
	 * A source.
	 *
	 * @param title its name
	 * @param files its files
	 * @param refused its refused files
	 * @param rows its rows
	 */
	public record RoleRow(String title, long files, long refused, RowCounts rows) {
	}

	/**
	 * A kind of findings.
	 *
	 * @param code its code
	 * @param title its title
	 * @param severity E, W or I
	 * @param count how many
	 */
	public record CodeRow(String code, String title, String severity, long count) {
	}

	/**
	 * An input file.
	 *
	 * @param role its source's name
	 * @param name its path, or its number for whom names are not meant
	 * @param status what became of it
	 * @param refused whether that is bad news
	 * @param why the reason, or empty
	 * @param rows its rows
	 */
	public record FileRow(String role, String name, String status, boolean refused, String why, RowCounts rows) {
	}

	/**
	 * Whether something can be done.
	 * @param word the action's word
	 * @return true when there is a button
	 */
	public boolean can(String word) {
		return this.actions.stream().anyMatch((action) -> action.word().equals(word));
	}

}
