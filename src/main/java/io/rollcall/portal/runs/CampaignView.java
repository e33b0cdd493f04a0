package io.rollcall.portal.runs;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.rollcall.desk.CampaignBoard;
import io.rollcall.desk.RunBoard;
import io.rollcall.nightly.NightBoard;

/**
 * What a campaign's page shows.
 *
 * @param today today, where the campaign is
 * @param verdict whether the last run was good, in a sentence
 * @param tone where that is between good and bad
 * @param last the run that ended last
 * @param current the run at work
 * @param cutOff whether nobody works on it
 * @param attention the runs that somebody has to do something about
 * @param counts findings by severity, of the last published run
 * @param published the last published run
 * @param line the waiting runs
 * @param schedule the schedule
 * @param usual how long a run usually takes in seconds
 * @param progress the league table and the trends; empty for whom they are not meant, and
 * before there is a published run
 * @param wrong what is wrong with job files, by file name
 * @param startable whether a new run can be asked for
 */
public record CampaignView(LocalDate today, String verdict, String tone, Optional<RunBoard.Line> last,
		Optional<RunBoard.Line> current, boolean cutOff, List<RunBoard.Line> attention, List<Count> counts,
		Optional<RunBoard.Line> published, List<NightBoard.Waiting> line, NightBoard.Schedule schedule,
		Optional<Long> usual, Optional<Progress> progress, Map<String, String> wrong, boolean startable) {

	/**
	 * A number of findings.
	 *
	 * @param severity E, W or I
	 * @param now after the night
	 * @param change against the night before, empty when there was none
	 */
	public record Count(String severity, long now, Optional<Long> change) {
	}

	/**
	 * How far the campaign has come.
	 *
	 * @param league the league table
	 * @param overdue whether the colleges' last day has passed
	 * @param nights the nights, the oldest first
	 * @param cases open cases over the nights
	 * @param rate the self-check rate over the nights, empty when no source tells it
	 */
	public record Progress(CampaignBoard.League league, boolean overdue, List<CampaignBoard.Night> nights,
			LineChart cases, Optional<LineChart> rate) {
	}

}
