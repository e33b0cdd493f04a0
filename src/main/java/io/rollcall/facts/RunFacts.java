package io.rollcall.facts;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What there is to say about a run beside its findings.
 *
 * @param campaign the campaign's name
 * @param title the campaign's title for people
 * @param date the business date
 * @param runNumber the run's number for that date, from 1
 * @param status {@code published}, {@code held} or {@code failed}
 * @param startedAt when the run started, in the school's time zone
 * @param finishedAt when it finished; empty while the workbooks are being written
 * @param deadline the last day for students, if the campaign has one
 * @param collegeDeadline the last day for colleges, if the campaign has one
 * @param rows the row counts by role, in the order to show them
 * @param compared whether at least two sources could be compared; without, an empty list
 * of findings is no good news
 * @param usableSources one sentence on the sources that could be used
 * @param inputs the files found, in the order to show them
 * @param notices the notices, in the order to show them
 * @param unmasked whether the run was asked for plain ID numbers
 * @param sentDays how many days a correction that was handed in may wait for the platform
 */
public record RunFacts(String campaign, String title, LocalDate date, int runNumber, String status,
		OffsetDateTime startedAt, Optional<OffsetDateTime> finishedAt, Optional<LocalDate> deadline,
		Optional<LocalDate> collegeDeadline, Map<String, RowCounts> rows, boolean compared, String usableSources,
		List<InputRow> inputs, List<NoticeRow> notices, boolean unmasked, int sentDays) {

	public RunFacts {
		Objects.requireNonNull(campaign);
		Objects.requireNonNull(title);
		Objects.requireNonNull(date);
		Objects.requireNonNull(status);
		Objects.requireNonNull(startedAt);
		Objects.requireNonNull(finishedAt);
		Objects.requireNonNull(deadline);
		Objects.requireNonNull(collegeDeadline);
		rows = Collections.unmodifiableMap(new LinkedHashMap<>(rows));
		Objects.requireNonNull(usableSources);
		inputs = List.copyOf(inputs);
		notices = List.copyOf(notices);
	}

	/**
	 * Whether a role holds anything.
	 * @param role the role's word
	 * @return true when at least one row of it was loaded
	 */
	public boolean holds(String role) {
		RowCounts counts = this.rows.get(role);
		return counts != null && counts.loaded() > 0;
	}

}
