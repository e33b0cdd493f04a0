package io.rollcall.explain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of one student in one run.
 *
 * @param run the run's name
 * @param title name, numbers, college, major and class, as far as they are known
 * @param status how the student is treated: ordinary, returned, keeps, gave_up, cancelled
 * or left
 * @param records what the sources say, in their order
 * @param findings what was found
 * @param namesakes how many other students of the run have the name
 * @param sameBirthDate how many of those have the birth date too
 * @param usable the sources that hold anything
 * @param selfCheck the field that tells when the student looked, or empty
 * @param nearLinks records that came near being linked with the student's, the nearest
 * first
 * @param history the findings of all published runs, oldest first
 * @param submissions what was sent in about the student
 * @param events what happened to the student's cases, oldest first
 */
public record Dossier(String run, String title, String status, List<Entry> records, List<Fact> findings, long namesakes,
		long sameBirthDate, Set<String> usable, Optional<String> selfCheck, List<NearLink> nearLinks,
		List<Past> history, List<Submission> submissions, List<Event> events) {

	/**
	 * A row of a form about the student.
	 *
	 * @param place where it stands
	 * @param said what may be shown of its cells, by column
	 */
	public record Submission(String place, Map<String, String> said) {

		@Override
		public String toString() {
			return this.place;
		}

	}

	/**
	 * A change of a case.
	 *
	 * @param date the run's business date
	 * @param kind answered, lapsed, sent, closed or reopened
	 * @param code the finding's code
	 * @param field the canonical field, or empty
	 * @param before the state before
	 * @param after the state after
	 * @param why what was said, or empty
	 * @param place the file in which the decision stands, or empty
	 */
	public record Event(LocalDate date, String kind, String code, String field, String before, String after, String why,
			String place) {

		@Override
		public String toString() {
			return this.kind + " " + this.code;
		}

	}

	/**
	 * A record of the student.
	 *
	 * @param role the source
	 * @param place where it stands
	 * @param kept whether it speaks for its source
	 * @param link how it was linked, or empty
	 * @param columns the fields that its file has
	 * @param raw the values as read, masked
	 * @param canonical the values as compared; ID numbers are not among them
	 * @param unusable fields that hold something which cannot be compared
	 */
	public record Entry(String role, String place, boolean kept, String link, Set<String> columns,
			Map<String, String> raw, Map<String, String> canonical, Set<String> unusable) {

		@Override
		public String toString() {
			return this.place;
		}

	}

	/**
	 * A finding.
	 *
	 * @param code its code
	 * @param severity its severity
	 * @param field the canonical field, or empty
	 * @param detail how the values differ, or what else there is to know
	 * @param suggestion what could be done
	 * @param state the state of the case
	 * @param firstSeen when it was first seen
	 * @param locations where
	 */
	public record Fact(String code, String severity, String field, String detail, String suggestion, String state,
			LocalDate firstSeen, String locations) {

		@Override
		public String toString() {
			return this.code;
		}

	}

	/**
	 * A record that came near being linked.
	 *
	 * @param other whose it is
	 * @param weight the match weight in bits
	 * @param told why it was not linked, with the waterfall
	 */
	public record NearLink(String other, String weight, String told) {

		@Override
		public String toString() {
			return "NearLink " + this.weight;
		}

	}

	/**
	 * A finding of a published run.
	 *
	 * @param date the run's business date
	 * @param code its code
	 * @param field the canonical field, or empty
	 * @param state the state of the case then
	 */
	public record Past(LocalDate date, String code, String field, String state) {
	}

	@Override
	public String toString() {
		return "Dossier of " + this.run;
	}

}
