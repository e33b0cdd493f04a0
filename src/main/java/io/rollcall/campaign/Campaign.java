package io.rollcall.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One self-check exercise, as its job file describes it.
 *
 * @param name the short name in folders and run names, such as {@code freshman-2020}
 * @param title the title of the reports
 * @param school the school
 * @param cohort the year in which the students entered
 * @param admissionYear the year that candidate numbers state
 * @param businessDate the date of a run that is given none, empty for today
 * @param start the first day of the self-check
 * @param deadline the last day for students
 * @param collegeDeadline the last day for colleges
 * @param language {@code zh} or {@code en}, the language of the reports
 * @param colleges the colleges
 * @param schedule when the nightly run starts, as a cron expression of six fields
 * @param sources the settings of every role
 * @param fields the standard fields and those the job file declares
 * @param required the fields that a roster or platform record must hold
 * @param key what identifies a student: alternatives in order, each with the fields that
 * count together
 * @param compared the fields compared between sources
 */
public record Campaign(String name, String title, School school, int cohort, int admissionYear,
		Optional<LocalDate> businessDate, LocalDate start, LocalDate deadline, LocalDate collegeDeadline,
		String language, Colleges colleges, Optional<String> schedule, Map<Role, SourceSettings> sources, Fields fields,
		List<Field> required, List<List<Field>> key, List<Field> compared) {

	/**
	 * The settings of a role.
	 * @param role the role
	 * @return its settings, the standard ones when the job file has none
	 */
	public SourceSettings source(Role role) {
		return this.sources.getOrDefault(role, SourceSettings.standard(role));
	}

}
